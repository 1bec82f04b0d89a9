// A form that sends files, read by the platform's own reader after the whole has arrived: no larger, in no more parts and no
// slower than its limits say.
import express, { type Request, type RequestHandler, type Response } from 'express';
import { type Refusal, refusal } from '../errors.ts';

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface FormLimits {
  readonly bytes: number;
  readonly parts: number;
  readonly milliseconds: number;
  readonly tooLarge: 'file-too-large' | 'files-too-large';
  /** What is sent, in the sentence for somebody whose line is slow. */
  readonly noun: string;
}

/** What the form puts around its files. */
const envelope = 64 * 1024;

/** Leaves in `request.body` what `take` makes of the parts of the form. */
export function readMultipart<T>(
  limits: FormLimits,
  take: (parts: FormData) => T | Promise<T>,
): RequestHandler {
  const limit = limits.bytes + envelope;
  const readBytes = express.raw({ type: 'multipart/form-data', limit, inflate: false });
  return (request, response, next) => {
    let isAnswered = false;
    const go = (error?: unknown) => {
      clearTimeout(timer);
      if (!isAnswered) next(error);
      isAnswered = true;
    };
    const timer = setTimeout(() => go(tooSlow(request, response, limits)), limits.milliseconds);
    readBytes(request, response, (error?: unknown) => {
      if (error) go(asRefusal(error, response, limits));
      else
        partsOf(request, limits)
          .then(take)
          .then((body) => go(void (request.body = body)), go);
    });
  };
}

/** The file of a part; null where the form was sent without choosing one. */
export async function fileOf(part: File): Promise<SentFile | null> {
  if (part.name === '') return null;
  return { name: nameIn(part.name), bytes: new Uint8Array(await part.arrayBuffer()) };
}

function tooSlow(request: Request, response: Response, { milliseconds, noun }: FormLimits): Refusal {
  request.unpipe();
  response.set('Connection', 'close');
  return refusal('form-not-readable', {
    detail: `${noun} did not arrive within ${milliseconds / 1000} seconds.`,
  });
}

function asRefusal(cause: unknown, response: Response, { tooLarge }: FormLimits): Refusal {
  response.set('Connection', 'close');
  const isTooLarge = cause instanceof Error && 'status' in cause && cause.status === 413;
  return refusal(isTooLarge ? tooLarge : 'form-not-readable', { cause });
}

async function partsOf({ body, headers }: Request, { parts }: FormLimits): Promise<FormData> {
  const type = headers['content-type'];
  if (!Buffer.isBuffer(body) || type === undefined) throw refusal('form-not-readable');
  if (countParts(body, type, parts) > parts) throw refusal('form-not-readable');
  try {
    return await new globalThis.Response(new Uint8Array(body), {
      headers: { 'Content-Type': type },
    }).formData();
  } catch (cause) {
    throw refusal('form-not-readable', { cause });
  }
}

/** The end of the form carries the boundary too. Not counted further than it takes to say that there are too many. */
function countParts(body: Buffer, type: string, most: number): number {
  const boundary = /boundary="?([^";]{1,70})"?/i.exec(type)?.[1];
  if (boundary === undefined) return 0;
  let count = -1;
  for (let at = body.indexOf(`--${boundary}`); at >= 0; at = body.indexOf(`--${boundary}`, at + 1)) {
    count += 1;
    if (count > most) break;
  }
  return count;
}

/** The last part of a path, as far as it can stand in a sentence. */
function nameIn(sent: string): string {
  const name = sent.split(/[\\/]/).at(-1) ?? '';
  return name.replace(/\p{C}/gu, '').slice(0, 120).toWellFormed() || 'document';
}
