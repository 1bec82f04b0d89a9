// /api/v1/changes: what the record took in since an entry or a day; /api/v1/export: the whole plan as a file.
import type { RecordEntries, RecordEntry } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { isCalendarDate } from '../model/calendar-date.ts';
import { endOfDay } from '../model/instant.ts';
import { daysAfter } from '../model/workflow.ts';
import { planToday } from '../pages/page.ts';
import { recordHead } from '../store/record.ts';
import { entriesSince, type FollowedEntry, type Since } from '../store/record-entries.ts';
import type { Tools } from '../tools.ts';
import { apiRoot, type Call, type Reply } from './operation.ts';
import { cursorOf, keyIn, lengthOf } from './parts.ts';

export async function listEntries(tools: Tools, { query }: Call<'query-record.schema.json'>): Promise<Reply> {
  const { settings } = await planToday(tools);
  const since = sinceOf(query.since ?? '0', settings.timeZone);
  const [after = 0] = keyIn(query, 'number') ?? [];
  const limit = lengthOf(query);
  const { entries, total } = await entriesSince(tools.store, since, { after, limit: limit + 1 });
  const told = entries.slice(0, limit);
  const last = entries.length > limit ? told.at(-1) : undefined;
  const body: RecordEntries = {
    head: (await recordHead(tools.store)).seq,
    data: told.map(published),
    page: { limit, nextCursor: last ? cursorOf([last.seq]) : null, total },
  };
  return { status: 200, body };
}

/** A number is the entry that was read last; a date is a day of the plan's own clocks, from its beginning on. */
function sinceOf(text: string, timeZone: string): Since {
  if (!text.includes('-')) return { seq: Number(text), recordedAfter: '' };
  if (isCalendarDate(text) && text > '1000-01-01')
    return { seq: 0, recordedAfter: endOfDay(daysAfter(text, -1), timeZone) };
  const detail = 'since is the number of an entry or a date: 2024-07-01.';
  throw refusal('request-not-valid', { errors: [{ parameter: 'since', detail }] });
}

function published({ code, ...entry }: FollowedEntry): RecordEntry {
  return { ...entry, href: hrefOf(entry, code) };
}

function hrefOf({ subject, subjectId, number }: Omit<FollowedEntry, 'code'>, code: string | null) {
  if (subject === 'class') return `${apiRoot}/classes/${code}/revisions/${number}`;
  if (subject === 'action') return `${apiRoot}/actions/${subjectId}`;
  return subject === 'series' ? `${apiRoot}/series/${subjectId}` : null;
}

/** The file is made and kept at its own address, for people and programs alike. */
export function sendExport(): Promise<Reply> {
  return Promise.resolve({ status: 302, location: '/data/plan.zip' });
}
