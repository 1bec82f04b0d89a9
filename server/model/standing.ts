// Where a revision stands among the revisions of its class on a day: in force, superseded, not yet effective,
// corrected before it ever applied, or the end of the class.
import type { CalendarDate, Instant } from '../../schemas/types.ts';

interface Dated {
  readonly number: number;
  readonly status: string;
  readonly effectiveOn: CalendarDate;
  readonly recordedAt: Instant;
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

type InTime = Pick<Dated, 'number' | 'effectiveOn'>;

export function byApplication(one: InTime, other: InTime): number {
  if (one.effectiveOn !== other.effectiveOn) return one.effectiveOn < other.effectiveOn ? -1 : 1;
  return one.number - other.number;
}

function kindOf(revision: Dated, endedBy: Dated | null, today: CalendarDate): Standing['kind'] {
  if (endedBy && isCorrectedInTime(revision, endedBy, today)) return 'corrected';
  if (revision.effectiveOn > today) return 'not yet effective';
  if (endedBy && endedBy.effectiveOn <= today) return 'superseded';
  return revision.status === 'abolished' ? 'abolished' : 'in force';
}

type Recorded = Pick<Dated, 'effectiveOn' | 'recordedAt'>;

/** The calendar day of the record's own time, UTC: close enough to tell a correction in time from a late one. */
export function dayRecorded({ recordedAt }: Pick<Dated, 'recordedAt'>): CalendarDate {
  return recordedAt.slice(0, 10);
}

/** Whether a text never applied, because what takes its place was recorded before its day began. */
export function isCorrectedInTime(text: Recorded, next: Recorded, today?: CalendarDate): boolean {
  if (next.effectiveOn !== text.effectiveOn) return false;
  return dayRecorded(next) < text.effectiveOn || (today !== undefined && text.effectiveOn > today);
}

/** The correction of a text that was in force until then; null where it was ended otherwise, or by none. */
export function lateCorrection<R extends Dated>({ revision, endedBy, kind }: Standing<R>): R | null {
  return kind === 'superseded' && endedBy?.effectiveOn === revision.effectiveOn ? endedBy : null;
}

/** The day until which a text applied that was corrected late: the correction's, or that of a text that was known before it. */
export function appliedUntil(text: Recorded, correction: Recorded, all: readonly Recorded[]): CalendarDate {
  const known = all.filter(
    (each) => each.effectiveOn > text.effectiveOn && each.recordedAt < correction.recordedAt,
  );
  return known.reduce(
    (first, { effectiveOn }) => (effectiveOn < first ? effectiveOn : first),
    dayRecorded(correction),
  );
}
