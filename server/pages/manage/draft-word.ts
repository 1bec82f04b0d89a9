// /manage/actions/CN1746/changes/CLASS/docx: a draft as a Word document, to be worked on and brought back.
import type { Request, Response } from 'express';
import { requireAction, requireDraft } from '../../actions/requirements.ts';
import { draftFileName } from '../../documents/file-names.ts';
import { officialText } from '../../documents/official-text.ts';
import { wordFile } from '../../documents/word.ts';
import { revisionsOf } from '../../store/record.ts';
import type { Tools } from '../../tools.ts';
import { sendFilePrivately } from '../answer.ts';
import { planToday } from '../page.ts';

export async function sendDraftWord(
  tools: Tools,
  request: Request<{ number: string; classId: string }>,
  response: Response,
): Promise<void> {
  const { number, classId } = request.params;
  const { settings } = await planToday(tools);
  await requireAction(tools.store, number);
  const { body, savedAt: at } = await requireDraft(tools.store, number, classId);
  const history = (await revisionsOf(tools.store, 'class', classId)).flatMap(({ events }) => events);
  const notice = `DRAFT of action ${number}. Nothing here is in force before the action is adopted.`;
  const head = { settings, edition: `DRAFT, ${number}`, notice, at };
  const fileName = draftFileName(body, number, 'docx');
  sendFilePrivately(response, {
    form: 'docx',
    fileName,
    body: await wordFile(officialText(body, history, settings), head),
  });
}
