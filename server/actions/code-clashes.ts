// No two classes carry one code on one date: neither from the day of a change on, nor on a later day when a text that
// is recorded already begins to apply.
import type { CalendarDate } from '../../schemas/types.ts';
import type { Obstacle, Planned } from '../model/adoption.ts';
import { inWords } from '../model/calendar-date.ts';
import { inForce } from '../model/in-force.ts';
import { codesInForce, type ClassRevision, datesOfCodes } from '../store/classes.ts';
import type { Store } from '../store/database.ts';

/** One obstacle for each changed class that would carry a code which another one carries. */
export async function codeClashes(
  store: Store,
  planned: readonly Planned[],
  revisions: ReadonlyMap<string, readonly ClassRevision[]>,
): Promise<Obstacle[]> {
  const dates = planned.map(({ effectiveOn }) => effectiveOn).sort();
  const [first] = dates;
  if (first === undefined) return [];
  const codes = planned.map(({ body }) => asCode(body.code));
  const texts = withPlanned(planned, revisions);
  const obstacles = new Map<string, Obstacle>();
  for (const on of new Set([...dates, ...(await datesOfCodes(store, codes, first))].sort())) {
    const carriers = await codesInForce(store, on);
    for (const [classId, code] of clashesOn(on, carriers, texts)) {
      const message = `Another class carries the code ${code} on ${inWords(on)}.`;
      if (!obstacles.has(classId)) obstacles.set(classId, { classId, message, conflicts: [] });
    }
  }
  return [...obstacles.values()];
}

type Text = Pick<ClassRevision, 'number' | 'effectiveOn' | 'recordedAt' | 'status' | 'body'>;

/** The texts of each changed class, as if the planned ones were recorded. */
function withPlanned(
  planned: readonly Planned[],
  revisions: ReadonlyMap<string, readonly ClassRevision[]>,
): Map<string, Text[]> {
  const ofClass = Map.groupBy(planned, ({ classId }) => classId);
  return new Map(
    [...revisions].map(([classId, recorded]) => {
      const next = (ofClass.get(classId) ?? []).map((each) => ({ ...each, recordedAt: '' }));
      return [classId, [...recorded, ...next]];
    }),
  );
}

function clashesOn(
  on: CalendarDate,
  carriers: ReadonlyMap<string, string>,
  texts: ReadonlyMap<string, readonly Text[]>,
): [classId: string, code: string][] {
  const taken = new Set([...carriers].filter(([classId]) => !texts.has(classId)).map(([, code]) => code));
  const found: [string, string][] = [];
  for (const [classId, all] of texts) {
    const text = inForce(all, on);
    if (text?.status !== 'active') continue;
    const code = asCode(text.body.code);
    if (taken.has(code)) found.push([classId, text.body.code ?? '']);
    taken.add(code);
  }
  return found;
}

function asCode(code: string | null): string {
  return (code ?? '').toUpperCase();
}
