// /manage/actions/CN1746/changes/CLASS/draft.pdf: a draft as it would be printed, marked as one on every page.
import type { Request, Response } from 'express';
import { requireAction, requireDraft } from '../../actions/requirements.ts';
import { draftRedline } from '../../documents/draft-redline.ts';
import { draftFileName } from '../../documents/file-names.ts';
import { printedLately, printKey } from '../../documents/printed-lately.ts';
import { readingCopyJob } from '../../documents/reading-copy.ts';
import { revisionsOf } from '../../store/record.ts';
import type { Tools } from '../../tools.ts';
import { sendFilePrivately } from '../answer.ts';
import { planToday } from '../page.ts';

export async function sendDraftPdf(
  tools: Tools,
  request: Request<{ number: string; classId: string }>,
  response: Response,
): Promise<void> {
  const { number, classId } = request.params;
  const { settings } = await planToday(tools);
  await requireAction(tools.store, number);
  const draft = await requireDraft(tools.store, number, classId);
  const { text: body } = await draftRedline(tools.store, draft, settings);
  const copy = {
    body,
    history: (await revisionsOf(tools.store, 'class', classId)).flatMap(({ events }) => events),
    instrument: 'Draft',
    edition: `Draft of ${number}`,
    banner: `DRAFT of action ${number}. Nothing here is in force before the action is adopted.`,
    watermark: 'DRAFT',
    isPublic: false,
    at: draft.savedAt,
  };
  const { bytes } = await printedLately(tools, printKey('draft', copy, settings), () =>
    readingCopyJob(tools.views, copy, settings),
  );
  sendFilePrivately(response, { form: 'pdf', fileName: draftFileName(body, number, 'pdf'), body: bytes });
}
