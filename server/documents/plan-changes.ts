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
import { type ClassHeader, type ClassOn, classesOn, classRevisionsIn } from '../store/plan-changes.ts';
import { byAction } from './plan-changes-actions.ts';
import { basisOf, byTitle } from './plan-changes-words.ts';
import { textsBetween } from './plan-texts-between.ts';
import { differencesOf, redlineCounts, type TextPair } from './text-pairs.ts';

/** A class whose redline is not counted yet: that is done for those that are shown. */
export interface ComparedClass extends Omit<ChangedClass, 'redline'> {
  readonly redline: { readonly href: string; readonly pair: TextPair } | null;
}

export interface ComparedPlan extends Omit<PlanChanges, 'classes'> {
  readonly classes: readonly ComparedClass[];
}

/** Narrowed to nothing. */
export async function comparedPlan(store: Store, span: Span, today: CalendarDate): Promise<ComparedPlan> {
  const { from, to } = span;
  const revisions = await classRevisionsIn(store, span);
  const classes = await comparedClasses(store, span, today, revisions);
  const texts = await textsBetween(store, span);
  const actions = await byAction(store, [...codedAlike(revisions, classes), ...texts.made]);
  return {
    ...{ from, to, kind: null, decidedAsOf: today, basis: basisOf(span) },
    counts: {
      ...countsOfClasses(classes),
      actions: actions.filter(({ number }) => number !== null).length,
      revisions: revisions.length,
      texts: texts.changed.length,
    },
    ...{ classes, actions, texts: texts.changed },
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

async function comparedClasses(
  store: Store,
  span: Span,
  today: CalendarDate,
  revisions: readonly ClassHeader[],
): Promise<ComparedClass[]> {
  const { from, to } = span;
  const [old, made] = [await classesOn(store, span, from), await classesOn(store, span, to)];
  const present = await classesOn(store, span, today);
  const touched = [...Map.groupBy(revisions, ({ id }) => id)];
  const pairs = touched.map(([id]) => ({ before: seqOf(old.get(id)), after: seqOf(made.get(id)) }));
  const differences = await differencesOf(store, pairs);
  const classes = touched.map(([classId, its], index) => {
    const [before, after] = [factsOf(old.get(classId)), factsOf(made.get(classId))];
    const last = its.at(-1);
    const code = present.get(classId)?.facts.code ?? last?.code ?? '';
    const lastText = old.get(classId)?.number ?? last?.number ?? 1;
    const pair = pairs[index] ?? { before: null, after: null };
    const { kinds, amended } = differences[index] ?? { kinds: [], amended: [] };
    const hasRedline = before !== null && after !== null && kinds.length > 0;
    return {
      ...{ classId, code, before, after, kinds, amended },
      title: (after ?? before)?.title ?? last?.title ?? '',
      revisions: its.map(({ number }) => number),
      actions: [...new Set(its.flatMap(({ action }) => action ?? []))],
      href: after ? `/classes/${code}/${to}` : `/classes/${code}/revisions/${lastText}`,
      redline: hasRedline ? { href: `/classes/${code}/compare/${from}..${to}`, pair } : null,
    };
  });
  return classes.sort(byTitle);
}

function seqOf(revision: ClassOn | undefined): number | null {
  return revision?.status === 'active' ? revision.seq : null;
}

function factsOf(revision: ClassOn | undefined) {
  return revision?.status === 'active' ? revision.facts : null;
}

/** A revision is addressed by the code that its class has today. */
function codedAlike(revisions: readonly ClassHeader[], classes: readonly ComparedClass[]): ClassHeader[] {
  const codes = new Map(classes.map(({ classId, code }) => [classId, code]));
  return revisions.map((each) => ({ ...each, code: codes.get(each.id) ?? each.code }));
}
