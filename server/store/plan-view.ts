// The plan of a date as its checks see it: texts in force, names past, series, pay, shared texts. Read whole, and kept until the
// record grows, because a check at every save must not read a thousand texts again.
import { sql } from 'kysely';
import type { CalendarDate, ChangeKind, HistoryEvent, Instant, Status } from '../../schemas/types.ts';
import type { ClassText, PastName, PlanView, RevisionDate } from '../model/findings/plan-view.ts';
import { inForce } from '../model/in-force.ts';
import { formerNames, namesOf } from '../model/lineage.ts';
import type { Bodies } from './record.ts';
import type { Store } from './database.ts';
import { allSeries, planSettings } from './plan.ts';
import { endOfTime, fromRow, recordHead, revisionInForce } from './record.ts';

/** As many dates of a plan as are kept at once: today, and the effective dates of actions under way. */
const mostKept = 4;
const kept = new WeakMap<Store['db'], Map<string, { readonly seq: number; readonly view: PlanView }>>();

export async function planView(
  store: Store,
  on: CalendarDate,
  knownAt: Instant = endOfTime,
): Promise<PlanView> {
  const { seq } = await recordHead(store);
  const views = kept.get(store.db) ?? new Map<string, { seq: number; view: PlanView }>();
  kept.set(store.db, views);
  const key = `${on} ${knownAt}`;
  const known = views.get(key);
  if (known?.seq === seq) return known.view;
  const view = await readPlan(store, on, knownAt);
  for (const old of [...views.keys()].slice(0, Math.max(0, views.size - mostKept + 1))) views.delete(old);
  views.delete(key);
  views.set(key, { seq, view });
  return view;
}

async function readPlan(store: Store, on: CalendarDate, knownAt: Instant): Promise<PlanView> {
  const settings = await planSettings(store);
  if (!settings) throw new Error('The database holds no plan. Run npm run new-plan.');
  const revisions = await revisionHeaders(store, on, knownAt);
  const current = [...revisions.values()].flatMap((each) => inForce(each, on) ?? []);
  const bodies = await bodiesOf(store, on, knownAt);
  const schedule = await revisionInForce(store, 'pay-schedule', 'pay-schedule', on, knownAt);
  return {
    on,
    settings,
    classes: current.flatMap((each) => classText(each, revisions, bodies)),
    pastNames: [...revisions].flatMap(([classId, each]) => pastNames(classId, each, on)),
    series: await allSeries(store, on, knownAt),
    grades: schedule?.body.grades ?? null,
    sharedTexts: await sharedTexts(store, on, knownAt),
  };
}

interface Header extends RevisionDate {
  readonly classId: string;
  readonly seq: number;
  readonly status: Status;
  readonly recordedAt: Instant;
  readonly code: string;
  readonly title: string;
}

/** Every revision by class and number, without its text. */
async function revisionHeaders(
  store: Store,
  on: CalendarDate,
  knownAt: Instant,
): Promise<Map<string, Header[]>> {
  const rows = await store.db
    .selectFrom('class_index')
    .innerJoin('revisions', 'revisions.seq', 'class_index.revision_seq')
    .select([
      'class_index.class_id',
      'class_index.code',
      'class_index.title',
      'revisions.seq',
      'revisions.number',
      'revisions.status',
      'revisions.changes',
      'revisions.events',
      'revisions.effective_on',
      'revisions.recorded_at',
    ])
    .where('class_index.effective_on', '<=', on)
    .where('class_index.recorded_at', '<=', knownAt)
    .orderBy('class_index.class_id')
    .orderBy('class_index.number')
    .execute();
  const found = new Map<string, Header[]>();
  for (const row of rows) {
    const header: Header = {
      classId: row.class_id,
      seq: row.seq,
      number: row.number,
      status: row.status as Status,
      effectiveOn: row.effective_on,
      recordedAt: row.recorded_at,
      code: row.code,
      title: row.title,
      changes: JSON.parse(row.changes) as ChangeKind[],
      events: JSON.parse(row.events) as HistoryEvent[],
    };
    const known = found.get(row.class_id);
    if (known) known.push(header);
    else found.set(row.class_id, [header]);
  }
  return found;
}

type Body = Bodies['class'];

/** The texts in force on the date, by the number of their entry in the record. */
async function bodiesOf(store: Store, on: CalendarDate, knownAt: Instant): Promise<Map<number, Body>> {
  const { rows } = await sql<{ seq: number; body: string }>`
    select seq, body from (
      select seq, body, status,
        row_number() over (partition by subject_id order by effective_on desc, number desc) as place
      from revisions
      where subject = 'class' and effective_on <= ${on} and recorded_at <= ${knownAt})
    where place = 1 and status = 'active'`.execute(store.db);
  return new Map(rows.map(({ seq, body }) => [seq, JSON.parse(body) as Body]));
}

function classText(
  header: Header,
  revisions: ReadonlyMap<string, readonly Header[]>,
  bodies: ReadonlyMap<number, Body>,
): ClassText[] {
  const body = bodies.get(header.seq);
  if (!body) return [];
  const { classId, status, effectiveOn } = header;
  return [{ classId, status, effectiveOn, revisions: revisions.get(classId) ?? [], body }];
}

function pastNames(classId: string, revisions: readonly Header[], on: CalendarDate): PastName[] {
  const last = inForce(revisions, on);
  const isEnded = last?.status === 'abolished';
  const former = formerNames(namesOf(revisions), on).map(({ code, title, until }) => ({
    classId,
    code,
    title,
    until: until ?? on,
    isAbolished: false,
  }));
  if (!last || !isEnded) return former;
  const { code, title, effectiveOn } = last;
  return [...former, { classId, code, title, until: effectiveOn, isAbolished: true }];
}

async function sharedTexts(
  store: Store,
  on: CalendarDate,
  knownAt: Instant,
): Promise<Bodies['shared-text'][]> {
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
        .where('subject', '=', 'shared-text')
        .where('effective_on', '<=', on)
        .where('recorded_at', '<=', knownAt)
        .as('found'),
    )
    .selectAll()
    .where('place', '=', 1)
    .where('status', '=', 'active')
    .orderBy('subject_id')
    .execute();
  return rows.map((row) => fromRow<'shared-text'>(row).body);
}
