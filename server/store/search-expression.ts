// What is searched for as an expression of the full-text index. Nothing of its query language is let through: every stem
// is letters and digits, and quoted.
import type { WordGroup } from '../model/search-reading.ts';

/** Every group must be found: by its words anywhere, or in the name by what they stand for. */
export function searchExpression(groups: readonly WordGroup[]): string {
  return groups.map(groupExpression).join(' AND ');
}

function groupExpression({ terms, meant }: WordGroup): string {
  const words = terms.map((stems) => `(${stems.map(quoted).join(' OR ')})`).join(' AND ');
  const names = meant.map(({ stems }) => `name : (${stems.map(quoted).join(' AND ')})`);
  return `(${[`(${words})`, ...names].join(' OR ')})`;
}

/** The same, in names and summaries alone. */
export function leadExpression(groups: readonly WordGroup[]): string {
  return `{name summary} : (${searchExpression(groups)})`;
}

function quoted(stem: string): string {
  return `"${stem}"`;
}
