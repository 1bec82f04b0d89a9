// /classes/CI2788: the text in force today, or on the date asked for.
import type { Request, Response } from 'express';
import { refusal } from '../errors.ts';
import { inForce } from '../model/in-force.ts';
import { inWords } from '../model/calendar-date.ts';
import type { CalendarDate } from '../../schemas/types.ts';
import type { Tools } from '../tools.ts';
import { type Form, nameAndForm } from './answer.ts';
import { sendClassPage } from './class-page.ts';
import { type ClassFound, findClass, redirected, sendRevision } from './class-text.ts';
import { askedDate, calendarDateOf } from './dates.ts';

export async function showClass(
  tools: Tools,
  request: Request<{ code: string }>,
  response: Response,
): Promise<void> {
  const { name, form } = nameAndForm(request, request.params.code);
  const found = await findClass(tools, name);
  if (redirected(request, response, name, found.code)) return;
  const on = askedDate(request, found.today);
  await sendTextOn(
    tools,
    request,
    response,
    found,
    on,
    form,
    on === found.today ? `/classes/${found.code}` : null,
  );
}

/** /classes/CI2788/2024-07-01 */
export async function showClassOnDate(
  tools: Tools,
  request: Request<{ code: string; date: string }>,
  response: Response,
): Promise<void> {
  const { name: date, form } = nameAndForm(request, request.params.date);
  const on = calendarDateOf(date);
  const found = await findClass(tools, request.params.code);
  if (redirected(request, response, request.params.code, found.code)) return;
  await sendTextOn(tools, request, response, found, on, form, null);
}

async function sendTextOn(
  tools: Tools,
  request: Request,
  response: Response,
  found: ClassFound,
  on: CalendarDate,
  form: Form,
  current: string | null,
): Promise<void> {
  const revision = inForce(found.revisions, on) ?? (current ? found.revisions[0] : null);
  if (!revision) throw notYetInForce(found, on);
  const standing = found.standings.find((each) => each.revision === revision);
  if (!standing) throw new Error(`Revision ${revision.seq} has no standing`);
  const address = current ?? `/classes/${found.code}/${on}`;
  if (form === 'html') {
    await sendClassPage(tools, request, response, found, { standing, on, address });
    return;
  }
  if (form === 'pdf' && revision.status === 'abolished') throw abolished(found, revision);
  await sendRevision(tools, request, response, found, { revision, form, keeping: 'current' });
}

function notYetInForce(found: ClassFound, on: CalendarDate) {
  const first = found.standings[0]?.revision;
  const since = first ? ` Its first text took effect on ${inWords(first.effectiveOn)}.` : '';
  return refusal('not-yet-in-force', { detail: `Asked for: ${found.code} on ${inWords(on)}.${since}` });
}

function abolished(found: ClassFound, revision: ClassFound['revisions'][number]) {
  return refusal('class-abolished', {
    detail: `${revision.body.title} (${found.code}) was abolished on ${inWords(revision.effectiveOn)}. Its last text is revision ${revision.number}.`,
  });
}
