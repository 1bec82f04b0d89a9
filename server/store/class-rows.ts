// One class in a list, as a revision says it: a row of the index in the words of the subject.
import type { CalendarDate, Status } from '../../schemas/types.ts';
import type { ClassIndexTable } from './database.ts';

export interface ClassRow {
  readonly classId: string;
  readonly code: string;
  readonly title: string;
  readonly number: number;
  readonly status: Status;
  readonly effectiveOn: CalendarDate;
  readonly seriesId: string | null;
  readonly seriesLevel: number | null;
  readonly payGrade: string | null;
  readonly flsa: string | null;
  readonly eeo4: string | null;
  readonly bargainingUnit: string | null;
  readonly occupationalGroup: string | null;
  readonly summary: string;
}

export function toClassRow(row: ClassIndexTable): ClassRow {
  return {
    classId: row.class_id,
    code: row.code,
    title: row.title,
    number: row.number,
    status: row.status as Status,
    effectiveOn: row.effective_on,
    seriesId: row.series_id,
    seriesLevel: row.series_level,
    payGrade: row.pay_grade,
    flsa: row.flsa,
    eeo4: row.eeo4,
    bargainingUnit: row.bargaining_unit,
    occupationalGroup: row.occupational_group,
    summary: row.summary,
  };
}
