// The classes in force whose names fit what somebody is typing, best first. Texts are not looked at: it answers every key.
import type { CalendarDate } from '../../schemas/types.ts';
import { narrowed } from '../model/class-facets.ts';
import { scoresOf } from '../model/class-scores.ts';
import { readSearch } from '../model/search-reading.ts';
import type { Store } from './database.ts';
import { planDirectory } from './plan-directory.ts';
import { endOfTime } from './record.ts';

export interface Suggestion {
  readonly code: string;
  readonly title: string;
}

export async function suggestClasses(
  store: Store,
  { typed, on, limit }: { typed: string; on: CalendarDate; limit: number },
): Promise<Suggestion[]> {
  const { directory, vocabulary, inForce } = await planDirectory(store);
  const reading = readSearch(typed, false, vocabulary);
  if (reading.groups.length === 0) return [];
  const holding = inForce(on, endOfTime);
  const scores = scoresOf(directory, holding, { typed, reading, texts: { seqs: [], fit: null } });
  const listing = { scores, chosen: { status: 'active' }, sort: 'relevance', offset: 0, limit } as const;
  return narrowed(directory, holding, listing).places.flatMap((place) => {
    const entry = directory.entries[place];
    return entry ? { code: entry.code, title: entry.title } : [];
  });
}
