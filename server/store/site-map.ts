// Every address of the plan that has a page of its own, with the day on which it last changed: when the record took something in,
// or when a text that was decided before came into force.
import { sql } from 'kysely';
import type { CalendarDate } from '../../schemas/types.ts';
import type { Store } from './database.ts';

export interface MappedPage {
  readonly path: string;
  /** Null where nothing says it. */
  readonly changedOn: CalendarDate | null;
}

export async function mappedPages(store: Store, today: CalendarDate): Promise<MappedPage[]> {
  const { rows } = await sql<MappedPage>`
    select '/series/' || subject_id as path, max(${lastDay(today)}) as "changedOn" from revisions
      where subject = 'series' group by subject_id
    union all
    select '/actions/' || subject_id, max(substr(recorded_at, 1, 10)) from revisions
      where subject = 'action' group by subject_id
    union all
    select '/classes/' || code, changed_on from (
      select code, max(${lastDay(today)}) over (partition by class_id) as changed_on,
        row_number() over (partition by class_id order by effective_on <= ${today} desc,
          case when effective_on <= ${today} then effective_on end desc, effective_on, number desc) as place
      from class_index) where place = 1
    order by 1`.execute(store.db);
  return rows;
}

/** The later of the day of recording and the day of effect, where that has come. */
function lastDay(today: CalendarDate) {
  return sql`case when effective_on <= ${today} and effective_on > substr(recorded_at, 1, 10)
    then effective_on else substr(recorded_at, 1, 10) end`;
}
