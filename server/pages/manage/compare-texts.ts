// The texts of other employers that a comparison shows: read from files, or held by the page that showed them before, so that
// they can be put in another order although nothing of them is stored.
import type { NeighbourText } from '../../../schemas/types.ts';
import { refusal } from '../../errors.ts';
import { readNeighbour } from '../../imports/neighbour.ts';
import { problemsOf } from '../../schemas.ts';
import type { SentFile } from '../multipart.ts';
import { largestFile } from '../sent-file.ts';

export interface NotRead {
  readonly file: string;
  readonly why: string;
}

/** One after another: each may take a quarter of a gigabyte. */
export async function readTexts(files: readonly SentFile[]) {
  const texts: NeighbourText[] = [];
  const notRead: NotRead[] = [];
  for (const file of files) {
    const read = file.bytes.length > largestFile ? tooLarge : await readNeighbour(file);
    if (read.outcome === 'read') texts.push(read.text);
    else notRead.push({ file: file.name, why: read.sentence });
  }
  return { texts, notRead };
}

const tooLarge = {
  outcome: 'refused',
  sentence: 'This file has more than 10 MB. Take the pictures out of it and send it again.',
} as const;

/** A text as our page sent it back; what does not fit its schema was not made by our page. */
export function heldText(sent: string): NeighbourText {
  let text: unknown;
  try {
    text = JSON.parse(sent);
  } catch (cause) {
    throw refusal('form-not-readable', { cause });
  }
  if (problemsOf('neighbour-text.schema.json', text).length > 0) throw refusal('form-not-readable');
  return text as NeighbourText;
}

/** 'left-2' puts the third text before the second, 'out-2' leaves it out. */
export function moved(texts: readonly NeighbourText[], step: string): NeighbourText[] {
  const [, way, place] = /^(left|right|out)-(\d)$/.exec(step) ?? [];
  const at = Number(place);
  const text = texts[at];
  if (!way || !text) return [...texts];
  const others = texts.toSpliced(at, 1);
  if (way === 'out') return others;
  return others.toSpliced(Math.max(0, way === 'left' ? at - 1 : at + 1), 0, text);
}
