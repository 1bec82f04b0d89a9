// The plan of a date as its checks see it: texts in force, names past, series, pay, shared texts. Read whole, and kept until the
// record grows, because a check at every save must not read a thousand texts again.
import { sql } from 'kysely';
import type { CalendarDate, Instant } from '../../schemas/types.ts';
import type { ClassText, PastName, PlanView } from '../model/findings/plan-view.ts';
import { inForce } from '../model/in-force.ts';
import { formerNames, namesOf } from '../model/lineage.ts';
import { type ClassHeader, classHeaders } from './class-headers.ts';
import type { Store } from './database.ts';
import { allSeries, planSettings } from './plan.ts';
import { type Bodies, endOfTime, fromRow, recordHead, revisionInForce } from './record.ts';

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

/** The plan of a date that somebody only looks at: read, and not kept in place of those that checks need. */
export async function readPlan(store: Store, on: CalendarDate, knownAt: Instant): Promise<PlanView> {
  const settings = await planSettings(store);
  if (!settings) throw new Error('The database holds no plan. Run npm run new-plan.');
  const revisions = await classHeaders(store, on, knownAt);
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
  header: ClassHeader,
  revisions: ReadonlyMap<string, readonly ClassHeader[]>,
  bodies: ReadonlyMap<number, Body>,
): ClassText[] {
  const body = bodies.get(header.seq);
  if (!body) return [];
  const { classId, status, effectiveOn } = header;
  return [{ classId, status, effectiveOn, revisions: revisions.get(classId) ?? [], body }];
}

function pastNames(classId: string, revisions: readonly ClassHeader[], on: CalendarDate): PastName[] {
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
