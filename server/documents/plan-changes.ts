// The plan between two dates as data: the classes that differ, the revisions in between by action, the other texts. The page,
// the JSON and the table for spreadsheets are all read off this.
import type {
  CalendarDate,
  ChangedClass,
  ChangedText,
  ChangingAction,
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
import { kindsOfPairs, redlineCounts, type TextPair } from './text-pairs.ts';

export interface Wanted extends Span {
  readonly kind: Narrowing | null;
  readonly today: CalendarDate;
}

/** A class whose redline is not counted yet: that is done for those that are shown. */
export interface ComparedClass extends Omit<ChangedClass, 'redline'> {
  readonly redline: { readonly href: string; readonly pair: TextPair } | null;
}

export interface ComparedPlan extends Omit<PlanChanges, 'classes'> {
  readonly classes: readonly ComparedClass[];
}

export async function comparedPlan(store: Store, wanted: Wanted): Promise<ComparedPlan> {
  const { from, to, kind, today } = wanted;
  const revisions = await classRevisionsIn(store, wanted);
  const classes = await comparedClasses(store, wanted, revisions);
  const texts = await textsBetween(store, wanted);
  const all = [...codedAlike(revisions, classes), ...texts.made];
  const actions = await byAction(store, all);
  const same = new Set(classes.filter((each) => isOfKind(each, 'none')).map(({ classId }) => classId));
  return {
    ...{ from, to, kind, decidedAsOf: today, basis: basisOf(wanted) },
    counts: {
      ...countsOfClasses(classes),
      actions: actions.filter(({ number }) => number !== null).length,
      revisions: revisions.length,
      texts: texts.changed.length,
    },
    classes: classes.filter((each) => isOfKind(each, kind)),
    actions: narrowed(actions, kind, same),
    texts: kind === null ? texts.changed : ([] as ChangedText[]),
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
  { from, to, today }: Wanted,
  revisions: readonly ClassHeader[],
): Promise<ComparedClass[]> {
  const span = { from, to };
  const [old, made] = [await classesOn(store, span, from), await classesOn(store, span, to)];
  const present = await classesOn(store, span, today);
  const touched = [...Map.groupBy(revisions, ({ id }) => id)];
  const pairs = touched.map(([id]) => ({ before: seqOf(old.get(id)), after: seqOf(made.get(id)) }));
  const kinds = await kindsOfPairs(store, pairs);
  const classes = touched.map(([classId, its], index) => {
    const [before, after] = [factsOf(old.get(classId)), factsOf(made.get(classId))];
    const last = its.at(-1);
    const code = present.get(classId)?.facts.code ?? last?.code ?? '';
    const lastText = old.get(classId)?.number ?? last?.number ?? 1;
    const pair = pairs[index] ?? { before: null, after: null };
    const hasRedline = before !== null && after !== null && (kinds[index] ?? []).length > 0;
    return {
      ...{ classId, code, before, after, kinds: kinds[index] ?? [] },
      title: (after ?? before)?.title ?? last?.title ?? '',
      revisions: its.map(({ number }) => number),
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

/** In the actions a kind is what the record says of a revision; changed back are the revisions of such classes. */
function narrowed(
  actions: readonly ChangingAction[],
  kind: Narrowing | null,
  changedBack: ReadonlySet<string>,
): ChangingAction[] {
  if (kind === null) return [...actions];
  const fits = ({ subject, id, kinds }: ChangingAction['revisions'][number]) =>
    subject === 'class' && (kind === 'none' ? changedBack.has(id) : kinds.includes(kind));
  return actions
    .map((each) => ({ ...each, revisions: each.revisions.filter(fits) }))
    .filter(({ revisions }) => revisions.length > 0);
}
