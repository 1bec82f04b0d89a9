// What series are called within an action: as on a date, and as the action itself names those that it begins or changes.
import type { CalendarDate } from '../../schemas/types.ts';
import type { SeriesTitles } from '../model/redline-sections.ts';
import type { Store } from '../store/database.ts';
import { seriesTitles } from '../store/plan.ts';
import { planTextsOf } from '../store/plan-texts.ts';

/** Without a date as they are last decided. */
export async function titlesWithin(
  store: Store,
  action: string,
  on: CalendarDate | null,
): Promise<SeriesTitles> {
  const titles = await seriesTitles(store, on ?? undefined);
  for (const { id, body } of await planTextsOf(store, action))
    if ('concept' in body) titles.set(id, body.title);
  return titles;
}
