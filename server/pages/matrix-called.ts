// Which classes the codes of a comparison call: in the order of the columns, each once; else what can be corrected in them.
import type { CalendarDate } from '../../schemas/types.ts';
import { inWords } from '../model/calendar-date.ts';
import type { Issue } from '../model/issue.ts';
import { mostColumns } from '../model/matrix.ts';
import { classByCode, type ClassRow } from '../store/classes.ts';
import type { Tools } from '../tools.ts';
import type { AsOf } from './as-of.ts';
import type { CodesAsked } from './matrix-asked.ts';
import { shortened } from './page.ts';

export interface Called<T> {
  /** None where there is something to correct. */
  readonly chosen: readonly T[];
  readonly issues: readonly Issue[];
  /** What was named more than once. */
  readonly notices: readonly string[];
}

export function levelsCalled(
  levels: readonly ClassRow[],
  asked: CodesAsked,
  on: CalendarDate,
): Called<ClassRow> {
  const found = asked.codes.map((code) => levels.find((level) => isSame(level.code, code)) ?? null);
  const whyNot = (codes: string) => `No level of this series has the code ${codes} on ${inWords(on)}.`;
  return tooMany('levels', asked) ?? called('levels', asked, found, whyNot);
}

export async function classesCalled(
  { store }: Tools,
  asked: CodesAsked,
  { today, knownAt }: AsOf,
): Promise<Called<{ readonly classId: string; readonly code: string }>> {
  const many = tooMany('classes', asked);
  if (many) return many;
  const found = await Promise.all(asked.codes.map((code) => classByCode(store, code, today, knownAt)));
  const whyNot = (codes: string) =>
    `No class has or ever had the code ${codes}. Check it, or search by title.`;
  return called('classes', asked, found, whyNot);
}

function isSame(code: string, other: string): boolean {
  return code.toUpperCase() === other.toUpperCase();
}

function tooMany(field: string, { codes }: CodesAsked): Called<never> | null {
  if (codes.length <= mostColumns) return null;
  const message = `Up to ${mostColumns} classes can be compared at once, and ${codes.length} were asked for. Take some of them out.`;
  return { chosen: [], issues: [{ field, problem: 'too-many', message }], notices: [] };
}

/** `found` has a place for each code; a class may have been called by two of them, the one it has and one it had. */
function called<T extends { readonly classId: string }>(
  field: string,
  { codes, repeated }: CodesAsked,
  found: readonly (T | null)[],
  whyNot: (codes: string) => string,
): Called<T> {
  const unknown = codes.filter((_, place) => found[place] === null);
  if (unknown.length > 0) {
    const message = whyNot(unknown.map(shortened).join(' or '));
    return { chosen: [], issues: [{ field, problem: 'unknown', message }], notices: [] };
  }
  const classes = new Map(found.flatMap((each) => (each ? [[each.classId, each]] : [])));
  const names = Map.groupBy(codes, (_, place) => found[place]?.classId);
  const alike = [...names.values()].filter(({ length }) => length > 1);
  return {
    chosen: [...classes.values()],
    issues: [],
    notices: [
      ...repeated.map((code) => `${code} was named more than once, and is shown once.`),
      ...alike.map((each) => `${each.join(' and ')} are codes of the same class, which is shown once.`),
    ],
  };
}
