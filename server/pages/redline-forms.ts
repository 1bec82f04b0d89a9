// A redline as data, plain text, PDF and Word document: to the public, to be asked for again; of a draft, to nobody but the
// one who asks.
import type { Request, Response } from 'express';
import type { PlanSettings, RedlineLinks } from '../../schemas/types.ts';
import type { ComparedTexts } from '../documents/compared-texts.ts';
import { redlineFileName } from '../documents/file-names.ts';
import { publishedRedline } from '../documents/redline-json.ts';
import { redlinePdf } from '../documents/redline-print.ts';
import { redlineText } from '../documents/redline-text.ts';
import { redlineWord, type RedlineWordHead } from '../documents/redline-word.ts';
import { refusal } from '../errors.ts';
import type { Tools } from '../tools.ts';
import { type Form, send, sendFilePrivately } from './answer.ts';
import { type AskedRedline, redlineAddress, wantedOf } from './redline-asked.ts';

export interface SentRedline {
  /** With all of their sections; the forms are of the one that is asked for. */
  readonly texts: ComparedTexts;
  readonly settings: PlanSettings;
  readonly form: Exclude<Form, 'html'>;
  readonly asked: AskedRedline;
}

export const redlineForms: readonly Form[] = ['html', 'json', 'txt', 'pdf', 'docx'];

export function redlineLinks(asked: AskedRedline): Required<RedlineLinks> {
  const to = (ending: string) => redlineAddress({ ...asked, style: 'inline' }, ending);
  const docx = redlineAddress({ ...asked, style: 'inline', section: null }, '.docx');
  return { html: to(''), json: to('.json'), txt: to('.txt'), pdf: to('.pdf'), docx };
}

export async function sendRedline(
  tools: Tools,
  request: Request,
  response: Response,
  sent: SentRedline,
): Promise<void> {
  const { fileName, ...made } = await madeOf(tools, sent);
  send(request, response, { form: sent.form, keeping: 'current', fileName, ...made });
}

export async function sendRedlinePrivately(
  tools: Tools,
  response: Response,
  sent: SentRedline,
): Promise<void> {
  const { fileName, body } = await madeOf(tools, sent);
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  sendFilePrivately(response, { form: sent.form, fileName, body: bytes });
}

interface Made {
  readonly fileName: string;
  readonly body: string | Uint8Array;
  readonly sha256?: string;
}

/** A Word document is whole: with its changes accepted or rejected it is one of the two texts. */
async function madeOf(tools: Tools, { texts: all, settings, form, asked }: SentRedline): Promise<Made> {
  const texts = form === 'docx' ? all : wantedOf(all, asked);
  const fileName = redlineFileName(texts, form);
  if (form === 'json')
    return { fileName, body: JSON.stringify(publishedRedline(texts, redlineLinks(asked))) };
  if (form === 'txt') return { fileName, body: redlineText(texts, settings) };
  if (form === 'docx') return { fileName, body: await redlineWord(texts.redline, wordHead(texts, settings)) };
  if (form === 'csv') throw refusal('not-acceptable', { detail: 'A redline is no table.' });
  const { bytes, sha256 } = await redlinePdf(tools, texts, settings);
  return { fileName, body: bytes, sha256 };
}

function wordHead({ before, after, draftOf }: ComparedTexts, settings: PlanSettings): RedlineWordHead {
  const names = { before: before && before.inFull, after: after.inFull };
  return { settings, ...names, draftOf, author: settings.office || settings.employer, at: after.at };
}
