// A series as it stood on a date. Where it did not stand then, the refusal tells one that had not begun from none at all.
import type { Series } from '../../schemas/types.ts';
import { type Refusal, refusal } from '../errors.ts';
import { inWords } from '../model/calendar-date.ts';
import { seriesById } from '../store/plan.ts';
import { revisionsOf } from '../store/record.ts';
import type { Tools } from '../tools.ts';
import type { AsOf } from './as-of.ts';
import { shortened } from './page.ts';

export async function findSeries(tools: Tools, id: string, asOf: AsOf): Promise<Series> {
  const series = await seriesById(tools.store, id, asOf.on, asOf.knownAt);
  if (!series) throw await noSeries(tools, id, asOf);
  return series;
}

export async function noSeries({ store }: Tools, id: string, { on, today, knownAt }: AsOf): Promise<Refusal> {
  const asked = `Asked for: ${shortened(id)}, on ${inWords(on)}.`;
  const known = (await revisionsOf(store, 'series', id)).filter(({ recordedAt }) => recordedAt <= knownAt);
  const [first] = known.map(({ effectiveOn }) => effectiveOn).sort();
  if (first === undefined) return refusal('series-not-found', { detail: asked });
  return refusal('series-not-begun', {
    detail: `${asked} It ${first <= today ? 'began' : 'begins'} on ${inWords(first)}.`,
  });
}
