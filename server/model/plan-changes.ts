// The plan of one date against the plan of a later one: of every class the text that applies on the first against the
// text that applies on the second. What took effect in between is what applies now, not what was recorded first.
import type {
  CalendarDate,
  ChangedClass,
  ChangeKind,
  Narrowing,
  SpanCounts,
  Specification,
} from '../../schemas/types.ts';
import { amendedSections, kindsOf } from './change.ts';

/** Everything that takes effect after `from`, up to `to` and on that day. */
export interface Span {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The kinds of a net difference, in the order in which they are told. */
export const netKinds = [
  'create',
  'abolish',
  'regrade',
  'retitle',
  'recode',
  'move',
  'amend',
] as const satisfies readonly ChangeKind[];

/** Everything that the lists can be narrowed to: kinds of the record, and classes that were changed and changed back. */
export const narrowings = [...netKinds, 'correct', 'import', 'none'] as const satisfies readonly Narrowing[];

export function isInSpan(
  { from, to }: Span,
  { effectiveOn }: { readonly effectiveOn: CalendarDate },
): boolean {
  return effectiveOn > from && effectiveOn <= to;
}

/** How two texts of a class differ. */
export type NetDifference = Pick<ChangedClass, 'kinds' | 'amended'>;

/** Null is a date on which the class has no text. */
export function netDifference(before: Specification | null, after: Specification | null): NetDifference {
  if (!after) return { kinds: before ? ['abolish'] : [], amended: [] };
  const found = new Set(kindsOf(before ? 'change' : 'create', before, after));
  const kinds = netKinds.filter((kind) => found.has(kind));
  return { kinds, amended: before ? amendedSections(before, after) : [] };
}

interface Applying {
  readonly subject: string;
  readonly id: string;
  readonly number: number;
  readonly effectiveOn: CalendarDate;
}

/** The revisions that do not apply, because a later one of the same subject applies from the same day on. */
export function replacedAmong<R extends Applying>(revisions: readonly R[]): Set<R> {
  const last = new Map<string, R>();
  for (const each of revisions) {
    const key = dayOf(each);
    if ((last.get(key)?.number ?? 0) < each.number) last.set(key, each);
  }
  return new Set(revisions.filter((each) => last.get(dayOf(each)) !== each));
}

function dayOf({ subject, id, effectiveOn }: Applying): string {
  return `${subject} ${id} ${effectiveOn}`;
}

type Kinds = Pick<ChangedClass, 'kinds'>;

/** True for a class that belongs in a list narrowed to `kind`; null narrows nothing. */
export function isOfKind({ kinds }: Kinds, kind: Narrowing | null): boolean {
  if (kind === null) return true;
  return kind === 'none' ? kinds.length === 0 : kinds.includes(kind);
}

/** How many classes differ, how many by each kind, and how many were changed and changed back. */
export function countsOfClasses(
  classes: readonly Kinds[],
): Pick<SpanCounts, 'classes' | 'kinds' | 'changedBack'> {
  const of = (kind: Narrowing) => classes.filter((each) => isOfKind(each, kind)).length;
  const kinds = netKinds.map((kind) => ({ kind, classes: of(kind) }));
  const changedBack = of('none');
  return {
    classes: classes.length - changedBack,
    kinds: kinds.filter((each) => each.classes > 0),
    changedBack,
  };
}
