// The plan between two dates as data: the classes that differ, the revisions in between by action, the other texts. The page,
// the JSON and the table for spreadsheets are all read off this.
import type {
  CalendarDate,
  ChangedClass,
  MadeRevision,
  Narrowing,
  PlanChanges,
  PlanSettings,
} from '../../schemas/types.ts';
import { countsOfClasses, isOfKind, type Span } from '../model/plan-changes.ts';
import type { Store } from '../store/database.ts';
import { recordHead } from '../store/record.ts';
import { classesBetween, type ComparedClass } from './classes-between.ts';
import { byAction } from './plan-changes-actions.ts';
import { basisOf } from './plan-changes-words.ts';
import { textsBetween } from './plan-texts-between.ts';
import { redlineCounts } from './text-pairs.ts';

export interface ComparedPlan extends Omit<PlanChanges, 'classes'> {
  readonly classes: readonly ComparedClass[];
}

/** As many spans as are kept, until the record grows: a list is read page by page, and as a file after that. */
const mostKept = 4;
const kept = new WeakMap<Store['db'], Map<string, { readonly seq: number; readonly plan: ComparedPlan }>>();

/** Narrowed to nothing. */
export async function comparedPlan(store: Store, span: Span, today: CalendarDate): Promise<ComparedPlan> {
  const { seq } = await recordHead(store);
  const plans = kept.get(store.db) ?? new Map<string, { seq: number; plan: ComparedPlan }>();
  kept.set(store.db, plans);
  const key = `${span.from} ${span.to} ${today}`;
  const known = plans.get(key);
  if (known?.seq === seq) return known.plan;
  const plan = await compare(store, span, today);
  plans.delete(key);
  for (const old of [...plans.keys()].slice(0, Math.max(0, plans.size - mostKept + 1))) plans.delete(old);
  plans.set(key, { seq, plan });
  return plan;
}

async function compare(store: Store, span: Span, today: CalendarDate): Promise<ComparedPlan> {
  const { from, to } = span;
  const classes = await classesBetween(store, span, today);
  const texts = await textsBetween(store, span);
  const actions = await byAction(store, [...classes.made, ...texts.made]);
  return {
    ...{ from, to, kind: null, decidedAsOf: today, basis: basisOf(span) },
    counts: {
      ...countsOfClasses(classes.changed),
      actions: actions.filter(({ number }) => number !== null).length,
      revisions: classes.made.length,
      texts: texts.changed.length,
    },
    ...{ classes: classes.changed, actions, texts: texts.changed },
  };
}

/** What is of a kind; the counts stay those of the whole. In the actions a kind is what the record says of a revision. */
export function narrowedTo(plan: ComparedPlan, kind: Narrowing | null): ComparedPlan {
  if (kind === null) return plan;
  const changedBack = new Set(
    plan.classes.filter((each) => isOfKind(each, 'none')).map(({ classId }) => classId),
  );
  const fits = ({ subject, id, kinds }: MadeRevision) =>
    subject === 'class' && (kind === 'none' ? changedBack.has(id) : kinds.includes(kind));
  const actions = plan.actions.map((each) => ({ ...each, revisions: each.revisions.filter(fits) }));
  return {
    ...{ ...plan, kind, texts: [] },
    classes: plan.classes.filter((each) => isOfKind(each, kind)),
    actions: actions.filter(({ revisions }) => revisions.length > 0),
  };
}

/** The whole of it with every redline counted, as programs read it. */
export async function publishedChanges(
  store: Store,
  plan: ComparedPlan,
  settings: PlanSettings,
): Promise<PlanChanges> {
  return { ...plan, classes: await withCounts(store, plan.classes, settings) };
}

export async function withCounts(
  store: Store,
  classes: readonly ComparedClass[],
  settings: PlanSettings,
): Promise<ChangedClass[]> {
  const pairs = classes.flatMap(({ redline }) => redline?.pair ?? []);
  const counts = await redlineCounts(store, pairs, settings);
  const countOf = new Map(pairs.map((pair, index) => [pair, counts[index] ?? 0]));
  return classes.map((each) => {
    const { redline } = each;
    return {
      ...each,
      redline: redline && { href: redline.href, changes: countOf.get(redline.pair) ?? 0 },
    };
  });
}
