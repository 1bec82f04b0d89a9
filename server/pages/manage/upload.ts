// /manage/actions/CN1746/changes/CLASS/upload: sends a Word document or plain text to be read into a draft. Nothing is changed
// here; what was read is shown first.
import type { Request, Response } from 'express';
import { readUpload } from '../../actions/read-upload.ts';
import { requireAction, requireDraft, requireEditable } from '../../actions/requirements.ts';
import type { Issue } from '../../model/issue.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { summaryOf } from '../field.ts';
import { frame, planToday } from '../page.ts';
import type { SentFile } from '../multipart.ts';
import { staff } from '../visitor.ts';

type DraftRequest = Request<{ number: string; classId: string }>;

export async function showUpload(tools: Tools, request: DraftRequest, response: Response): Promise<void> {
  await sendForm(tools, request, response, null);
}

export async function receiveDocument(
  tools: Tools,
  request: DraftRequest,
  response: Response,
  file: SentFile | null,
): Promise<void> {
  if (!file) {
    await sendForm(tools, request, response, 'Choose a file that has something in it.');
    return;
  }
  const { number, classId } = request.params;
  const acting = { store: tools.store, now: tools.clock.now(), by: staff(response) };
  const read = await readUpload(acting, number, classId, file);
  if (read.outcome === 'refused') await sendForm(tools, request, response, `${file.name}: ${read.sentence}`);
  else response.redirect(303, `/manage/actions/${number}/changes/${classId}/upload/${read.id}`);
}

async function sendForm(
  tools: Tools,
  request: DraftRequest,
  response: Response,
  message: string | null,
): Promise<void> {
  const { number, classId } = request.params;
  const { settings } = await planToday(tools);
  requireEditable(await requireAction(tools.store, number));
  const { body } = await requireDraft(tools.store, number, classId);
  const title = body.title || 'New class';
  const draftHref = `/manage/actions/${number}/changes/${classId}`;
  const issues: Issue[] = message === null ? [] : [{ field: 'file', problem: 'file', message }];
  const page = tools.views.render('pages/manage/upload', {
    page: frame(settings, { title: `Upload into ${title} in ${number}`, place: 'none' }, response),
    title,
    code: body.code,
    number,
    href: `/manage/actions/${number}`,
    draftHref,
    self: `${draftHref}/upload`,
    wordHref: `${draftHref}/docx`,
    problem: message,
    problems: issues.length > 0 ? summaryOf(issues) : null,
  });
  sendPrivately(response, page, message === null ? 200 : 422);
}
