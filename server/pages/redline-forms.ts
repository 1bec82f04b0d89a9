// A redline as data, plain text and PDF: to the public, to be asked for again; of a draft, to nobody but the one who asks.
import type { Request, Response } from 'express';
import type { PlanSettings, RedlineLinks } from '../../schemas/types.ts';
import type { ComparedTexts } from '../documents/compared-texts.ts';
import { redlineFileName } from '../documents/file-names.ts';
import { publishedRedline } from '../documents/redline-json.ts';
import { redlinePdf } from '../documents/redline-print.ts';
import { redlineText } from '../documents/redline-text.ts';
import { refusal } from '../errors.ts';
import type { Tools } from '../tools.ts';
import { type Form, send, sendFilePrivately } from './answer.ts';
import { type AskedRedline, redlineAddress } from './redline-asked.ts';

export interface SentRedline {
  readonly texts: ComparedTexts;
  readonly settings: PlanSettings;
  readonly form: Exclude<Form, 'html'>;
  readonly asked: AskedRedline;
}

export const redlineForms: readonly Form[] = ['html', 'json', 'txt', 'pdf'];

export function redlineLinks(asked: AskedRedline): RedlineLinks {
  const to = (ending: string) => redlineAddress({ ...asked, style: 'inline' }, ending);
  return { html: to(''), json: to('.json'), txt: to('.txt'), pdf: to('.pdf') };
}

export async function sendRedline(
  tools: Tools,
  request: Request,
  response: Response,
  sent: SentRedline,
): Promise<void> {
  const { form, texts } = sent;
  const fileName = redlineFileName(texts, form);
  send(request, response, { form, keeping: 'current', fileName, ...(await bodyOf(tools, sent)) });
}

export async function sendRedlinePrivately(
  tools: Tools,
  response: Response,
  sent: SentRedline,
): Promise<void> {
  const { form, texts } = sent;
  const { body } = await bodyOf(tools, sent);
  const fileName = redlineFileName(texts, form);
  sendFilePrivately(response, {
    ...{ form, fileName },
    body: typeof body === 'string' ? Buffer.from(body) : body,
  });
}

async function bodyOf(
  tools: Tools,
  { texts, settings, form, asked }: SentRedline,
): Promise<{ body: string | Uint8Array; sha256?: string }> {
  if (form === 'json') return { body: JSON.stringify(publishedRedline(texts, redlineLinks(asked))) };
  if (form === 'txt') return { body: redlineText(texts, settings) };
  if (form === 'pdf') {
    const { bytes, sha256 } = await redlinePdf(tools, texts, settings);
    return { body: bytes, sha256 };
  }
  throw refusal('not-acceptable', { detail: 'A redline answers as HTML, JSON, plain text and PDF.' });
}
