// A redline as the lines of a document in which every change can be accepted or rejected: with all accepted they are the
// lines of the text after, with all rejected those of the text before. What moved is deleted here and inserted there.
import type { RedlineBlock } from '../model/redline-blocks.ts';
import type { RedlineFact } from '../model/redline-facts.ts';
import { inBothOrders, onSide } from '../model/redline-order.ts';
import { comparisonOf, type Mark, type Run } from '../model/redline-runs.ts';
import type { RedlineSection } from '../model/redline-sections.ts';
import type { WordStyle } from '../model/word-styles.ts';
import { exactRuns, replacing, wholeRuns } from './exact-runs.ts';

export interface Piece extends Run {
  readonly look?: 'strong' | 'code';
}

export interface MarkedLine {
  readonly style: WordStyle | 'heading';
  /** Of the line itself: one that was inserted is not there when its change is rejected. */
  readonly mark: Mark;
  readonly pieces: readonly Piece[];
  readonly level: 1 | 2;
}

export interface MarkedRow {
  readonly mark: Mark;
  readonly fact: RedlineFact;
}

export interface MarkedPart {
  readonly key: string;
  readonly heading: MarkedLine;
  readonly lines: readonly MarkedLine[];
  /** The facts of the closing table; every other part has none. */
  readonly rows: readonly MarkedRow[];
}

/** Title and code on one line, as every document has them; the series is no part of the text. */
export function titleLine(sections: readonly RedlineSection[]): MarkedLine {
  const fact = (key: string) => sections.find((each) => each.key === key)?.facts[0];
  const [title, code] = [fact('title'), fact('code')];
  const stands = (side: 'from' | 'to') => [title, code].some((each) => typeof each?.[side] === 'string');
  const dash = (text: string | null | undefined) => (typeof text === 'string' ? ' - ' : null);
  return {
    style: 'title',
    mark: stands('from') === stands('to') ? 'same' : stands('to') ? 'inserted' : 'deleted',
    pieces: [
      ...replacing(title?.from ?? null, title?.to ?? null),
      ...replacing(dash(code?.from), dash(code?.to)),
      ...replacing(code?.from ?? null, code?.to ?? null).map((run) => ({ ...run, look: 'code' as const })),
    ],
    level: 1,
  };
}

const heads = new Set(['title', 'code', 'series']);

/** Every section but title, code and series. An additional one that moved stands at both its places. */
export function partsOf(sections: readonly RedlineSection[]): MarkedPart[] {
  const isAdditional = ({ places }: RedlineSection) => places !== null;
  const first = sections.findIndex(isAdditional);
  const additional = inBothOrders(
    sections.filter(isAdditional),
    ({ places }) => places ?? { from: null, to: null },
  );
  return sections.flatMap((section, index) => {
    if (index === first) return additional.map(({ item, mark }) => partOf(item, mark));
    if (isAdditional(section) || heads.has(section.key)) return [];
    return [partOf(section, markOf(section))];
  });
}

function markOf({ change }: RedlineSection): Mark {
  return change === 'changed' ? 'same' : change;
}

function partOf(section: RedlineSection, mark: Mark): MarkedPart {
  const { key, heading, facts } = section;
  const isTable = key === 'details';
  const isAdditional = section.places !== null;
  const renamed = isAdditional ? facts.find(({ label }) => label === 'Heading') : undefined;
  const names = renamed
    ? comparisonOf(renamed.from ?? '', renamed.to ?? '').runs
    : replacing(heading, heading);
  return {
    key,
    heading: { style: 'heading', mark, pieces: marked(names, mark), level: 1 },
    lines: [...(isTable || isAdditional ? [] : factLines(section, mark)), ...blockLines(section, mark)],
    rows: isTable ? inBothOrders(facts, ({ places }) => places).map(rowOf) : [],
  };
}

function rowOf({ item, mark }: { item: RedlineFact; mark: Mark }): MarkedRow {
  return { fact: item, mark };
}

type IsNone = RedlineSection['isNone'];

/** The level of physical demand. */
function factLines({ facts, isNone }: RedlineSection, mark: Mark): MarkedLine[] {
  return facts.flatMap(({ from, to }) => {
    const line = (own: Mark, pieces: Run[]): MarkedLine => ({
      style: styleOf('paragraph', own, isNone),
      mark: own,
      pieces,
      level: 1,
    });
    return mark === 'same' && isNone.from !== isNone.to
      ? [line('deleted', replacing(from, null)), line('inserted', replacing(null, to))]
      : [line(mark, replacing(from, to))];
  });
}

/** A block of another kind than before is another line: no tracked change of a form is read alike everywhere. */
function blockLines({ blocks, isNone }: RedlineSection, mark: Mark): MarkedLine[] {
  if (mark !== 'same') {
    const side = mark === 'deleted' ? 'from' : 'to';
    return onSide(blocks, (block) => block, side).map(({ item }) => blockLine(item, mark, isNone));
  }
  return inBothOrders(blocks, (block) => block).flatMap(({ item, mark: own }) => {
    const isOther = own === 'same' && (item.was !== null || isNone.from !== isNone.to);
    const marks: Mark[] = isOther ? ['deleted', 'inserted'] : [own];
    return marks.map((each) => blockLine(item, each, isNone));
  });
}

function blockLine(block: RedlineBlock, mark: Mark, isNone: IsNone): MarkedLine {
  const { kind, level } = mark === 'deleted' ? (block.was ?? block) : block;
  const term = block.term && marked(block.term, mark).map((run) => ({ ...run, look: 'strong' as const }));
  return {
    style: styleOf(kind, mark, isNone),
    mark,
    pieces: [...(term ? [...term, { mark, text: ': ' }] : []), ...marked(block.runs, mark)],
    level,
  };
}

function styleOf(kind: RedlineBlock['kind'], mark: Mark, { from, to }: IsNone): WordStyle {
  return (mark === 'deleted' ? from : to) ? 'none' : kind;
}

function marked(runs: readonly Run[], mark: Mark): Run[] {
  return mark === 'same' ? exactRuns(runs) : wholeRuns(runs, mark);
}
