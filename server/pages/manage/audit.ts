// /manage/audit: who did, tried or was refused what; the latest first.
import type { Request, Response } from 'express';
import { refusal } from '../../errors.ts';
import { type KeptAuditEntry, latestAudit } from '../../store/audit.ts';
import { allPeople } from '../../store/people.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { frame, planToday, queryValue } from '../page.ts';

const onOnePage = 100;

export async function showAudit(tools: Tools, request: Request, response: Response): Promise<void> {
  const text = queryValue(request, 'before');
  if (text !== null && !/^[1-9]\d{0,14}$/.test(text)) throw refusal('bad-request');
  const before = text === null ? null : Number(text);
  const { settings } = await planToday(tools);
  const entries = await latestAudit(tools.store, { before, limit: onOnePage + 1 });
  const names = new Map((await allPeople(tools.store)).map(({ id, name }) => [`person ${id}`, name]));
  const shown = entries.slice(0, onOnePage);
  const body = tools.views.render('pages/manage/audit', {
    page: frame(settings, { title: 'Audit', place: 'manage' }, response),
    entries: shown.map((entry) => rowOf(entry, names, settings.timeZone)),
    older: entries.length > onOnePage ? `/manage/audit?before=${shown.at(-1)?.seq}` : null,
    isLatest: before === null,
  });
  sendPrivately(response, body);
}

/** What the entry is about; null where that is who acted. */
function aboutOf({ subject, personId }: KeptAuditEntry, names: ReadonlyMap<string, string>): string | null {
  if (subject === `person ${personId}` || subject === 'nobody') return null;
  return names.get(subject) ?? subject;
}

function rowOf(entry: KeptAuditEntry, names: ReadonlyMap<string, string>, timeZone: string) {
  const format = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'medium', timeZone });
  return {
    seq: entry.seq,
    at: format.format(new Date(entry.at)),
    instant: entry.at,
    who: entry.personName ?? (entry.act === 'sign-in-refused' ? 'Somebody' : 'The keeper of the server'),
    act: entry.act.replaceAll('-', ' '),
    about: aboutOf(entry, names),
    detail: Object.entries(entry.detail)
      .map(
        ([name, value]) =>
          `${inSeveralWords(name)}: ${Array.isArray(value) ? value.join(', ') : String(value)}`,
      )
      .join('; '),
  };
}

/** 'hasPassword' → 'has password' */
function inSeveralWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
