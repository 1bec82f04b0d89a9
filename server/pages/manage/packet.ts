// /manage/actions/CN1746/packet.pdf and notice.pdf: the documents of an action for those who prepare and decide it, at any
// step, marked as drafts before it is decided. A long packet is being prepared while its page loads itself anew.
import type { Request, Response } from 'express';
import { isDecided } from '../../documents/action-dates.ts';
import { actionFileName } from '../../documents/file-names.ts';
import { noticePdf } from '../../documents/notice-print.ts';
import { packetPdf } from '../../documents/packet.ts';
import type { Tools } from '../../tools.ts';
import { staffPapers } from '../action-papers.ts';
import { sendFilePrivately, sendPrivately } from '../answer.ts';
import { frame, planToday } from '../page.ts';

type ActionRequest = Request<{ number: string }>;

export async function sendPacket(tools: Tools, request: ActionRequest, response: Response): Promise<void> {
  const plan = await planToday(tools);
  const papers = await staffPapers(tools.store, request.params.number, plan.settings);
  const printed = await packetPdf(tools, { ...papers, ...plan });
  const { paper } = papers;
  if (!printed) {
    sendBeingPrepared(tools, response, paper, plan.settings);
    return;
  }
  const fileName = actionFileName(paper, isDecided(paper) ? 'packet' : 'packet_DRAFT');
  sendFilePrivately(response, { form: 'pdf', fileName, body: printed.bytes }, 'inline');
}

export async function sendStaffNotice(
  tools: Tools,
  request: ActionRequest,
  response: Response,
): Promise<void> {
  const plan = await planToday(tools);
  const { paper } = await staffPapers(tools.store, request.params.number, plan.settings);
  const { bytes } = await noticePdf(tools, paper, plan);
  const isPublic = isDecided(paper) || paper.step === 'posted';
  const fileName = actionFileName(paper, isPublic ? 'notice' : 'notice_DRAFT');
  sendFilePrivately(response, { form: 'pdf', fileName, body: bytes }, 'inline');
}

function sendBeingPrepared(
  tools: Tools,
  response: Response,
  { number, title }: { readonly number: string; readonly title: string },
  settings: Parameters<typeof frame>[0],
): void {
  response.set({ Refresh: '2', 'Retry-After': '2' });
  const body = tools.views.render('pages/manage/packet', {
    page: frame(settings, { title: `Board packet of ${number}`, place: 'none' }, response),
    ...{ number, title, href: `/manage/actions/${number}`, self: `/manage/actions/${number}/packet.pdf` },
  });
  sendPrivately(response, body, 202);
}
