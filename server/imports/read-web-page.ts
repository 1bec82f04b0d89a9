// A web page that somebody saved, as lines that the import reads as it reads those of plain text: its main part where it
// names one, without what stands around it. Nothing that the page refers to is opened.
import { htmlLines, type HtmlLine } from './html-lines.ts';
import { nestHeadings } from './nested-headings.ts';
import { decodedText, linesOfText, type ReadText } from './read-text.ts';
import type { RefusedText } from './refusal.ts';
import type { Stated } from './source-line.ts';

/** A main part with fewer letters is an ornament of the page. */
const fewest = 300;

export function readWebPage(bytes: Uint8Array): ReadText | RefusedText {
  const decoded = decodedText(bytes);
  if (decoded.outcome === 'refused') return decoded;
  const raw: string[] = [];
  const read = new Map<number, HtmlLine>();
  let before: HtmlLine['as'] | null = null;
  for (const line of mainPart(htmlLines(decoded.text))) {
    const goesOn = line.as === before && (before === 'entry' || before === 'row');
    if (before !== null && !goesOn) raw.push('');
    read.set(raw.push(written(line)), line);
    before = line.as;
  }
  const text = linesOfText(raw, decoded.encoding);
  return text.outcome === 'refused' ? text : withStructure(text, read);
}

function withStructure(text: ReadText, read: ReadonlyMap<number, HtmlLine>): ReadText {
  const lines = text.lines.map((line) => ({ ...line, stated: statedBy(read.get(line.number)) }));
  const headings = [...read].filter(([, { as }]) => as === 'heading');
  const levels = new Map(headings.map(([number, { level }]) => [number, level]));
  return { ...text, lines: nestHeadings(lines, levels) };
}

function statedBy(line: HtmlLine | undefined): Stated | null {
  if (line?.as === 'heading') return { as: 'heading' };
  return line?.as === 'entry' ? { as: 'item' } : null;
}

function mainPart(lines: readonly HtmlLine[]): readonly HtmlLine[] {
  const main = lines.filter(({ isMain }) => isMain);
  return main.reduce((sum, { text }) => sum + text.length, 0) < fewest ? lines : main;
}

function written({ as, text, level }: HtmlLine): string {
  return as === 'entry' ? `${level > 1 ? '  ◦' : '•'} ${text}` : text;
}
