// Opens the archive of a Word document as if somebody wanted to harm us with it: what it declares is counted before anything
// is unpacked, what is unpacked is counted again, and only the parts read here are given on, so that nothing else is read.
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { refused, type RefusedText } from './refusal.ts';

const megabyte = 1024 * 1024;
const most = { entries: 2000, entry: 32 * megabyte, whole: 64 * megabyte, ratio: 200, paragraphs: 20_000 };

export interface WordParts {
  readonly outcome: 'parts';
  /** The parts of text and structure by their names; pictures and fonts are left where they are. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

export async function readParts(bytes: Uint8Array): Promise<WordParts | RefusedText> {
  try {
    const archive = await yauzl.fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
    return await partsOf(archive);
  } catch {
    return unsound('is damaged, or did not arrive whole');
  }
}

async function partsOf(archive: ZipFile): Promise<WordParts | RefusedText> {
  const entries: Entry[] = [];
  if (archive.entryCount > most.entries) return tooLarge(`${archive.entryCount} parts`);
  for await (const entry of archive.eachEntry()) entries.push(entry);
  const refusal = refusalOfEntries(entries);
  if (refusal) return refusal;
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries.filter(({ fileName }) => /\.(?:xml|rels)$/i.test(fileName)))
    parts.set(entry.fileName, await contentOf(archive, entry));
  return refusalOfContents(parts) ?? { outcome: 'parts', parts };
}

/** By what the archive says of itself. */
function refusalOfEntries(entries: readonly Entry[]): RefusedText | null {
  const names = new Set(entries.map(({ fileName }) => fileName));
  const isMacro = (name: string) => /vbaProject/i.test(name);
  if (entries.some((entry) => entry.isEncrypted()))
    return refused(
      'an encrypted file',
      'This document is protected by a password. Take the password off in Word, save it, and send it again.',
    );
  if ([...names].some(isMacro)) return macros();
  if (!names.has('[Content_Types].xml') || !names.has('word/document.xml')) return noDocument(names);
  if (names.size < entries.length) return unsound('holds two parts of one name');
  const whole = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (whole > most.whole || entries.some((entry) => entry.uncompressedSize > most.entry))
    return tooLarge(`${Math.ceil(whole / megabyte)} MB when unpacked`);
  const isBomb = ({ uncompressedSize: size, compressedSize: packed }: Entry) =>
    size > megabyte && size > packed * most.ratio;
  return entries.some(isBomb) ? unsound('is packed far more tightly than any document') : null;
}

function refusalOfContents(parts: ReadonlyMap<string, Uint8Array>): RefusedText | null {
  for (const content of parts.values()) {
    // Latin-1 keeps each byte; the marks that are looked for are the same in UTF-8, and in UTF-16 between zeros.
    const text = Buffer.from(content).toString('latin1');
    if (/<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)/i.test(text))
      return unsound('declares entities, which no document of Word does');
  }
  const types = textOf(parts, '[Content_Types].xml');
  if (/macroEnabled/i.test(types)) return macros();
  const paragraphs = textOf(parts, 'word/document.xml').match(/<w:p[ />]/g)?.length ?? 0;
  return paragraphs > most.paragraphs ? tooLarge(`${paragraphs} paragraphs`) : null;
}

function textOf(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  return Buffer.from(parts.get(name) ?? []).toString('latin1');
}

/** yauzl ends the stream with an error as soon as a part has more bytes than it declared. */
async function contentOf(archive: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const again = 'Open it in Word, save it as “Word Document (.docx)”, and send that.';

function unsound(how: string): RefusedText {
  return refused('a damaged or unsafe file', `This document ${how}. ${again}`);
}

function macros(): RefusedText {
  return refused(
    'a document with macros (.docm)',
    `This document holds macros, which are never accepted. ${again}`,
  );
}

function tooLarge(what: string): RefusedText {
  return refused(
    'a file too large for one specification',
    `This document has ${what}; a class specification has a few pages. Send one specification at a time.`,
  );
}

function noDocument(names: ReadonlySet<string>): RefusedText {
  const kinds: readonly (readonly [RegExp, string])[] = [
    [/^xl\//, 'an Excel workbook'],
    [/^ppt\//, 'a PowerPoint presentation'],
    [/^mimetype$/, 'an OpenDocument file'],
  ];
  const kind =
    kinds.find(([pattern]) => [...names].some((name) => pattern.test(name)))?.[1] ?? 'a ZIP archive';
  return refused(kind, `This is ${kind} and no Word document. ${again}`);
}
