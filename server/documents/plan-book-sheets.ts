// The plan book as sheets to be printed: its specifications in parts, the title page with contents and indexes, and what
// runs over every page.
import type { HistoryEvent } from '../../schemas/types.ts';
import { inWords } from '../model/calendar-date.ts';
import type { ClassRow } from '../store/classes.ts';
import type { RecordedRevision } from '../store/record.ts';
import type { Views } from '../views.ts';
import { keyFacts } from './official.ts';
import { officialText } from './official-text.ts';
import { byGrade, bySeries, byTitle, type IndexGroup, type PlanBook } from './plan-book.ts';
import { drawnOver, type RunningSheet, sheetOf, styleSheet } from './sheets.ts';

const bookStyle = styleSheet('plan-book.css');

/** A link to this and the place of a class in the book leads there; nobody is asked for it. */
const within = 'https://plan-book.invalid/';

export const frontHeadings = {
  contents: 'Contents',
  byTitle: 'Index by title',
  bySeries: 'Index by series',
  byGrade: 'Index by pay grade',
} as const;

export type FrontPart = keyof typeof frontHeadings;

export interface ClassText {
  readonly revision: RecordedRevision<'class'>;
  readonly history: readonly HistoryEvent[];
}

/** The specifications of one part, each beginning a page. */
export function classesHtml(views: Views, book: PlanBook, texts: readonly ClassText[]): string {
  const classes = texts.map(({ revision, history }) => {
    const { title, code, sections } = officialText(revision.body, history, book.settings);
    const anchored = sections.map((section) => ({ ...section, anchor: `${code}-${section.anchor}` }));
    return { title, code, sections: anchored, keyFacts: keyFacts(revision, book.settings) };
  });
  return views.render('documents/plan-book-classes', { ...frameOf(book), classes });
}

/** Where everything is; a page is numbered from 1, over the whole book. */
export interface BookPages {
  readonly ofClass: (index: number) => number;
  readonly ofFront: (part: FrontPart) => number;
}

export function frontHtml(views: Views, book: PlanBook, pages: BookPages): string {
  const places = new Map(book.classes.map((row, index) => [row, index]));
  const line = (row: ClassRow) => {
    const index = places.get(row) ?? 0;
    return { ...row, page: pages.ofClass(index), address: `${within}${index}` };
  };
  const index = (part: FrontPart, groups: readonly IndexGroup[]) => ({
    heading: frontHeadings[part],
    groups: groups.map(({ heading, classes }) => ({ heading, lines: classes.map(line) })),
  });
  const parts = (['byTitle', 'bySeries', 'byGrade'] as const).map((part) => ({
    title: frontHeadings[part],
    page: pages.ofFront(part),
    address: `${within}${part}`,
  }));
  return views.render('documents/plan-book-front', {
    ...frameOf(book),
    ...standingOf(book),
    contents: { heading: frontHeadings.contents, parts, lines: book.classes.map(line) },
    indexes: [
      index('byTitle', byTitle(book)),
      index('bySeries', bySeries(book)),
      index('byGrade', byGrade(book)),
    ],
  });
}

/** What a link of the front leads to: the place of a class in the book, or a part of the front. */
export function linkedTo(address: string): number | FrontPart | null {
  if (!address.startsWith(within)) return null;
  const name = address.slice(within.length);
  return /^\d+$/.test(name) ? Number(name) : (name as FrontPart);
}

/** `heads` are what stands at the head of each page, null for none; the first of them is page `from` of `total`. */
export function bookFurniture(
  views: Views,
  book: PlanBook,
  heads: readonly (string | null)[],
  { from, total }: { from: number; total: number },
): string {
  const { recordLine, foot } = runningOf(book);
  const sheets: RunningSheet[] = heads.map((head, index) => ({
    number: from + index,
    head,
    isBare: from + index === 1,
  }));
  return drawnOver(views, sheetOf(book.settings), { foot, recordLine, total, sheets });
}

export function bookTitle({ on }: PlanBook): string {
  return `Classification Plan, as in force on ${inWords(on)}`;
}

function frameOf(book: PlanBook) {
  const sheet = sheetOf(book.settings);
  return {
    ...sheet,
    printStyle: `${sheet.printStyle}${bookStyle}`,
    documentTitle: bookTitle(book),
    instrument: 'Class Specifications',
  };
}

function standingOf(book: PlanBook) {
  const { anchor, classes, on } = book;
  const inForce = new Set(classes.map(({ seriesId }) => seriesId).filter((id) => id !== null));
  return {
    standing: `As in force on ${inWords(on)}`,
    count: `${counted(classes.length, 'class', 'classes')}, ${counted(inForce.size, 'series', 'series')}`,
    record: `${anchor.seq}:${anchor.hash.slice(0, 16)}`,
  };
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

function runningOf({ on, anchor }: PlanBook) {
  return {
    foot: `Classification Plan · As in force on ${inWords(on)}`,
    recordLine: `Printed from the record ${anchor.seq}:${anchor.hash.slice(0, 16)}. For reading: the official document of each class is its own PDF.`,
  };
}
