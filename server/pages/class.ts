// /classes/CI2788: the text in force today, or on the date asked for.
import type { Request, Response } from 'express';
import type { CalendarDate } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { inForce } from '../model/in-force.ts';
import { inWords } from '../model/calendar-date.ts';
import type { Standing } from '../model/standing.ts';
import type { ClassRevision } from '../store/classes.ts';
import type { Tools } from '../tools.ts';
import { type Form, nameAndForm } from './answer.ts';
import { asOfNotice, isAllKnown } from './as-of.ts';
import { sendClassPage } from './class-page.ts';
import { type ClassFound, findClass, redirected, sendRevision } from './class-text.ts';
import { calendarDateOf } from './dates.ts';
import type { Notice } from './notice.ts';
import { setLinkHeader } from './version-links.ts';

export async function showClass(
  tools: Tools,
  request: Request<{ code: string }>,
  response: Response,
): Promise<void> {
  const { name, form } = nameAndForm(request, request.params.code);
  const found = await findClass(tools, request, response, name);
  if (redirected(request, response, name, found.code)) return;
  const current = found.asOf.on === found.today ? `/classes/${found.code}` : null;
  await sendTextOn(tools, request, response, found, form, current);
}

/** /classes/CI2788/2024-07-01 */
export async function showClassOnDate(
  tools: Tools,
  request: Request<{ code: string; date: string }>,
  response: Response,
): Promise<void> {
  const { name: date, form } = nameAndForm(request, request.params.date);
  const on = calendarDateOf(date);
  const found = await findClass(tools, request, response, request.params.code);
  if (redirected(request, response, request.params.code, found.code)) return;
  await sendTextOn(tools, request, response, { ...found, asOf: { ...found.asOf, on } }, form, null);
}

/** `current` is the address of the text of today, where that is asked for. */
async function sendTextOn(
  tools: Tools,
  request: Request,
  response: Response,
  found: ClassFound,
  form: Form,
  current: string | null,
): Promise<void> {
  const { on } = found.asOf;
  const revision = inForce(found.revisions, on) ?? (current ? found.revisions[0] : null);
  if (!revision) throw notYetInForce(found, on);
  const standing = found.standings.find((each) => each.revision === revision);
  if (!standing) throw new Error(`Revision ${revision.seq} has no standing`);
  if (form === 'pdf' && revision.status === 'abolished') throw abolished(found, revision);
  const address = current ?? `/classes/${found.code}/${on}`;
  setLinkHeader(response, found, standing, address);
  if (form === 'html') {
    const shown = { standing, asOf: found.asOf, address, asOfNotice: dateNotice(found, standing) };
    await sendClassPage(tools, request, response, found, shown);
    return;
  }
  await sendRevision(tools, request, response, found, { standing, form, keeping: 'current' });
}

/** A text that is not in force today says so itself; one that is, says that its date is another. */
function dateNotice({ asOf, code }: ClassFound, { kind }: Standing<ClassRevision>): Notice | null {
  const notice = asOfNotice(asOf, `/classes/${code}`);
  if (kind !== 'in force') return isAllKnown(asOf) ? null : notice;
  return notice && { ...notice, text: `${notice.text} The text is the one in force today.` };
}

function notYetInForce(found: ClassFound, on: CalendarDate) {
  const first = found.standings[0]?.revision;
  const since = first ? ` Its first text took effect on ${inWords(first.effectiveOn)}.` : '';
  return refusal('not-yet-in-force', { detail: `Asked for: ${found.code} on ${inWords(on)}.${since}` });
}

function abolished(found: ClassFound, revision: ClassRevision) {
  return refusal('class-abolished', {
    detail: `${revision.body.title} (${found.code}) was abolished on ${inWords(revision.effectiveOn)}. Its last text is revision ${revision.number}.`,
  });
}
