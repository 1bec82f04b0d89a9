// A line of a document in which every change can be accepted or rejected, and how the blocks of a section become such lines.
import type { RedlineBlock } from '../model/redline-blocks.ts';
import { inBothOrders, onSide } from '../model/redline-order.ts';
import type { Mark, Run } from '../model/redline-runs.ts';
import type { RedlineSection } from '../model/redline-sections.ts';
import type { WordStyle } from '../model/word-styles.ts';
import { exactRuns, replacing, wholeRuns } from './exact-runs.ts';

export interface Piece extends Run {
  readonly look?: 'strong' | 'code';
}

/** moved, form: why a line stands twice, though its words may be the same; line: it goes on where a change of words ends. */
export type Note = 'moved' | 'form' | 'line';

export interface MarkedLine {
  readonly style: WordStyle | 'heading';
  /** Of the line itself: one that was inserted is not there when its change is rejected. */
  readonly mark: Mark;
  readonly pieces: readonly Piece[];
  readonly level?: 1 | 2;
  readonly note?: Note;
}

/** The level of physical demand. */
export function factLines({ facts, isNone }: RedlineSection, mark: Mark): MarkedLine[] {
  const isOther = isNone.from !== isNone.to;
  return facts.flatMap(({ from, to }) => {
    const line = (own: Mark, pieces: Run[]) => ({
      style: styleOf('paragraph', own, isNone),
      mark: own,
      pieces,
    });
    if (mark !== 'same' || !isOther) return [line(mark, replacing(from, to))];
    return [line('deleted', replacing(from, null)), line('inserted', replacing(null, to))];
  });
}

export function blockLines({ blocks, isNone }: RedlineSection, mark: Mark): MarkedLine[] {
  if (mark !== 'same') {
    const side = mark === 'deleted' ? 'from' : 'to';
    return onSide(blocks, (block) => block, side).map(({ item }) => blockLine(item, mark, isNone));
  }
  return inBothOrders(blocks, (block) => block).flatMap(({ item, mark: own }): MarkedLine[] => {
    if (item.change === 'moved') return [{ ...blockLine(item, own, isNone), note: 'moved' }];
    if (own !== 'same' || !isOtherLine(item, isNone)) return [blockLine(item, own, isNone)];
    const marks = ['deleted', 'inserted'] as const;
    return marks.map((each) => ({ ...blockLine(item, each, isNone), note: 'form' }));
  });
}

/** No tracked change of a form is read alike everywhere. */
function isOtherLine({ was }: RedlineBlock, { from, to }: IsNone): boolean {
  return was !== null || from !== to;
}

function blockLine(block: RedlineBlock, mark: Mark, isNone: IsNone): MarkedLine {
  const { kind, level } = mark === 'deleted' ? (block.was ?? block) : block;
  const term = block.term && marked(block.term, mark).map((run) => ({ ...run, look: 'strong' as const }));
  const pieces = [...(term ? [...term, { mark, text: ': ' }] : []), ...marked(block.runs, mark)];
  return { style: styleOf(kind, mark, isNone), mark, pieces, level };
}

type IsNone = RedlineSection['isNone'];

function styleOf(kind: RedlineBlock['kind'], mark: Mark, { from, to }: IsNone): WordStyle {
  return (mark === 'deleted' ? from : to) ? 'none' : kind;
}

export function marked(runs: readonly Run[], mark: Mark): Run[] {
  return mark === 'same' ? exactRuns(runs) : wholeRuns(runs, mark);
}
