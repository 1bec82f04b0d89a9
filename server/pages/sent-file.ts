// The one file that a form sends: at most 10 MB, within 20 seconds, under one name, with nothing beside it. The parts of the
// form are read by the platform's own reader, after the whole has arrived.
import express, { type Request, type RequestHandler, type Response } from 'express';
import { type Refusal, refusal } from '../errors.ts';

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const largestFile = 10 * 1024 * 1024;
/** What the form puts around its file. */
const envelope = 64 * 1024;
const patience = 20_000;
/** More than any form of ours has parts is not read at all. */
const mostParts = 8;

const readBytes = express.raw({ type: 'multipart/form-data', limit: largestFile + envelope, inflate: false });

/** Leaves the file in `request.body`: null where the form was sent without one. */
export function readFile(within = patience): RequestHandler {
  return (request, response, next) => {
    let isAnswered = false;
    const go = (error?: unknown) => {
      clearTimeout(timer);
      if (!isAnswered) next(error);
      isAnswered = true;
    };
    const timer = setTimeout(() => go(tooSlow(request, response, within)), within);
    readBytes(request, response, (error?: unknown) => {
      if (error) go(asRefusal(error, response));
      else fileIn(request).then((file) => go(void (request.body = file)), go);
    });
  };
}

function tooSlow(request: Request, response: Response, within: number): Refusal {
  request.unpipe();
  response.set('Connection', 'close');
  return refusal('form-not-readable', { detail: `The file did not arrive within ${within / 1000} seconds.` });
}

function asRefusal(cause: unknown, response: Response): Refusal {
  response.set('Connection', 'close');
  const isTooLarge = cause instanceof Error && 'status' in cause && cause.status === 413;
  return refusal(isTooLarge ? 'file-too-large' : 'form-not-readable', { cause });
}

async function fileIn({ body, headers }: Request): Promise<SentFile | null> {
  const type = headers['content-type'];
  if (!Buffer.isBuffer(body) || type === undefined) throw refusal('form-not-readable');
  if (partsIn(body, type) > mostParts) throw refusal('form-not-readable');
  const parts = [...(await formIn(body, type)).entries()];
  const [name, part] = parts[0] ?? [];
  if (parts.length !== 1 || name !== 'file' || !(part instanceof File)) throw refusal('form-not-readable');
  if (part.size > largestFile) throw refusal('file-too-large');
  if (part.name === '' || part.size === 0) return null;
  return { name: nameIn(part.name), bytes: new Uint8Array(await part.arrayBuffer()) };
}

async function formIn(body: Buffer, type: string): Promise<FormData> {
  try {
    return await new globalThis.Response(new Uint8Array(body), {
      headers: { 'Content-Type': type },
    }).formData();
  } catch (cause) {
    throw refusal('form-not-readable', { cause });
  }
}

function partsIn(body: Buffer, type: string): number {
  const boundary = /boundary="?([^";]{1,70})"?/i.exec(type)?.[1];
  if (boundary === undefined) return 0;
  let count = 0;
  for (
    let at = body.indexOf(`--${boundary}`);
    at >= 0 && count <= mostParts;
    at = body.indexOf(`--${boundary}`, at + 1)
  )
    count += 1;
  return count - 1;
}

/** The last part of a path, as far as it can stand in a sentence. */
function nameIn(sent: string): string {
  const name = sent.split(/[\\/]/).at(-1) ?? '';
  return name.replace(/\p{C}/gu, '').slice(0, 120) || 'document';
}
