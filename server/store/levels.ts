// The levels of series: of all of them on a date in one query, and what open actions propose for them.
import { sql } from 'kysely';
import type { CalendarDate } from '../../schemas/types.ts';
import type { Intent } from '../model/change.ts';
import type { Step } from '../model/workflow.ts';
import type { Store } from './database.ts';

/** A class at a level of a series. */
export interface LevelRow {
  readonly classId: string;
  readonly seriesId: string;
  readonly level: number;
  readonly code: string;
  readonly title: string;
  readonly payGrade: string | null;
}

/** Every class in force on a date that stands in a series, or in the one that is named: by series, lowest level first. */
export async function levelsOn(
  store: Store,
  on: CalendarDate,
  seriesId: string | null = null,
): Promise<LevelRow[]> {
  const { rows } = await sql<LevelRow>`
    select class_id as "classId", series_id as "seriesId", series_level as level, code, title, pay_grade as "payGrade"
    from (select *, row_number() over (partition by class_id order by effective_on desc, number desc) as place
      from class_index where effective_on <= ${on})
    where place = 1 and status = 'active'
      and ${seriesId === null ? sql`series_id is not null` : sql`series_id = ${seriesId}`}
    order by series_id, series_level, title, code`.execute(store.db);
  return rows;
}

/** A draft of an open action that places its class in a series. */
export interface ProposedLevel {
  readonly classId: string;
  readonly action: string;
  readonly step: Step;
  readonly intent: Intent;
  readonly seriesId: string | null;
  readonly level: number | null;
  readonly code: string | null;
  readonly title: string;
}

/** What open actions propose: new classes in a series, and every draft of one of the classes named. */
export async function proposedLevels(
  store: Store,
  seriesId: string | null,
  classIds: readonly string[],
): Promise<ProposedLevel[]> {
  const concerned = classIds.length === 0 ? sql`null` : sql.join([...classIds]);
  const { rows } = await sql<ProposedLevel>`
    select drafts.class_id as "classId", actions.number as action, actions.step, drafts.intent,
      json_extract(drafts.body, '$.series.id') as "seriesId", json_extract(drafts.body, '$.series.level') as level,
      json_extract(drafts.body, '$.code') as code, json_extract(drafts.body, '$.title') as title
    from drafts join actions on actions.number = drafts.action
    where actions.step in ('draft', 'in review', 'posted')
      and (drafts.class_id in (${concerned})
        or ${seriesId === null ? sql`"seriesId" is not null` : sql`"seriesId" = ${seriesId}`})
    order by actions.number, level, drafts.position`.execute(store.db);
  return rows;
}
