// What belongs to the plan as a whole: its settings, its series, its pay.
import { sql } from 'kysely';
import type {
  CalendarDate,
  DecidedAction,
  Instant,
  PlanSettings,
  Series,
  SharedText,
} from '../../schemas/types.ts';
import type { PayRange } from '../model/pay.ts';
import type { Store } from './database.ts';
import {
  type Bodies,
  endOfTime,
  fromRow,
  type RecordedRevision,
  revisionInForce,
  revisionsOf,
  type Subject,
} from './record.ts';

/** On the last date everything has been decided. */
const lastDate: CalendarDate = '9999-12-31';

/** The settings as last recorded; null where no plan has been begun. */
export async function planSettings(store: Store): Promise<PlanSettings | null> {
  const revisions = await revisionsOf(store, 'plan', 'plan');
  return revisions.at(-1)?.body ?? null;
}

/** Every series in force on a date, by title. */
export async function allSeries(store: Store, on: CalendarDate, knownAt?: Instant): Promise<Series[]> {
  const series = await bodiesInForce(store, 'series', on, knownAt);
  return series.sort((one, other) => one.title.localeCompare(other.title));
}

/** The title of every series in force on a date, by its id. */
export async function seriesTitles(
  store: Store,
  on: CalendarDate = lastDate,
  knownAt?: Instant,
): Promise<Map<string, string>> {
  const series = await bodiesInForce(store, 'series', on, knownAt);
  return new Map(series.map(({ id, title }) => [id, title]));
}

/** Every shared text in force on a date, by its term or its words. */
export async function allSharedTexts(
  store: Store,
  on: CalendarDate,
  knownAt?: Instant,
): Promise<SharedText[]> {
  const texts = await bodiesInForce(store, 'shared-text', on, knownAt);
  return texts.sort((one, other) => (one.term ?? one.text).localeCompare(other.term ?? other.text));
}

/** What every subject of a kind says on a date, in no order. */
async function bodiesInForce<S extends Subject>(
  store: Store,
  subject: S,
  on: CalendarDate,
  knownAt?: Instant,
): Promise<Bodies[S][]> {
  return (await allInForce(store, subject, on, knownAt)).map(({ body }) => body);
}

/** The revision of every subject of a kind that is in force on a date, in no order; none of what is abolished. */
export async function allInForce<S extends Subject>(
  store: Store,
  subject: S,
  on: CalendarDate,
  knownAt: Instant = endOfTime,
): Promise<RecordedRevision<S>[]> {
  const rows = await store.db
    .selectFrom((query) =>
      query
        .selectFrom('revisions')
        .selectAll()
        .select(
          sql<number>`row_number() over (partition by subject_id order by effective_on desc, number desc)`.as(
            'place',
          ),
        )
        .where('subject', '=', subject)
        .where('effective_on', '<=', on)
        .where('recorded_at', '<=', knownAt)
        .as('found'),
    )
    .selectAll()
    .where('place', '=', 1)
    .where('status', '=', 'active')
    .execute();
  return rows.map((row) => fromRow<S>(row));
}

export async function seriesById(
  store: Store,
  id: string,
  on: CalendarDate,
  knownAt?: Instant,
): Promise<Series | null> {
  return (await revisionInForce(store, 'series', id, on, knownAt))?.body ?? null;
}

/** The pay range of a grade on a date; null where the schedule in force has no such grade. */
export async function payRange(
  store: Store,
  grade: string,
  on: CalendarDate,
  knownAt?: Instant,
): Promise<PayRange | null> {
  return (await payRangesOn(store, on, knownAt))(grade);
}

/** The pay range of any grade on a date, by one reading of the schedule. */
export async function payRangesOn(
  store: Store,
  on: CalendarDate,
  knownAt?: Instant,
): Promise<(grade: string) => PayRange | null> {
  const schedule = await revisionInForce(store, 'pay-schedule', 'pay-schedule', on, knownAt);
  if (!schedule) return () => null;
  const { grades, currency } = schedule.body;
  return (grade) => {
    const range = grades.find((each) => each.grade === grade);
    return range
      ? { minimum: range.minimum, maximum: range.maximum, currency, since: schedule.effectiveOn }
      : null;
  };
}

/** Every action decided by `on`, as it stood then and as known at an instant, the latest decision first. */
export async function decidedActions(
  store: Store,
  on: CalendarDate = lastDate,
  knownAt: Instant = endOfTime,
): Promise<DecidedAction[]> {
  const rows = await store.db
    .selectFrom('revisions')
    .selectAll()
    .where('subject', '=', 'action')
    .where('effective_on', '<=', on)
    .where('recorded_at', '<=', knownAt)
    .orderBy('seq', 'desc')
    .execute();
  const latest = new Map<string, DecidedAction>();
  for (const row of rows)
    if (!latest.has(row.subject_id)) latest.set(row.subject_id, fromRow<'action'>(row).body);
  return [...latest.values()].sort((one, other) => other.decidedOn.localeCompare(one.decidedOn));
}
