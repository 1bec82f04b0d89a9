// Where a revision stands among the revisions of its class on a day: in force, superseded, not yet effective,
// corrected before it ever applied, or the end of the class.
import type { CalendarDate } from '../../schemas/types.ts';

interface Dated {
  readonly number: number;
  readonly status: string;
  readonly effectiveOn: CalendarDate;
}

export interface Standing<R extends Dated = Dated> {
  readonly revision: R;
  readonly kind: 'in force' | 'superseded' | 'not yet effective' | 'corrected' | 'abolished';
  /** The revision that follows it in time, and so ends it; null for the last one. */
  readonly endedBy: R | null;
}

/** One standing for each revision, in the order in which they apply. */
export function standings<R extends Dated>(revisions: readonly R[], today: CalendarDate): Standing<R>[] {
  const timeline = [...revisions].sort(byApplication);
  return timeline.map((revision, index) => {
    const endedBy = timeline[index + 1] ?? null;
    return { revision, endedBy, kind: kindOf(revision, endedBy, today) };
  });
}

export function byApplication(one: Dated, other: Dated): number {
  if (one.effectiveOn !== other.effectiveOn) return one.effectiveOn < other.effectiveOn ? -1 : 1;
  return one.number - other.number;
}

function kindOf(revision: Dated, endedBy: Dated | null, today: CalendarDate): Standing['kind'] {
  if (endedBy?.effectiveOn === revision.effectiveOn) return 'corrected';
  if (revision.effectiveOn > today) return 'not yet effective';
  if (endedBy && endedBy.effectiveOn <= today) return 'superseded';
  return revision.status === 'abolished' ? 'abolished' : 'in force';
}
