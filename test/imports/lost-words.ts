// Counts words on both sides of an import, without using anything that the import itself uses for its proof.
import type { ImportedText } from '../../server/imports/import-text.ts';

type Imported = Extract<ImportedText, { outcome: 'specification' }>;

/** Words of the text that stand more often in it than in all that the import kept and reported. */
export function lostWords(text: string, imported: Imported): string[] {
  const kept = counted([
    ...strings(imported.specification),
    ...strings(imported.events.map(({ line }) => line)),
    ...reported(imported),
  ]);
  return [...counted([text])].filter(([word, count]) => (kept.get(word) ?? 0) < count).map(([word]) => word);
}

/** What the report alone keeps: letterhead, headings, list marks, labels, and dates as they were written. */
function reported({ report }: Imported): string[] {
  return report.placements.flatMap(({ text, place }) => {
    if (place.as === 'letterhead' || place.as === 'heading') return [text];
    if (place.as === 'block' || place.as === 'value') return [place.heading ?? '', place.mark ?? ''];
    if (place.as !== 'facts') return [];
    return place.facts.flatMap(({ field, label, text: value }) => [
      label,
      /On$|benchmark|title|code/.test(field) ? value : '',
    ]);
  });
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (isPlainNone(value)) return ['None'];
  if (value === null || typeof value !== 'object') return [String(value)];
  return Object.entries(value).flatMap(([name, each]) =>
    name === 'id' || name === 'kind' ? [] : strings(each),
  );
}

function isPlainNone(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'state' in value &&
    value.state === 'none' &&
    !('wording' in value)
  );
}

function counted(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of texts.join(' \n ').match(/[\p{L}\p{N}]+/gu) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
