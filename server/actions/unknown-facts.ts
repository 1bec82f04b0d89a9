// Facts that a change brings in and the plan does not know: a code outside its tables, a grade outside its pay
// schedule, a series it does not have. What the text said before may stay.
import type { PlanSettings } from '../../schemas/types.ts';
import type { Obstacle, Planned } from '../model/adoption.ts';
import { inForce } from '../model/in-force.ts';
import type { PlannedText } from '../model/plan-text.ts';
import type { ClassRevision } from '../store/classes.ts';
import type { Store } from '../store/database.ts';
import { seriesById } from '../store/plan.ts';
import { revisionInForce } from '../store/record.ts';

type Revisions = ReadonlyMap<string, readonly ClassRevision[]>;

export async function unknownFacts(
  store: Store,
  planned: readonly Planned[],
  revisions: Revisions,
  settings: PlanSettings,
  /** What the same action makes of the plan's own texts: a series may begin with its classes. */
  texts: readonly PlannedText[] = [],
): Promise<Obstacle[]> {
  const obstacles: Obstacle[] = [];
  const grades = new Map<string, readonly string[] | null>();
  for (const each of planned.filter(({ status }) => status === 'active')) {
    const before = inForce(revisions.get(each.classId) ?? [], each.effectiveOn);
    const on = each.effectiveOn;
    if (!grades.has(on)) grades.set(on, await gradesOn(store, on));
    const messages = [
      ...unknownCodes(each, before, settings),
      ...unknownGrade(each, before, grades.get(on) ?? null),
      ...(await unknownSeries(store, each, before, texts)),
    ];
    obstacles.push(...messages.map((message) => ({ classId: each.classId, message, conflicts: [] })));
  }
  return obstacles;
}

const coded = [
  ['flsa', 'FLSA code'],
  ['eeo4', 'EEO-4 category'],
  ['bargainingUnit', 'bargaining unit'],
  ['soc', 'SOC code'],
  ['occupationalGroup', 'occupational group'],
  ['civilServiceStatus', 'civil service status'],
] as const;

function unknownCodes({ body }: Planned, before: ClassRevision | null, { codes }: PlanSettings): string[] {
  return coded.flatMap(([name, label]) => {
    const value = body.sections.details?.[name];
    const known = codes[name].values.map(({ code }) => code);
    const isNews = value !== undefined && value !== before?.body.sections.details?.[name];
    if (!isNews || known.length === 0 || known.includes(value)) return [];
    return [`The plan has no ${label} ${value}. It has: ${known.slice(0, 20).join(', ')}.`];
  });
}

function unknownGrade(
  { body }: Planned,
  before: ClassRevision | null,
  grades: readonly string[] | null,
): string[] {
  const grade = body.sections.details?.payGrade;
  if (grade === undefined || grade === before?.body.sections.details?.payGrade) return [];
  return grades === null || grades.includes(grade)
    ? []
    : [`The pay schedule of that date has no grade ${grade}.`];
}

/** Null where the plan has no pay schedule by then. */
async function gradesOn(store: Store, on: string): Promise<readonly string[] | null> {
  const schedule = await revisionInForce(store, 'pay-schedule', 'pay-schedule', on);
  return schedule?.body.grades.map(({ grade }) => grade) ?? null;
}

async function unknownSeries(
  store: Store,
  { body, effectiveOn }: Planned,
  before: ClassRevision | null,
  texts: readonly PlannedText[],
): Promise<string[]> {
  const id = body.series?.id;
  if (id === undefined || id === before?.body.series?.id) return [];
  const isBegun = texts.some(
    (text) => text.subject === 'series' && text.id === id && text.effectiveOn <= effectiveOn,
  );
  if (isBegun || (await seriesById(store, id, effectiveOn))) return [];
  return [`The plan has no series ${id} on that date.`];
}
