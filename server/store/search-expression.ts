// What is searched for as an expression of the full-text index. Nothing of its query language is let through: every stem
// is letters and digits, and quoted.
import type { WordGroup } from '../model/search-reading.ts';

/**
 * Every group must be found: by its words anywhere, or in the name by what they stand for. A name alone is looked up in the
 * directory, so a single group has no need of what it stands for.
 */
export function searchExpression(groups: readonly WordGroup[]): string {
  const [first, ...others] = groups;
  if (first && others.length === 0) return wordsExpression(first);
  return groups.map(groupExpression).join(' AND ');
}

function wordsExpression({ terms }: WordGroup): string {
  return terms.map((stems) => `(${stems.map(quoted).join(' OR ')})`).join(' AND ');
}

function groupExpression(group: WordGroup): string {
  const { meant } = group;
  const words = wordsExpression(group);
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
