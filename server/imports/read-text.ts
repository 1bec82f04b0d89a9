// Bytes to lines: the encoding, the damage of earlier conversions, and a report of every repair.
// A file that is empty, too large or no text is refused here.
import iconv from 'iconv-lite';
import type { ImportReport, Repair } from '../../schemas/types.ts';
import { binary, knownFormat } from './known-format.ts';
import { mend } from './mojibake.ts';
import { refused, type RefusedText } from './refusal.ts';
import type { SourceLine } from './source-line.ts';

export interface ReadText {
  readonly outcome: 'text';
  readonly encoding: ImportReport['source']['encoding'];
  /** Lines of the file, blank ones included. */
  readonly count: number;
  /** The lines with anything on them. */
  readonly lines: readonly SourceLine[];
  readonly repairs: readonly Repair[];
}

export type Decoded = Pick<ReadText, 'encoding'> & { readonly outcome: 'decoded'; readonly text: string };

const largest = 2 * 1024 * 1024;
const mostLines = 5000;
const longestLine = 20_000;
const controls = /[\u0000-\u0008\u000e-\u001f\u007f]/g;
const invisible = /[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;
const htmlBreak = /<br\s{0,3}\/?>/gi;

export function readText(bytes: Uint8Array): ReadText | RefusedText {
  const known = bytes.length > largest ? null : knownFormat(bytes);
  if (known) return known;
  const decoded = decodedText(bytes);
  if (decoded.outcome === 'refused') return decoded;
  const raw = decoded.text.split(/\r\n|\n|\r/);
  if (raw.at(-1) === '') raw.pop();
  return linesOfText(raw, decoded.encoding);
}

/** The characters of a file that holds nothing but text. */
export function decodedText(bytes: Uint8Array): Decoded | RefusedText {
  if (bytes.length > largest) return tooLarge(bytes.length);
  const decoded = decode(bytes);
  return !decoded || isBinary(decoded.text) ? binary() : decoded;
}

/** Lines of whatever kind of document, those with anything on them; mended, unless they are known to be sound. */
export function linesOfText(
  raw: readonly string[],
  encoding: ReadText['encoding'],
  isSound = false,
): ReadText | RefusedText {
  return tooLong(raw) ?? repaired(raw, encoding, isSound);
}

function decode(bytes: Uint8Array): Decoded | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return strictly(bytes, 'utf-16le', 'UTF-16LE');
  if (first === 0xfe && second === 0xff) return strictly(bytes, 'utf-16be', 'UTF-16BE');
  return (
    strictly(bytes, 'utf-8', 'UTF-8') ?? {
      outcome: 'decoded',
      encoding: 'windows-1252',
      text: iconv.decode(Buffer.from(bytes), 'windows-1252'),
    }
  );
}

function strictly(bytes: Uint8Array, label: string, encoding: Decoded['encoding']): Decoded | null {
  try {
    return { outcome: 'decoded', encoding, text: new TextDecoder(label, { fatal: true }).decode(bytes) };
  } catch {
    return null;
  }
}

function isBinary(text: string): boolean {
  return text.includes('\0') || (text.match(controls)?.length ?? 0) > text.length * 0.005;
}

function tooLarge(size: number): RefusedText {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  return refused(
    'a file too large for one specification',
    `This file has ${megabytes} MB; a class specification has a few pages, and at most 2 MB are read. Import one specification at a time.`,
  );
}

function tooLong(raw: readonly string[]): RefusedText | null {
  if (raw.every((line) => line.trim() === '')) {
    return refused(
      'an empty file',
      'This file has no text. Choose the file that holds the class specification.',
    );
  }
  const filled = raw.filter((line) => line.trim() !== '').length;
  const longest = raw.reduce((most, line) => Math.max(most, line.length), 0);
  if (filled <= mostLines && longest <= longestLine) return null;
  return refused(
    'text too long for one specification',
    `This file has ${filled} lines and its longest line ${longest} characters; at most ${mostLines} lines of ${longestLine} characters are read. Import one specification at a time.`,
  );
}

function repaired(
  raw: readonly string[],
  encoding: ReadText['encoding'],
  isSound: boolean,
): ReadText | RefusedText {
  const lines: SourceLine[] = [];
  const repairs: Repair[] = [];
  let afterBlank = true;
  for (const [index, before] of raw.entries()) {
    const { text, found } = isSound ? { text: before, found: [] } : repairLine(before, index + 1);
    repairs.push(...found);
    if (text.trim() !== '') lines.push({ number: index + 1, text, afterBlank, stated: null });
    afterBlank = text.trim() === '';
  }
  return lines.length === 0
    ? refused(
        'an empty file',
        'This file has no visible text. Choose the file that holds the class specification.',
      )
    : { outcome: 'text', encoding, count: raw.length, lines, repairs };
}

function repairLine(raw: string, line: number): { text: string; found: Repair[] } {
  const mended = mend(raw);
  const found: Repair[] = mended.repairs.map((repair) => ({ line, ...repair }));
  const text = mended.text
    .replace(/[\u0080-\u009f]/g, (before) =>
      note(
        before,
        iconv.decode(Buffer.from(before, 'latin1'), 'windows-1252'),
        'windows-1252 once read as Latin-1',
      ),
    )
    .replace(controls, (before) => note(before, '', 'control character removed'))
    .replace(invisible, (before) => note(before, '', 'invisible character removed'))
    .replace(htmlBreak, (before) => note(before, ' ', 'line break of a web page removed'));
  return { text, found };

  function note(before: string, after: string, how: string): string {
    if (!found.some((repair) => repair.before === before)) found.push({ line, before, after, how });
    return after;
  }
}
