// /manage/actions/CN1746/changes/CLASS/redline.docx: what a draft changes as tracked changes of a Word document, against
// the same text as the page of the redline: …?against=N names another revision.
import type { Request, Response } from 'express';
import { requireAction, requireDraft } from '../../actions/requirements.ts';
import { draftRedline } from '../../documents/draft-redline.ts';
import { draftFileName } from '../../documents/file-names.ts';
import { redlineWord } from '../../documents/redline-word.ts';
import { inWords } from '../../model/calendar-date.ts';
import type { ClassRevision } from '../../store/classes.ts';
import type { Tools } from '../../tools.ts';
import { sendFilePrivately } from '../answer.ts';
import { planToday } from '../page.ts';
import { againstOf } from './redline.ts';

export async function sendDraftRedlineWord(
  tools: Tools,
  request: Request<{ number: string; classId: string }>,
  response: Response,
): Promise<void> {
  const asked = againstOf(request);
  const { number, classId } = request.params;
  const { settings } = await planToday(tools);
  await requireAction(tools.store, number);
  const draft = await requireDraft(tools.store, number, classId);
  const { redline, text, against } = await draftRedline(tools.store, draft, settings, asked);
  const head = { settings, author: settings.office || settings.employer, at: draft.savedAt };
  const body = await redlineWord(redline, {
    ...head,
    before: against && revisionInWords(against),
    after: `the draft in ${number}`,
  });
  const fileName = draftFileName(text, `${number}_redline`, 'docx');
  sendFilePrivately(response, { form: 'docx', fileName, body });
}

function revisionInWords({ number, effectiveOn }: ClassRevision): string {
  return `revision ${number} (effective ${inWords(effectiveOn)})`;
}
