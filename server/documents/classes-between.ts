// The classes of the plan between two dates: the net difference of each, and its revisions in between. Addresses carry the code
// that a class has on the day of the answer, so that they lead to it whatever it was called.
import type { CalendarDate, ChangedClass } from '../../schemas/types.ts';
import type { NetDifference, Span } from '../model/plan-changes.ts';
import type { Store } from '../store/database.ts';
import { type ClassHeader, type ClassOn, classesOn, classRevisionsIn } from '../store/plan-changes.ts';
import { byTitle } from './plan-changes-words.ts';
import { differencesOf, type TextPair } from './text-pairs.ts';

/** A class whose redline is not counted yet: that is done for those that are shown. */
export interface ComparedClass extends Omit<ChangedClass, 'redline'> {
  readonly redline: { readonly href: string; readonly pair: TextPair } | null;
}

export interface MadeClass extends ClassHeader {
  /** '/classes/CI2788' */
  readonly address: string;
}

export async function classesBetween(
  store: Store,
  span: Span,
  today: CalendarDate,
): Promise<{ changed: ComparedClass[]; made: MadeClass[] }> {
  const revisions = await classRevisionsIn(store, span);
  const [old, later] = [await classesOn(store, span, span.from), await classesOn(store, span, span.to)];
  const present = await classesOn(store, span, today);
  const made = revisions.map((each) => ({
    ...each,
    address: `/classes/${present.get(each.id)?.facts.code ?? each.code}`,
  }));
  const touched = [...Map.groupBy(made, ({ id }) => id).values()];
  const ends = touched.map((its) => ({ its, old: ofFirst(old, its), later: ofFirst(later, its) }));
  const pairs = ends.map((each) => ({ before: seqOf(each.old), after: seqOf(each.later) }));
  const differences = await differencesOf(store, pairs);
  const changed = ends.flatMap((each, index) => {
    const [pair, difference] = [pairs[index], differences[index]];
    return pair && difference ? comparedClass(each, span, pair, difference) : [];
  });
  return { changed: changed.sort(byTitle), made };
}

/** The revisions of one class in between, and what applies of it on the two dates. */
interface Ends {
  readonly its: readonly MadeClass[];
  readonly old: ClassOn | undefined;
  readonly later: ClassOn | undefined;
}

function comparedClass(
  { its, old, later }: Ends,
  { from, to }: Span,
  pair: TextPair,
  difference: NetDifference,
): ComparedClass[] {
  const last = its.at(-1);
  if (!last) return [];
  const [before, after] = [factsOf(old), factsOf(later)];
  const { code, title } = after ?? before ?? last;
  const lastText = before && old ? old.number : last.number;
  const hasRedline = before !== null && after !== null && difference.kinds.length > 0;
  const compared = {
    ...{ classId: last.id, code, title, before, after, ...difference },
    revisions: its.map(({ number }) => number),
    actions: [...new Set(its.flatMap(({ action }) => action ?? []))],
    href: after ? `${last.address}/${to}` : `${last.address}/revisions/${lastText}`,
    redline: hasRedline ? { href: `${last.address}/compare/${from}..${to}`, pair } : null,
  };
  return [compared];
}

function ofFirst(classes: ReadonlyMap<string, ClassOn>, its: readonly MadeClass[]): ClassOn | undefined {
  return classes.get(its[0]?.id ?? '');
}

function seqOf(revision: ClassOn | undefined): number | null {
  return revision?.status === 'active' ? revision.seq : null;
}

function factsOf(revision: ClassOn | undefined) {
  return revision?.status === 'active' ? revision.facts : null;
}
