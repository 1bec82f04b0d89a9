// A redline as a Word document with tracked changes: the whole official text; every change accepted, it is the text after,
// every one rejected, the text before. The same redline gives the same bytes.
import { HeadingLevel, Paragraph, type ParagraphChild, type Table } from 'docx';
import type { PlanSettings } from '../../schemas/types.ts';
import type { RedlineFact } from '../model/redline-facts.ts';
import type { Mark } from '../model/redline-runs.ts';
import type { Redline } from '../model/redline.ts';
import { sections } from '../model/sections.ts';
import { factColumns } from '../model/word-styles.ts';
import { replacing } from './exact-runs.ts';
import type { MarkedLine, Piece } from './marked-line.ts';
import { type MarkedPart, type MarkedRow, redlineText } from './redline-lines.ts';
import { summaryOf } from './redline-words.ts';
import { type WordChanges, wordChanges } from './word-changes.ts';
import { bookmarked, wordBytes } from './word-document.ts';
import { pageOf } from './word-page.ts';
import { factCells, factsTable, isLong, type WordRow } from './word-table.ts';

export interface RedlineWordHead {
  readonly settings: PlanSettings;
  /** 'Revision 3, effective July 1, 2021'; null where there was nothing, as before a new class. */
  readonly before: string | null;
  /** 'Revision 4, effective July 1, 2024', or 'The draft in CN1746'. */
  readonly after: string;
  /** The action that an undecided text belongs to, said on every page; null of a text that is recorded. */
  readonly draftOf: string | null;
  /** Whom Word names as the author of the changes: the office that keeps the plan. */
  readonly author: string;
  /** When the text after was recorded or saved: the date of every change, and of the document. */
  readonly at: string;
}

export async function redlineWord(redline: Redline, head: RedlineWordHead): Promise<Uint8Array> {
  const { settings, author, at, draftOf } = head;
  const edition = draftOf === null ? 'REDLINE' : `DRAFT, ${draftOf} · REDLINE`;
  const wordHead = { settings, edition, notice: noticeOf(redline, head), at };
  const name = nameOf(redline);
  const page = pageOf(name, wordHead);
  const changes = wordChanges(author, at);
  const { title, parts } = redlineText(redline.sections);
  const children = [
    paragraphOf(title, changes),
    ...parts.flatMap((part) => contents(part, page.width, changes)),
  ];
  const text = { ...name, title: `Redline of ${name.title}` };
  return wordBytes({ text, head: wordHead, page, children, isTracked: true });
}

function nameOf({ sections: all }: Redline) {
  const fact = (key: string) => all.find((section) => section.key === key)?.facts[0];
  const text = (key: string) => fact(key)?.to ?? fact(key)?.from ?? '';
  return { title: text('title'), code: text('code') };
}

/** The series is no part of the official text, and so no tracked change of it. */
function noticeOf({ counts, sections: all }: Redline, { before, after, draftOf }: RedlineWordHead): string {
  const series = all.find(({ key }) => key === 'series')?.facts[0];
  const moved = series && series.from !== series.to ? ` ${seriesInWords(series)}` : '';
  const compared = before === null ? `${after}, all of it new` : `${after}, marked against: ${before}`;
  const draft = draftOf === null ? '' : `DRAFT of action ${draftOf}. Nothing here is in force. `;
  return `${draft}${compared}. ${summaryOf(counts)}${moved} Accept all changes for the text after, reject all for the text before.`;
}

function seriesInWords({ from, to }: RedlineFact): string {
  return `Series: ${to ?? 'none'}; before: ${from ?? 'none'}.`;
}

function contents(part: MarkedPart, width: number, changes: WordChanges): (Paragraph | Table)[] {
  return [
    headingOf(part, changes),
    ...part.lines.map((line) => paragraphOf(line, changes)),
    ...(part.rows.length > 0 ? [tableOf(part, width, changes)] : []),
  ];
}

/** What is deleted keeps no bookmark: when it goes, its name would go over to the heading after it. */
function headingOf({ key, heading }: MarkedPart, all: WordChanges): Paragraph {
  const changes = all.noted(heading.note);
  const runs = runsOf(heading.pieces, changes);
  const number = changes.number();
  const name = sections.some((each) => each.key === key) ? key : `additional_${number}`;
  return new Paragraph({
    heading: HeadingLevel.HEADING_2,
    run: changes.whole(heading.mark),
    children: heading.mark === 'deleted' ? runs : bookmarked({ key: name, number }, runs),
  });
}

function paragraphOf({ style, mark, pieces, level = 1, note }: MarkedLine, all: WordChanges): Paragraph {
  const changes = all.noted(note);
  return new Paragraph({
    style,
    ...(style === 'item' && { numbering: { reference: 'entries', level: level - 1 } }),
    run: changes.whole(mark),
    children: runsOf(pieces, changes),
  });
}

function runsOf(pieces: readonly Piece[], changes: WordChanges): ParagraphChild[] {
  return pieces.map(({ look, ...run }) =>
    changes.run(run, { ...(look === 'strong' && { bold: true }), ...(look === 'code' && { style: 'code' }) }),
  );
}

function tableOf({ heading, rows }: MarkedPart, width: number, changes: WordChanges): Table {
  const head = rowOf(heading.mark, sidesOf(heading.mark, factColumns, factColumns), changes, true);
  return factsTable([head, ...rows.map((row) => factRow(row, changes))], width);
}

function factRow({ fact, mark, note }: MarkedRow, changes: WordChanges): WordRow {
  return rowOf(mark, sidesOf(mark, cellsOf(fact, 'from'), cellsOf(fact, 'to')), changes.noted(note));
}

type Cells = readonly string[] | null;

interface Sides {
  readonly from: Cells;
  readonly to: Cells;
}

function cellsOf(fact: RedlineFact, side: 'from' | 'to'): Cells {
  const [text, recorded] = [fact[side], fact.recorded[side]];
  return text === null || recorded === null ? null : factCells({ label: fact.label, text, recorded });
}

/** A row that moved stands twice, each time with one side of it. */
function sidesOf(mark: Mark, from: Cells, to: Cells): Sides {
  return { from: mark === 'inserted' ? null : from, to: mark === 'deleted' ? null : to };
}

function rowOf(mark: Mark, { from, to }: Sides, changes: WordChanges, isHead = false): WordRow {
  const cells = factColumns.map((_, column) =>
    replacing(from?.[column] ?? null, to?.[column] ?? null).map((run) =>
      changes.run(run, { bold: isHead || column === 0 }),
    ),
  );
  return { cells, isLong: isLong([...(from ?? []), ...(to ?? [])]), whole: () => changes.whole(mark) };
}
