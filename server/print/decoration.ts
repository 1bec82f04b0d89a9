// What Chromium draws outside its accessibility tree comes out unmarked and is marked as an artifact here: the margin boxes
// as running heads and feet; the border of a plain div or the space between two spans as decoration. Law: words are not
// decoration; structure.ts finds those.
import { deflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFDict, PDFName, type PDFPage, PDFRawStream, PDFStream } from '@cantoo/pdf-lib';

/** Chromium writes each page as one stream, an operator to a line, and escapes line ends in strings. */
export function markDecoration(page: PDFPage): void {
  const stream = page.node.Contents();
  if (!(stream instanceof PDFRawStream)) return;
  const drawn = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  const marked = withArtifacts(drawn, (name) => isImage(page, name));
  if (marked === drawn) return;
  const { context } = page.doc;
  const bytes = deflateSync(Buffer.from(marked, 'latin1'));
  const dict = context.obj({ Length: bytes.length, Filter: 'FlateDecode' });
  page.node.set(PDFName.of('Contents'), context.register(PDFRawStream.of(dict, bytes)));
}

function isImage(page: PDFPage, name: string): boolean {
  const objects = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict);
  const object = objects?.lookup(PDFName.of(name));
  return object instanceof PDFStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image');
}

/** Artifacts that say what they are: all others are decoration, in which no word may stand. */
const running = '/Artifact <</Type /Pagination>> BDC';
const decoration = '/Artifact BMC';

const begins = new Set(['m', 're', 'BT']);
/** What paints a path, and what ends text. A path that only clips is ended by n: it draws nothing. */
const ends = new Set(['f', 'f*', 'F', 's', 'S', 'b', 'b*', 'B', 'B*', 'ET', 'n']);

/**
 * Chromium draws the margin boxes first and then clips to the area of the page: all before that clip is in the margins.
 * Nothing begins within a path or within text, so a stretch from a beginning to an end can be marked as one.
 */
export function withArtifacts(drawn: string, isImageName: (name: string) => boolean): string {
  let depth = 0;
  let began: number | null = null;
  let mark = /^W\*? n$/m.test(drawn) ? running : decoration;
  const lines: string[] = [];
  for (const line of drawn.split('\n')) {
    if (line === 'W* n' || line === 'W n') mark = decoration;
    const operator = /(?:^|[\s>\])])([A-Za-z]{1,3}\*?)$/.exec(line)?.[1] ?? '';
    if (operator === 'EMC') depth -= 1;
    if (depth === 0 && (begins.has(operator) || (operator === 'Do' && isImageName(nameIn(line)))))
      began ??= lines.length;
    if (operator === 'BDC' || operator === 'BMC') depth += 1;
    lines.push(line);
    if (began === null || !(ends.has(operator) || operator === 'Do')) continue;
    if (operator !== 'n') lines.splice(began, lines.length - began, mark, ...lines.slice(began), 'EMC');
    began = null;
  }
  return lines.join('\n');
}

function nameIn(line: string): string {
  return /\/(\S+)\s+Do$/.exec(line)?.[1] ?? '';
}
