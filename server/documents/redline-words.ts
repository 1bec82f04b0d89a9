// What a redline says in words: how many changes, and of each one what it is, so that nobody depends on its marks.
import type { RedlineBlock } from '../model/redline-blocks.ts';
import { isChanged } from '../model/redline-runs.ts';
import type { RedlineFact } from '../model/redline-facts.ts';
import type { RedlineCounts } from '../model/redline.ts';

/** '3 changes: 1 added, 2 changed.' */
export function summaryOf({ total, inserted, deleted, changed, moved }: RedlineCounts): string {
  if (total === 0) return 'The two texts say the same.';
  const counts = [
    [inserted, 'added'],
    [deleted, 'deleted'],
    [changed, 'changed'],
    [moved, 'moved'],
  ] as const;
  const told = counts.flatMap(([count, word]) => (count > 0 ? [`${count} ${word}`] : []));
  return `${total} ${total === 1 ? 'change' : 'changes'}: ${told.join(', ')}.`;
}

/** What a change of a fact is in a word; null where it is none. */
export function factLabel({ from, to }: RedlineFact): string | null {
  if (from === to) return null;
  return from === null ? 'Added' : to === null ? 'Deleted' : 'Changed';
}

/** What a change of a block is in words: 'Moved from 9 to 2 and reworded'; null where it is none. */
export function blockLabel(block: RedlineBlock): string | null {
  const { change, runs, term, was } = block;
  if (change === 'same') return null;
  if (change === 'inserted') return 'Added';
  if (change === 'deleted') return 'Deleted';
  const words = [
    ...(change === 'moved' ? [movedInWords(block)] : []),
    ...(isChanged(runs) || isChanged(term ?? []) ? ['reworded'] : []),
    ...(was === null ? [] : [formInWords(block, was)]),
  ].join(' and ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function movedInWords({ from, to }: RedlineBlock): string {
  return from === to ? 'moved among its neighbors' : `moved from ${from} to ${to}`;
}

const kindWords = {
  paragraph: 'a paragraph',
  item: 'a list item',
  term: 'a term',
  clause: 'a standing clause',
};

function formInWords({ kind, level }: RedlineBlock, was: NonNullable<RedlineBlock['was']>): string {
  if (was.kind !== kind) return `made ${kindWords[kind]}`;
  return level > was.level ? 'indented' : 'no longer indented';
}
