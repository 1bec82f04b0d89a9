// The tables of the open data for spreadsheets (RFC 4180): their columns, each with what it means, and one row at a time.
import { stringify } from 'csv-stringify/sync';

export interface Column {
  readonly name: string;
  readonly type: 'text' | 'date' | 'integer' | 'instant';
  readonly meaning: string;
}

function column<N extends string>(name: N, type: Column['type'], meaning: string) {
  return { name, type, meaning };
}

const classCode = column('code', 'text', 'The code of the class.');
const classId = column('classId', 'text', 'The lasting name of the class; its code and title can change.');

export const tables = {
  'classes.csv': [
    classCode,
    column('title', 'text', 'The title of the class.'),
    classId,
    column('revision', 'integer', 'The number of the text in force, in revisions.jsonl.'),
    column('effectiveOn', 'date', 'The day from which that text applies.'),
    column('seriesId', 'text', 'The series, in series.jsonl; empty where it is in none.'),
    column('seriesLevel', 'integer', 'Its level in the series, from 1 for the lowest.'),
    column('payGrade', 'text', 'Its pay grade, in pay.csv.'),
    column('minimum', 'integer', 'The lowest pay of the grade, in whole units of the currency a year.'),
    column('maximum', 'integer', 'The highest pay of the grade, in whole units of the currency a year.'),
    column('currency', 'text', 'The currency of the pay, ISO 4217.'),
    column('occupationalGroup', 'text', 'A code of the plan, in codes.csv.'),
    column('flsa', 'text', 'A code of the plan, in codes.csv.'),
    column('eeo4', 'text', 'A code of the plan, in codes.csv.'),
    column('bargainingUnit', 'text', 'A code of the plan, in codes.csv.'),
    column('soc', 'text', 'The Standard Occupational Classification, in codes.csv.'),
    column('civilServiceStatus', 'text', 'A code of the plan, in codes.csv.'),
  ],
  'codes.csv': [
    column('kind', 'text', 'The column of classes.csv, or the section, that holds codes of this kind.'),
    column('scheme', 'text', 'Where the codes come from; empty where they are the plan’s own.'),
    column('code', 'text', 'The code.'),
    column('meaning', 'text', 'What it means.'),
    column('explanation', 'text', 'The same for the public; empty where the meaning says enough.'),
  ],
  'events.csv': [
    classId,
    column('revision', 'integer', 'The revision that the event belongs to.'),
    classCode,
    column('title', 'text', 'The title in that revision.'),
    column('effectiveOn', 'date', 'The day from which that revision applies.'),
    column('on', 'date', 'The day of the event, as precisely as it is known; empty where it is not.'),
    column('kind', 'text', 'What happened.'),
    column('instrument', 'text', 'The action or other instrument that did it.'),
    column('by', 'text', 'By whom, as the class history says it.'),
    column('note', 'text', 'What was noted of it.'),
    column('line', 'text', 'Of an imported event the original wording.'),
  ],
  'pay.csv': [
    column('schedule', 'text', 'The title of the pay schedule.'),
    column('revision', 'integer', 'The number of its revision, in pay-schedules.jsonl.'),
    column('effectiveOn', 'date', 'The day from which it applies.'),
    column('grade', 'text', 'The pay grade.'),
    column('minimum', 'integer', 'Its lowest pay, in whole units of the currency a year.'),
    column('maximum', 'integer', 'Its highest pay, in whole units of the currency a year.'),
    column('currency', 'text', 'The currency, ISO 4217.'),
  ],
  'data-dictionary.csv': [
    column('file', 'text', 'The file that has the field.'),
    column('field', 'text', 'The column, or the path to the field within a line.'),
    column('type', 'text', 'What it holds.'),
    column('meaning', 'text', 'What it means.'),
  ],
} as const satisfies Record<string, readonly Column[]>;

export type TableName = keyof typeof tables;
type Cells<N extends TableName> = Readonly<
  Record<(typeof tables)[N][number]['name'], string | number | null | undefined>
>;

const form = { escape_formulas: true, quoted: true, record_delimiter: 'windows' } as const;

/** With the mark by which spreadsheets know UTF-8. */
export function tableHead(name: TableName): string {
  return stringify([tables[name].map((each) => each.name)], { ...form, bom: true });
}

export function tableRow<N extends TableName>(name: N, cells: Cells<N>): string {
  const row = tables[name].map((each) => (cells as Record<string, string | number | null>)[each.name] ?? '');
  return stringify([row], form);
}
