// /actions/CN1746/notice.pdf: the classification notice of an action that is posted or decided.
import type { Request, Response } from 'express';
import { actionFileName } from '../documents/file-names.ts';
import { noticePdf } from '../documents/notice-print.ts';
import type { Tools } from '../tools.ts';
import { publicPaper } from './action-papers.ts';
import { send } from './answer.ts';
import { planToday } from './page.ts';

export async function sendNotice(
  tools: Tools,
  request: Request<{ number: string }>,
  response: Response,
): Promise<void> {
  const plan = await planToday(tools);
  const paper = await publicPaper(tools.store, request.params.number, plan.settings);
  const { bytes, sha256 } = await noticePdf(tools, paper, plan);
  const fileName = actionFileName(paper, 'notice');
  send(request, response, { form: 'pdf', body: bytes, keeping: 'current', fileName, sha256 });
}
