// The text of a page by the marked content around it: what belongs to which mark, and what belongs to none.
import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.js';

type Item = TextItem | TextMarkedContent;

interface Mark {
  readonly id: string | null;
  readonly isRunning: boolean;
}

/** The text under each mark that has an id. */
export function textsById(items: readonly Item[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { text, marks } of runsOf(items)) {
    const id = marks.findLast((mark) => mark.id !== null)?.id;
    if (id) texts.set(id, (texts.get(id) ?? '') + text);
  }
  return texts;
}

/** What is neither under a mark of the structure nor in the running heads and feet, white space aside. */
export function untaggedRuns(items: readonly Item[], owned: ReadonlySet<string>): string[] {
  const isTold = ({ id, isRunning }: Mark) => isRunning || (id !== null && owned.has(id));
  return runsOf(items)
    .filter(({ text, marks }) => text.trim() !== '' && !marks.some(isTold))
    .map(({ text }) => text);
}

interface Run {
  readonly text: string;
  readonly marks: readonly Mark[];
}

function runsOf(items: readonly Item[]): Run[] {
  let marks: readonly Mark[] = [];
  return items.flatMap((item) => {
    if ('str' in item) return [{ text: item.str + (item.hasEOL ? ' ' : ''), marks }];
    marks = item.type === 'endMarkedContent' ? marks.slice(0, -1) : [...marks, markOf(item)];
    return [];
  });
}

/** Heads and feet are artifacts with properties, which pdf.js tells from the bare ones of mere decoration. */
function markOf(item: TextMarkedContent): Mark {
  const { type, id, tag } = item as { type: string; id?: string | null; tag?: string };
  return { id: id ?? null, isRunning: type === 'beginMarkedContentProps' && tag === 'Artifact' };
}
