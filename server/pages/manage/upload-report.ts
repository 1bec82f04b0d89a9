// /manage/actions/CN1746/changes/CLASS/upload/ID: what a file would make of the draft, what became of each of its lines, what
// to look at; and the button that puts it in. What is put in is what was read, nothing that comes back from the browser.
import type { Request, Response } from 'express';
import type { UploadForm } from '../../../schemas/types.ts';
import { confirmUpload, requireUpload, type UploadNamed } from '../../actions/confirm-upload.ts';
import { requireDraft } from '../../actions/requirements.ts';
import { redlineView } from '../../documents/redline-view.ts';
import { titlesWithin } from '../../documents/series-titles.ts';
import { refusal } from '../../errors.ts';
import type { Choices, Conflict } from '../../model/merge.ts';
import { redlineOf } from '../../model/redline.ts';
import { canonicalJson } from '../../model/revision-chain.ts';
import { draftVersion } from '../../store/drafts.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { type Filled, filled } from '../form.ts';
import { frame, planToday } from '../page.ts';
import { staff } from '../visitor.ts';
import { conflictRows } from './conflict-view.ts';
import { reportView } from './report-view.ts';

type UploadRequest = Request<{ number: string; classId: string; upload: string }>;

export async function showUploadReport(
  tools: Tools,
  request: UploadRequest,
  response: Response,
): Promise<void> {
  await sendReport(tools, request, response, []);
}

export async function sendConfirmed(
  tools: Tools,
  request: UploadRequest,
  response: Response,
  form: Filled<'form-upload.schema.json'>,
): Promise<void> {
  const named = namedBy(request);
  const saved = await confirmUpload(actingOf(tools, response), named, choicesOf(filled(form)));
  if (saved.outcome === 'conflict') {
    await sendReport(tools, request, response, saved.conflicts);
    return;
  }
  if (saved.outcome === 'invalid')
    throw refusal('form-not-readable', { detail: 'The text cannot be saved.' });
  response.redirect(303, `/manage/actions/${named.number}/changes/${named.classId}?saved=${saved.outcome}`);
}

async function sendReport(
  tools: Tools,
  request: UploadRequest,
  response: Response,
  conflicts: readonly Conflict[],
): Promise<void> {
  const named = namedBy(request);
  const { number, classId, id } = named;
  const { settings } = await planToday(tools);
  const upload = await requireUpload(actingOf(tools, response), named);
  const edited = await draftVersion(tools.store, number, classId, upload.base);
  if (!edited) throw refusal('upload-not-found');
  const draft = await requireDraft(tools.store, number, classId);
  const title = draft.body.title || 'New class';
  const draftHref = `/manage/actions/${number}/changes/${classId}`;
  const titles = await titlesWithin(tools.store, number, null);
  const redline = redlineView(redlineOf(edited.body, upload.body, settings, titles));
  const body = tools.views.render('pages/manage/upload-report', {
    page: frame(settings, { title: `What was read for ${title} in ${number}`, place: 'none' }, response),
    title,
    code: draft.body.code,
    number,
    href: `/manage/actions/${number}`,
    draftHref,
    uploadHref: `${draftHref}/upload`,
    self: `${draftHref}/upload/${id}`,
    isStale: draft.hash !== upload.base,
    isSame: canonicalJson(edited.body) === canonicalJson(upload.body),
    redline: redline.hasChanges ? redline : null,
    conflicts: conflicts.length > 0 ? conflictRows(conflicts) : null,
    ...reportView(upload.report, settings),
  });
  sendPrivately(response, body, conflicts.length > 0 ? 412 : 200);
}

function namedBy({ params: { number, classId, upload } }: UploadRequest): UploadNamed {
  return { number, classId, id: upload };
}

function actingOf({ store, clock }: Tools, response: Response) {
  return { store, now: clock.now(), by: staff(response) };
}

/** 'mine=sections.duties.b7' */
function choicesOf({ settle = [] }: UploadForm): Choices {
  const choices: Record<string, 'mine' | 'theirs'> = {};
  for (const text of settle) {
    const [, choice, at] = /^(mine|theirs)=(.+)$/.exec(text) ?? [];
    if (at) choices[at] = choice === 'mine' ? 'mine' : 'theirs';
  }
  return choices;
}
