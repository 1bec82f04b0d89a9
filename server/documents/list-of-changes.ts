// The list of changes: the same changes as the redline, under the same numbers, as a table of section, before and after.
import type { RedlineBlock } from '../model/redline-blocks.ts';
import type { Redline } from '../model/redline.ts';
import { type MarkedText, markedExcerpt, markedWhole } from './marked-text.ts';
import { joinHead, stepId } from './redline-view.ts';
import { blockLabel, factLabel } from './redline-words.ts';

export interface ChangeRow {
  readonly number: number;
  /** The change where it stands in the redline. */
  readonly href: string;
  readonly section: string;
  /** What of the section: 'Pay Grade', 'Place 9'; null for the section's text. */
  readonly part: string | null;
  readonly label: string;
  /** null where nothing stood or stands there. */
  readonly before: MarkedText | null;
  readonly after: MarkedText | null;
}

/** `redlineHref` is the page of the redline itself, '' where the list stands on it. */
export function listOfChanges({ sections }: Redline, redlineHref: string): ChangeRow[] {
  const rows: Omit<ChangeRow, 'number' | 'href'>[] = [];
  for (const { heading, facts, blocks } of joinHead(sections)) {
    for (const fact of facts) {
      const label = factLabel(fact);
      const part = fact.label === heading ? null : fact.label;
      const sides = { before: stated(fact.from, 'deleted'), after: stated(fact.to, 'inserted') };
      if (label !== null) rows.push({ section: heading, part, label, ...sides });
    }
    for (const block of blocks) {
      const label = blockLabel(block);
      if (label !== null)
        rows.push({ section: heading, part: placeOf(block, blocks.length), label, ...sidesOf(block) });
    }
  }
  return rows.map((row, index) => ({
    number: index + 1,
    href: `${redlineHref}#${stepId(index + 1)}`,
    ...row,
  }));
}

function stated(text: string | null, mark: 'deleted' | 'inserted'): MarkedText | null {
  return text === null ? null : { term: null, runs: markedWhole(text, mark) };
}

function sidesOf(block: RedlineBlock): Pick<ChangeRow, 'before' | 'after'> {
  return {
    before: block.from === null ? null : markedExcerpt(block, 'before'),
    after: block.to === null ? null : markedExcerpt(block, 'after'),
  };
}

/** Where it stands now, or stood; null where it stands alone. */
function placeOf({ from, to }: RedlineBlock, count: number): string | null {
  return count === 1 ? null : `No. ${to ?? from}`;
}
