// Lineage: the names that a class has had. A recode or a retitle keeps the class; the names it had lead to it for ever.
import type { CalendarDate, Instant } from '../../schemas/types.ts';
import { inWords } from './calendar-date.ts';
import { appliedUntil, byApplication, isCorrectedInTime } from './standing.ts';

interface Named {
  readonly number: number;
  readonly status: string;
  readonly effectiveOn: CalendarDate;
  readonly recordedAt: Instant;
  readonly code: string;
  readonly title: string;
}

/** A title and a code that applied together, from one day until another; null: no end is known. */
export interface ClassName {
  readonly code: string;
  readonly title: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

/** In the order in which they applied. What was corrected before it applied was never a name; what was corrected later was one until then. */
export function namesOf(revisions: readonly Named[]): ClassName[] {
  const names: ClassName[] = [];
  const timeline = [...revisions].sort(byApplication);
  for (const [index, revision] of timeline.entries()) {
    const { code, title, effectiveOn: from } = revision;
    const [last, before, next] = [names.at(-1), timeline[index - 1], timeline[index + 1]];
    if ((next && isCorrectedInTime(revision, next)) || (last && isSame(last, { code, title }))) continue;
    if (last) {
      const isLate = before?.effectiveOn === from && !isCorrectedInTime(before, revision);
      names[names.length - 1] = { ...last, until: isLate ? appliedUntil(before, revision, timeline) : from };
    }
    names.push({ code, title, from, until: null });
  }
  return names;
}

type CodeAndTitle = Pick<ClassName, 'code' | 'title'>;

function isSame(one: CodeAndTitle, other: CodeAndTitle): boolean {
  return one.code === other.code && one.title === other.title;
}

/** The name that applies on a date; of a class that does not exist yet, the first it will have. */
export function nameOn(names: readonly ClassName[], on: CalendarDate): ClassName | null {
  return names.findLast(({ from }) => from <= on) ?? names[0] ?? null;
}

/** The names that had ended by `on`, without one that applies again. */
export function formerNames(names: readonly ClassName[], on: CalendarDate): ClassName[] {
  const present = nameOn(names, on);
  return names.filter(
    (name) => name.until !== null && name.until <= on && !(present && isSame(name, present)),
  );
}

/** 'Formerly Clerk Typist (CA1091) until July 1, 2019' */
export function formerlyInWords({ title, code, until }: ClassName): string {
  return `Formerly ${title} (${code})${until === null ? '' : ` until ${inWords(until)}`}`;
}

/** What the class was called before and is called after the name of `shownOn`, one sentence each, as seen on `today`. */
export function otherNamesInWords(
  names: readonly ClassName[],
  shownOn: CalendarDate,
  today: CalendarDate,
): string[] {
  const shown = nameOn(names, shownOn);
  const later = names.filter(({ from }) => from > (shown?.from ?? ''));
  const former = new Set([
    ...formerNames(names, shownOn),
    ...(shown ? correctedInto(shown, names, today) : []),
  ]);
  return [
    ...[...former].map(
      ({ title, code, from, until }) =>
        `Formerly ${title} (${code}), from ${inWords(from)} until ${inWords(until ?? '')}.`,
    ),
    ...later.map(({ title, code, from }) =>
      from > today
        ? `From ${inWords(from)} on: ${title} (${code}).`
        : `Since ${inWords(from)}: ${title} (${code}).`,
    ),
  ];
}

/** The names in place of which a correction put this one, for days on which they had applied. */
function correctedInto(shown: ClassName, names: readonly ClassName[], today: CalendarDate): ClassName[] {
  return formerNames(names, today).filter(
    ({ from, until, ...name }) =>
      from <= shown.from && until !== null && until > shown.from && !isSame(name, shown),
  );
}

/** Whether two titles are one, in whatever case and spacing they are written. */
export function isSameTitle(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(title: string): string {
  return title.normalize('NFC').replace(/\s+/g, ' ').toLowerCase();
}
