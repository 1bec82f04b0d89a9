// How a page answers: its form, a strong ETag, how long the answer may be kept and by whom.
import type { Request, Response } from 'express';
import type { Instant } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { sha256 } from '../model/revision-chain.ts';
import { give, type KeptAnswer } from './kept-answer.ts';
import { keepAnswer } from './reuse.ts';

export const forms = ['html', 'json', 'txt', 'pdf', 'docx', 'csv'] as const;
export type Form = (typeof forms)[number];

/** What has an address of its own and is never chosen by what a reader accepts. */
type OwnForm = 'atom' | 'xml' | 'zip';

export const mediaTypes: Record<Form | OwnForm, string> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8; header=present',
  atom: 'application/atom+xml; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  zip: 'application/zip',
};

/** Kept by nobody longer than a minute, then asked again; or the same for ever. */
export type Keeping = 'current' | 'permanent';

const cacheControl: Record<Keeping, string> = {
  current: 'public, max-age=60, must-revalidate',
  permanent: 'public, max-age=31536000, immutable',
};

/** What is no list is never chosen as a table. */
const textForms = forms.filter((form) => form !== 'csv');

/** 'CI2788.pdf' → CI2788 as PDF; without an ending the form is the one of `offered` that the reader accepts best. */
export function nameAndForm(
  request: Request,
  segment: string,
  offered: readonly Form[] = textForms,
): { name: string; form: Form } {
  const match = /^(.+)\.(html|json|txt|pdf|docx|csv)$/.exec(segment);
  if (match?.[1]) return { name: match[1], form: match[2] as Form };
  const form = request.accepts([...offered]);
  if (form === false) throw refusal('not-acceptable');
  return { name: segment, form: form as Form };
}

interface Answer {
  readonly form: Form | OwnForm;
  readonly body: string | Uint8Array;
  readonly keeping: Keeping;
  /** The file name offered when it is saved. */
  readonly fileName?: string;
  readonly sha256?: string;
  /** When it last changed, where that is known. */
  readonly changedAt?: Instant;
}

/** A page of the staff area, or one that answers what somebody typed: kept by nobody, found by no search engine. */
export function sendPrivately(response: Response, body: string, status = 200): void {
  response.status(status).set({ 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' });
  response.type('html').send(body);
}

/** A file of the staff area, to be saved or to be shown: kept by nobody on the way. */
export function sendFilePrivately(
  response: Response,
  { form, fileName, body }: { form: Form; fileName: string; body: Uint8Array },
  shown: 'attachment' | 'inline' = 'attachment',
): void {
  response.set({ 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' });
  response.set('Content-Disposition', `${shown}; filename="${fileName}"`);
  response.set('Content-Type', mediaTypes[form]).send(bytesOf(body));
}

/** Given to a reader it is kept, so that the next one who asks the same gets it without a page being made. */
export function send(request: Request, response: Response, answer: Answer): void {
  const body = bytesOf(answer.body);
  const shown = answer.form === 'docx' ? 'attachment' : 'inline';
  const made: KeptAnswer = {
    headers: {
      'Content-Type': mediaTypes[answer.form],
      'Cache-Control': cacheControl[answer.keeping],
      Vary: answer.form === 'html' ? 'Accept, Cookie' : 'Accept',
      ...(answer.changedAt && { 'Last-Modified': new Date(answer.changedAt).toUTCString() }),
      ...(answer.fileName && { 'Content-Disposition': `${shown}; filename="${answer.fileName}"` }),
    },
    tag: answer.sha256 ?? sha256(body),
    body,
    isText: isText(answer.form),
    compressed: new Map(),
  };
  keepAnswer(response, made);
  give(request, response, made);
}

function isText(form: Answer['form']): boolean {
  return form !== 'pdf' && form !== 'docx';
}

function bytesOf(body: string | Uint8Array): Buffer {
  if (typeof body === 'string') return Buffer.from(body);
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}

/** The way on to another address of the same thing: for good, but kept no longer than a page is. */
export function sendOn(response: Response, address: string): void {
  response.set('Cache-Control', cacheControl.current).redirect(301, address);
}
