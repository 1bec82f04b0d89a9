// A list of classes as a table for a spreadsheet: the whole list, a row for each class, codes beside what they mean.
import { stringify } from 'csv-stringify/sync';
import type { PlanSettings } from '../../schemas/types.ts';
import { meaningOf } from '../model/plan-settings.ts';
import type { ClassRow } from '../store/classes.ts';

const columns = [
  'Code',
  'Title',
  'Status',
  'Revision',
  'Effective on',
  'Series',
  'Level',
  'Pay grade',
  'FLSA',
  'FLSA status',
  'EEO-4',
  'EEO-4 category',
  'Unit',
  'Bargaining unit',
  'Group',
  'Occupational group',
  'Summary',
] as const;

/** A table (RFC 4180) with the mark by which spreadsheets know UTF-8; no cell is taken for a formula. */
export function classListCsv(
  rows: readonly ClassRow[],
  { settings: { codes }, titles }: { settings: PlanSettings; titles: ReadonlyMap<string, string> },
): string {
  const meaning = (table: keyof typeof codes, code: string | null) =>
    code === null ? null : (meaningOf(codes[table], code) ?? code);
  const lines = rows.map((row) => [
    row.code,
    row.title,
    row.status === 'active' ? 'In force' : 'Abolished',
    row.number,
    row.effectiveOn,
    row.seriesId === null ? null : (titles.get(row.seriesId) ?? row.seriesId),
    row.seriesLevel,
    row.payGrade,
    row.flsa,
    meaning('flsa', row.flsa),
    row.eeo4,
    meaning('eeo4', row.eeo4),
    row.bargainingUnit,
    meaning('bargainingUnit', row.bargainingUnit),
    row.occupationalGroup,
    meaning('occupationalGroup', row.occupationalGroup),
    row.summary,
  ]);
  return stringify([columns, ...lines], {
    ...{ bom: true, escape_formulas: true, quoted: true, record_delimiter: 'windows' },
  });
}
