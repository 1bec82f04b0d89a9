// /classes/CI2788/revisions/4: one permanent revision, whatever has happened since.
import type { Request, Response } from 'express';
import { refusal } from '../errors.ts';
import type { Tools } from '../tools.ts';
import { nameAndForm } from './answer.ts';
import { sendClassPage } from './class-page.ts';
import { findClass, redirected, sendRevision } from './class-text.ts';
import { setLinkHeader } from './version-links.ts';

export async function showRevision(
  tools: Tools,
  request: Request<{ code: string; number: string }>,
  response: Response,
): Promise<void> {
  const { name: number, form } = nameAndForm(request, request.params.number);
  const found = await findClass(tools, request, response, request.params.code);
  if (redirected(request, response, request.params.code, found.code)) return;
  const standing = found.standings.find((each) => String(each.revision.number) === number);
  if (!standing)
    throw refusal('revision-not-found', { detail: `${found.code} has ${found.revisions.length} revisions.` });
  const { revision } = standing;
  const address = `/classes/${found.code}/revisions/${revision.number}`;
  setLinkHeader(response, found, standing, address);
  if (form === 'html') {
    const asOf = { ...found.asOf, on: revision.effectiveOn };
    await sendClassPage(tools, request, response, found, { standing, asOf, address, asOfNotice: null });
    return;
  }
  const keeping = form === 'txt' || form === 'docx' ? 'current' : 'permanent';
  await sendRevision(tools, request, response, found, { standing, form, keeping });
}
