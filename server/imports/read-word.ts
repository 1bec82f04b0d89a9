// A Word document to lines that the import reads as it reads those of plain text. It is opened in a thread of its own that
// may take five seconds and a quarter of a gigabyte; whatever ends it otherwise is a refusal with a sentence.
import { Worker } from 'node:worker_threads';
import type { ImportFinding } from '../../schemas/types.ts';
import { finding } from './finding.ts';
import { nestHeadings } from './nested-headings.ts';
import { linesOfText, type ReadText } from './read-text.ts';
import { refused, type RefusedText } from './refusal.ts';
import type { SourceLine, Stated } from './source-line.ts';
import type { WordLines, WordRemark } from './word-lines.ts';
import type { WordAnswer } from './word-worker.ts';

const longest = 5000;
const limits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
const largest = 10 * 1024 * 1024;

export type ReadWord = (ReadText & { readonly findings: readonly ImportFinding[] }) | RefusedText;

export function isArchive(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).equals(Buffer.from('PK\x03\x04'));
}

export async function readWord(bytes: Uint8Array): Promise<ReadWord> {
  if (bytes.length > largest)
    return refused(
      'a file too large for one specification',
      'This document has more than 10 MB. A class specification has a few pages; take the pictures out and send it again.',
    );
  const answer = await opened(bytes);
  return answer.outcome === 'refused' ? answer : textOf(answer.read);
}

async function opened(bytes: Uint8Array): Promise<WordAnswer> {
  const worker = new Worker(new URL('./word-worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: limits,
  });
  const { promise, resolve } = Promise.withResolvers<WordAnswer>();
  const timer = setTimeout(() => resolve(tooHard('longer than five seconds')), longest);
  worker.once('message', resolve);
  worker.once('error', (error: Error & { code?: string }) =>
    resolve(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHard('more memory than it may take') : unreadable(),
    ),
  );
  worker.once('exit', () => resolve(unreadable()));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function tooHard(what: string): RefusedText {
  return refused(
    'a document too heavy to open',
    `Opening this document took ${what}. Copy the text of the class specification into a new document and send that.`,
  );
}

function unreadable(): RefusedText {
  return refused(
    'a damaged Word document',
    'This document could not be opened. Open it in Word, save it as “Word Document (.docx)”, and send that.',
  );
}

/** Blank lines stand where plain text would have them. What we wrote ourselves is not mended: it is what was meant. */
function textOf({ lines, remarks }: WordLines): ReadWord {
  const raw: string[] = [];
  const stated = new Map<number, Stated>();
  const numbers = lines.map((line) => {
    if (line.opens && raw.length > 0) raw.push('');
    const number = raw.push(line.text);
    if (line.stated) stated.set(number, line.stated);
    return number;
  });
  const isOurs = lines.some((line) => line.stated?.as === 'title');
  const text = linesOfText(raw, 'Word', isOurs);
  if (text.outcome === 'refused') return text;
  const known = text.lines.map((line) => ({
    ...line,
    stated: stillStated(stated.get(line.number), line.text),
  }));
  const nested = isOurs ? known : nestHeadings(known, levelsOf(known));
  return { ...text, lines: nested, findings: remarks.map((remark) => findingOf(remark, numbers)) };
}

function levelsOf(lines: readonly SourceLine[]): Map<number, number> {
  return new Map(
    lines.flatMap(({ number, stated }) => (stated?.level === undefined ? [] : [[number, stated.level]])),
  );
}

/** A label that a repair has changed is no longer the beginning of its line. */
function stillStated(stated: Stated | undefined, text: string): Stated | null {
  if (stated?.label === undefined) return stated ?? null;
  return text.trim().startsWith(stated.label) ? stated : null;
}

const messages: Readonly<Record<WordRemark['kind'], string>> = {
  comment: 'A comment in the document, not read as text:',
  note: 'A footnote or endnote, not read as text; put what belongs to the specification into its section:',
  picture: 'A picture stood here and was left out.',
  meaning:
    'The column “Meaning” explains codes and is not read. To change a fact, change it in the column before.',
  level: 'This entry stood more than one level in; it was read as one level in:',
};

function findingOf({ kind, line, text }: WordRemark, numbers: readonly number[]): ImportFinding {
  return finding(`import.word-${kind}`, numbers[line] ?? numbers.at(-1) ?? null, messages[kind], text);
}
