// A redline as the lines of a document in which every change can be accepted or rejected: with all accepted they are the
// lines of the text after, with all rejected those of the text before. What moved is deleted here and inserted there.
import type { RedlineFact } from '../model/redline-facts.ts';
import { inBothOrders, type Places } from '../model/redline-order.ts';
import { comparisonOf, type Mark } from '../model/redline-runs.ts';
import type { RedlineSection } from '../model/redline-sections.ts';
import { replacing } from './exact-runs.ts';
import { blockLines, factLines, marked, type MarkedLine, type Note } from './marked-line.ts';

export interface MarkedRow {
  readonly mark: Mark;
  readonly fact: RedlineFact;
  readonly note?: Note;
}

export interface MarkedPart {
  readonly key: string;
  readonly heading: MarkedLine;
  readonly lines: readonly MarkedLine[];
  /** The facts of the closing table; every other part has none. */
  readonly rows: readonly MarkedRow[];
}

export interface RedlineText {
  readonly title: MarkedLine;
  readonly parts: readonly MarkedPart[];
}

export function redlineText(sections: readonly RedlineSection[]): RedlineText {
  const title = titleLine(sections);
  let previous = title;
  const next = (line: MarkedLine): MarkedLine => {
    const goesOn =
      line.mark !== 'same' && previous.mark === 'same' && previous.pieces.at(-1)?.mark === line.mark;
    previous = line;
    return goesOn && !line.note ? { ...line, note: 'line' } : line;
  };
  const parts = partsOf(sections).map((part) => ({
    ...part,
    heading: next(part.heading),
    lines: part.lines.map(next),
  }));
  return { title, parts };
}

/** Title and code on one line, as every document has them; the series is no part of the text. */
function titleLine(sections: readonly RedlineSection[]): MarkedLine {
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
  };
}

const heads = new Set(['title', 'code', 'series']);

/** Every section but title, code and series. An additional one that moved stands at both its places. */
function partsOf(sections: readonly RedlineSection[]): MarkedPart[] {
  const isAdditional = ({ places }: RedlineSection) => places !== null;
  const first = sections.findIndex(isAdditional);
  const additional = inBothOrders(
    sections.filter(isAdditional),
    ({ places }) => places ?? { from: null, to: null },
  );
  return sections.flatMap((section, index) => {
    if (index === first) return additional.map(({ item, mark }) => additionalPart(item, mark));
    if (isAdditional(section) || heads.has(section.key)) return [];
    return [canonicalPart(section, section.change === 'changed' ? 'same' : section.change)];
  });
}

function canonicalPart(section: RedlineSection, mark: Mark): MarkedPart {
  const { key, heading, facts } = section;
  const part = { key, heading: headingLine(heading, heading, mark) };
  if (key !== 'details')
    return { ...part, lines: [...factLines(section, mark), ...blockLines(section, mark)], rows: [] };
  const rows = inBothOrders(facts, ({ places }) => places).map(({ item, mark: own }) => ({
    ...{ fact: item, mark: own },
    ...noteOf(item.places, own),
  }));
  return { ...part, lines: [], rows };
}

function additionalPart(section: RedlineSection, mark: Mark): MarkedPart {
  const { key, heading, facts, places } = section;
  const renamed = facts.find(({ label }) => label === 'Heading');
  const note = noteOf(places, mark);
  return {
    key,
    heading: { ...headingLine(renamed?.from ?? heading, renamed?.to ?? heading, mark), ...note },
    lines: blockLines(section, mark).map((line) => ({ ...line, ...note })),
    rows: [],
  };
}

function headingLine(from: string, to: string, mark: Mark): MarkedLine {
  return { style: 'heading', mark, pieces: marked(comparisonOf(from, to).runs, mark) };
}

function noteOf(places: Places | null, mark: Mark): { readonly note?: Note } {
  const isMoved = mark !== 'same' && places !== null && places.from !== null && places.to !== null;
  return isMoved ? { note: 'moved' } : {};
}
