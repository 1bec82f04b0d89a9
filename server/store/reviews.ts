// The classes in force whose present text took effect before a day, the longest ago first.
import { sql } from 'kysely';
import type { CalendarDate } from '../../schemas/types.ts';
import type { Store } from './database.ts';

export interface Unrevised {
  readonly code: string;
  readonly title: string;
  readonly payGrade: string | null;
  readonly effectiveOn: CalendarDate;
  /** A text of the class that is recorded and takes effect later; null where there is none. */
  readonly nextOn: CalendarDate | null;
}

export async function unrevisedSince(
  store: Store,
  {
    before,
    today,
    limit,
    offset,
  }: { before: CalendarDate; today: CalendarDate; limit: number; offset: number },
): Promise<{ rows: Unrevised[]; total: number }> {
  const { rows } = await sql<Unrevised & { total: number }>`
    select code, title, pay_grade as "payGrade", effective_on as "effectiveOn", count(*) over () as total,
      (select min(later.effective_on) from class_index as later
        where later.class_id = found.class_id and later.effective_on > ${today}) as "nextOn"
    from (select *, row_number() over (partition by class_id order by effective_on desc, number desc) as place
      from class_index where effective_on <= ${today}) as found
    where place = 1 and status = 'active' and effective_on < ${before}
    order by effective_on, title, code limit ${limit} offset ${offset}`.execute(store.db);
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}
