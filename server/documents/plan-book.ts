// The plan as a book: which specifications are in force on a date, in the order of their codes, and the lists by which they are
// found. What it is printed from is read once, so that the book is of one moment of the record.
import type { Anchor, CalendarDate, PlanSettings, Series } from '../../schemas/types.ts';
import { type ClassRow, classesInForce, everyClass, longestList } from '../store/classes.ts';
import type { Store } from '../store/database.ts';
import { allSeries, planSettings } from '../store/plan.ts';
import { recordHead } from '../store/record.ts';

export interface PlanBook {
  readonly on: CalendarDate;
  readonly anchor: Anchor;
  readonly settings: PlanSettings;
  /** In the order of their codes. */
  readonly classes: readonly ClassRow[];
  readonly series: readonly Series[];
}

/** One run of an index, its classes under a heading of their own. */
export interface IndexGroup {
  readonly heading: string;
  readonly classes: readonly ClassRow[];
}

/** Null where no plan has been begun. */
export async function planBook(store: Store, on: CalendarDate): Promise<PlanBook | null> {
  return store.transaction(async (moment) => {
    const settings = await planSettings(moment);
    if (!settings) return null;
    const classes = await allClasses(moment, on);
    return {
      on,
      anchor: await recordHead(moment),
      settings,
      classes: classes.sort((one, other) => inOrder(one.code, other.code)),
      series: await allSeries(moment, on),
    };
  });
}

async function allClasses(store: Store, on: CalendarDate): Promise<ClassRow[]> {
  const classes: ClassRow[] = [];
  for (;;) {
    const query = { ...everyClass, on, limit: longestList, offset: classes.length };
    const { rows } = await classesInForce(store, query);
    classes.push(...rows);
    if (rows.length < longestList) return classes;
  }
}

/** Under their first letters. */
export function byTitle({ classes }: PlanBook): IndexGroup[] {
  const sorted = classes.toSorted((one, other) => inOrder(one.title, other.title));
  return grouped(sorted, ({ title }) => firstLetter(title));
}

/** Under the titles of their series, the lowest level first; then those that are in none. */
export function bySeries({ classes, series }: PlanBook): IndexGroup[] {
  const titles = new Map(series.map(({ id, title }) => [id, title]));
  const titleOf = ({ seriesId }: ClassRow) => titles.get(seriesId ?? '') ?? null;
  const sorted = classes.toSorted(
    (one, other) =>
      lastIfNull(titleOf(one), titleOf(other)) || (one.seriesLevel ?? 0) - (other.seriesLevel ?? 0),
  );
  return grouped(sorted, (row) => titleOf(row) ?? 'In no series');
}

/** Under their pay grades; then those whose grade is not stated. */
export function byGrade({ classes }: PlanBook): IndexGroup[] {
  const sorted = classes.toSorted(
    (one, other) => lastIfNull(one.payGrade, other.payGrade) || inOrder(one.title, other.title),
  );
  return grouped(sorted, ({ payGrade }) => (payGrade === null ? 'Not stated' : `Grade ${payGrade}`));
}

function grouped(classes: readonly ClassRow[], headingOf: (row: ClassRow) => string): IndexGroup[] {
  const groups = Map.groupBy(classes, headingOf);
  return [...groups].map(([heading, rows]) => ({ heading, classes: rows }));
}

const { compare } = new Intl.Collator('en-US', { numeric: true });

function inOrder(one: string, other: string): number {
  return compare(one, other);
}

function lastIfNull(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return compare(one, other);
}

/** Without its accent, in upper case; figures and signs go together. */
function firstLetter(title: string): string {
  const letter = title.normalize('NFD').charAt(0).toUpperCase();
  return /\p{L}/u.test(letter) ? letter : '0–9';
}
