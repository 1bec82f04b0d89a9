// In force on D, as known at T: of the revisions recorded at or before T and effective on or before D, the one
// with the latest effective date, then the highest number. Everything that shows a text on a date rests on this.
import type { CalendarDate, Instant } from '../../schemas/types.ts';

interface Applying {
  readonly number: number;
  readonly effectiveOn: CalendarDate;
}

interface Dated extends Applying {
  readonly recordedAt: Instant;
}

export function inForce<R extends Dated>(
  revisions: readonly R[],
  on: CalendarDate,
  knownAt?: Instant,
): R | null {
  let found: R | null = null;
  for (const revision of revisions) {
    if (revision.effectiveOn > on || (knownAt !== undefined && revision.recordedAt > knownAt)) continue;
    if (!found || isLater(revision, found)) found = revision;
  }
  return found;
}

/** Of two that apply by a date, whether the one is in force rather than the other. */
export function isLater(one: Applying, other: Applying): boolean {
  if (one.effectiveOn !== other.effectiveOn) return one.effectiveOn > other.effectiveOn;
  return one.number > other.number;
}
