// The facts of several specifications as a ladder: pay, education, years, supervision and the like side by side, each with
// what it is against the column before: the same, higher, lower, or another where none is higher.
import type { CodeTable, PlanSettings, SectionKey, Specification } from '../../schemas/types.ts';
import { type PayRange, yearlyPay } from './pay.ts';
import { meaningOf } from './plan-settings.ts';
import { educationAsked, yearsAsked } from './qualifications.ts';
import { proseOf } from './specification.ts';

export interface LadderColumn {
  readonly body: Specification;
  /** null where the pay of the grade is not known. */
  readonly pay: PayRange | null;
}

export type LadderKey =
  | 'payGrade'
  | 'education'
  | 'experience'
  | 'equivalency'
  | 'supervisionReceived'
  | 'supervisionExercised'
  | 'flsa'
  | 'probation'
  | 'physicalDemandLevel';

export type LadderStep = 'first' | 'same' | 'higher' | 'lower' | 'other' | 'stated' | 'not stated';

export interface LadderCell {
  /** In short: 'EX-18', 'Bachelor’s degree', '3 years'; null where the specification does not state it. */
  readonly value: string | null;
  /** In its own words, or the pay of the grade; null where the value says it all. */
  readonly detail: string | null;
  /** Against the column before. */
  readonly step: LadderStep;
}

export interface LadderFact {
  readonly key: LadderKey;
  /** The section that states it. */
  readonly section: SectionKey;
  readonly cells: readonly LadderCell[];
}

interface Told {
  readonly value: string;
  readonly detail: string | null;
  /** What is compared by height; null where it has none. */
  readonly height: number | null;
}

type Teller = (column: LadderColumn, settings: PlanSettings) => Told | null;

const facts: readonly (readonly [LadderKey, SectionKey, Teller])[] = [
  ['payGrade', 'details', payGrade],
  ['education', 'education', ({ body }) => inShort(body, 'education', educationAsked(body))],
  ['experience', 'experience', ({ body }) => inShort(body, 'experience', yearsTold(yearsAsked(body)))],
  ['equivalency', 'equivalency', ({ body }) => ownWords(body, 'equivalency')],
  ['supervisionReceived', 'supervisionReceived', ({ body }) => ownWords(body, 'supervisionReceived')],
  ['supervisionExercised', 'supervisionExercised', supervision],
  ['flsa', 'details', ({ body }, { codes }) => coded(body.sections.details?.flsa, codes.flsa)],
  ['probation', 'probation', probation],
  ['physicalDemandLevel', 'physicalDemandLevel', physicalLevel],
];

/** One row for each fact that any of the columns states. */
export function ladderOf(columns: readonly LadderColumn[], settings: PlanSettings): LadderFact[] {
  return facts.flatMap(([key, section, tell]) => {
    const told = columns.map((column) => tell(column, settings));
    if (told.every((each) => each === null)) return [];
    const cells = told.map((each, index) => ({
      value: each?.value ?? null,
      detail: each?.detail ?? null,
      step: index === 0 ? ('first' as const) : stepOf(told[index - 1] ?? null, each),
    }));
    return [{ key, section, cells }];
  });
}

function stepOf(before: Told | null, after: Told | null): LadderStep {
  if (!before || !after) return before === after ? 'same' : after ? 'stated' : 'not stated';
  if (before.height !== null && after.height !== null && before.height !== after.height)
    return after.height > before.height ? 'higher' : 'lower';
  return before.value === after.value && before.detail === after.detail ? 'same' : 'other';
}

function plain(value: string): Told {
  return { value, detail: null, height: null };
}

function coded(code: string | undefined, table: CodeTable): Told | null {
  return code === undefined ? null : plain(meaningOf(table, code) ?? code);
}

function payGrade({ body, pay }: LadderColumn): Told | null {
  const grade = body.sections.details?.payGrade;
  if (grade === undefined) return null;
  return { value: grade, detail: pay && yearlyPay(pay), height: pay && pay.minimum };
}

/** The fact in short with the section's own words below it; the words alone where they could not be read. */
function inShort(
  body: Specification,
  key: SectionKey,
  fact: { readonly name: string; readonly rank: number } | null,
): Told | null {
  const words = ownWords(body, key);
  if (!words || !fact) return words;
  const detail = words.value === fact.name ? null : words.value;
  return { value: fact.name, detail, height: fact.rank };
}

function ownWords(body: Specification, key: SectionKey): Told | null {
  const section = body.sections[key];
  if (!section) return null;
  return plain(section.state === 'none' ? (section.wording ?? 'None') : proseOf(body, key));
}

function yearsTold(years: number | null) {
  if (years === null) return null;
  const months = Math.round(years * 12);
  const name =
    years === 0 ? 'None' : months % 12 === 0 ? counted(months / 12, 'year') : counted(months, 'month');
  return { name, rank: years };
}

function counted(count: number, unit: string): string {
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
}

const supervisionVerbs = [
  /\bguides?\b/i,
  /\bleads?\b/i,
  /\bsupervises\b(?! no\b)/i,
  /\bmanages\b/i,
  /\bdirects\b/i,
];

/** The opening says how a class stands to the employees below it; what it does 'by position' only some do. */
function supervision({ body }: LadderColumn): Told | null {
  const words = ownWords(body, 'supervisionExercised');
  if (!words) return null;
  if (body.sections.supervisionExercised?.state === 'none') return { ...words, height: 0 };
  const [opening = ''] = words.value.split(/\.\s/);
  const height = supervisionVerbs.findIndex((verb) => verb.test(opening));
  return { ...words, height: height < 0 ? (/\bno\b/i.test(opening) ? 0 : null) : height + 1 };
}

const monthsIn = { hours: 1 / 720, days: 1 / 30, weeks: 1 / 4, months: 1, years: 12 } as const;

function probation({ body }: LadderColumn): Told | null {
  const section = body.sections.probation;
  if (!section) return null;
  if (section.state === 'none') return { ...plain(section.wording ?? 'None'), height: 0 };
  const { text, length, unit } = section;
  return { ...plain(text), height: length === null || unit === null ? null : length * monthsIn[unit] };
}

/** The plan lists its levels of physical demand from the lightest up. */
function physicalLevel({ body }: LadderColumn, { codes }: PlanSettings): Told | null {
  const section = body.sections.physicalDemandLevel;
  if (!section) return null;
  if (section.state === 'none') return plain(section.wording ?? 'None');
  const { code, meaning } = section;
  const place = codes.physicalDemandLevel.values.findIndex((each) => each.code === code);
  return { ...plain(code === null ? meaning : `${code}-${meaning}`), height: place < 0 ? null : place };
}
