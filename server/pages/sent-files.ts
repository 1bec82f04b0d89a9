// Several files with the fields of a form beside them: at most 20 MB together, within 40 seconds. How many files a page
// takes, and what it says of one that is too large, is its own affair: they come with their names.
import type { RequestHandler } from 'express';
import { refusal } from '../errors.ts';
import { fileOf, readMultipart, type SentFile } from './multipart.ts';

export interface SentForm {
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly files: readonly SentFile[];
}

export const largestTogether = 20 * 1024 * 1024;
/** Far more than a comparison takes, so that a page can say so. */
const mostParts = 200;
const patience = 40_000;

/** Leaves a SentForm in `request.body`. */
export function readFiles(milliseconds = patience): RequestHandler {
  const limits = { bytes: largestTogether, parts: mostParts, milliseconds, noun: 'The files' };
  return readMultipart({ ...limits, tooLarge: 'files-too-large' }, partsAsForm);
}

async function partsAsForm(form: FormData): Promise<SentForm> {
  const fields: Record<string, string | string[]> = {};
  const files: SentFile[] = [];
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name);
    const texts = all.filter((part) => typeof part === 'string');
    if (name === 'file' && texts.length === 0)
      for (const part of all) files.push(...[await fileOf(part as File)].filter((file) => file !== null));
    else if (texts.length < all.length) throw refusal('form-not-readable');
    else fields[name] = texts.length === 1 ? (texts[0] ?? '') : texts;
  }
  return { fields, files };
}
