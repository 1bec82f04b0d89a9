// A code leads to its class for ever: no class takes one that another class carries, carried or will carry. Where the
// record holds a code of two classes already, they do not carry it on one date.
import type { CalendarDate } from '../../schemas/types.ts';
import type { Obstacle, Planned } from '../model/adoption.ts';
import { inWords } from '../model/calendar-date.ts';
import { inForce } from '../model/in-force.ts';
import { codesInForce, type ClassRevision, datesOfCodes } from '../store/classes.ts';
import { carriersOf } from '../store/code-carriers.ts';
import type { Store } from '../store/database.ts';

/** One obstacle for each changed class that would carry a code of another one. */
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
  const obstacles = await foreignCodes(store, planned, revisions);
  for (const on of new Set([...dates, ...(await datesOfCodes(store, codes, first))].sort())) {
    const carriers = await codesInForce(store, on);
    for (const [classId, code] of clashesOn(on, carriers, texts)) {
      const message = `Another class carries the code ${code} on ${inWords(on)}.`;
      if (!obstacles.has(classId)) obstacles.set(classId, { classId, message, conflicts: [] });
    }
  }
  return [...obstacles.values()];
}

/** By class id: each class that would take a code which it never had and another one has or had. */
async function foreignCodes(
  store: Store,
  planned: readonly Planned[],
  revisions: ReadonlyMap<string, readonly ClassRevision[]>,
): Promise<Map<string, Obstacle>> {
  const codes = new Set(planned.map(({ body }) => asCode(body.code)));
  const carriers = Map.groupBy(await carriersOf(store, [...codes]), ({ code }) => code);
  const obstacles = new Map<string, Obstacle>();
  for (const { classId, body } of planned) {
    const code = asCode(body.code);
    const has = carriers.get(code) ?? [];
    carriers.set(code, [...has, { classId, code, title: body.title }]);
    const isOwn = revisions.get(classId)?.some((revision) => asCode(revision.body.code) === code);
    const other = has.find((carrier) => carrier.classId !== classId);
    if (isOwn || !other || obstacles.has(classId)) continue;
    const message = `The code ${body.code} is or was that of ${other.title} and leads to it for ever. Choose another.`;
    obstacles.set(classId, { classId, message, conflicts: [] });
  }
  return obstacles;
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
