// The one file that a form sends: at most 10 MB, within 20 seconds, under one name, with nothing beside it.
import type { RequestHandler } from 'express';
import { refusal } from '../errors.ts';
import { fileOf, readMultipart, type SentFile } from './multipart.ts';

export const largestFile = 10 * 1024 * 1024;
const patience = 20_000;
/** More than any form of ours has parts is not read at all. */
const mostParts = 8;

/** Leaves the file in `request.body`: null where the form was sent without one. */
export function readFile(milliseconds = patience): RequestHandler {
  const limits = { bytes: largestFile, parts: mostParts, milliseconds, noun: 'The file' };
  return readMultipart({ ...limits, tooLarge: 'file-too-large' }, oneFile);
}

async function oneFile(form: FormData): Promise<SentFile | null> {
  const parts = [...form.entries()];
  const [name, part] = parts[0] ?? [];
  if (parts.length !== 1 || name !== 'file' || !(part instanceof File)) throw refusal('form-not-readable');
  if (part.size > largestFile) throw refusal('file-too-large');
  return part.size === 0 ? null : await fileOf(part);
}
