// The classes of a comparison as they stand on a date: their texts in force and what their grades are paid then.
import type { CalendarDate, Instant } from '../../schemas/types.ts';
import { inForce } from '../model/in-force.ts';
import type { LadderColumn } from '../model/ladder.ts';
import type { Store } from '../store/database.ts';
import { payRangesOn } from '../store/plan.ts';
import { revisionsOfEach, type RecordedRevision } from '../store/record.ts';

export interface ComparedClass extends LadderColumn {
  readonly classId: string;
  readonly revision: RecordedRevision<'class'>;
}

/** In the order asked for; without those that no text of is in force on the date. */
export async function comparedClasses(
  store: Store,
  classIds: readonly string[],
  on: CalendarDate,
  knownAt: Instant,
): Promise<ComparedClass[]> {
  if (classIds.length === 0) return [];
  const revisions = await revisionsOfEach(store, 'class', classIds);
  const pay = await payRangesOn(store, on, knownAt);
  return classIds.flatMap((classId) => {
    const known = (revisions.get(classId) ?? []).filter(({ recordedAt }) => recordedAt <= knownAt);
    const revision = inForce(known, on);
    if (!revision || revision.status === 'abolished') return [];
    const { body } = revision;
    return [{ classId, revision, body, pay: pay(body.sections.details?.payGrade ?? '') }];
  });
}
