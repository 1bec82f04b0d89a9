// Markdown as lines that the import reads as it reads plain text: what stands before the text, tables of HTML, the levels of
// headings and bold words before a colon are told apart; the marks of emphasis are taken off.
import type { ImportFinding } from '../../schemas/types.ts';
import { knownFacts } from './facts.ts';
import { finding } from './finding.ts';
import { hasFrontMatter, withFrontMatter } from './front-matter.ts';
import { htmlLines } from './html-lines.ts';
import { nestHeadings } from './nested-headings.ts';
import type { ReadText } from './read-text.ts';
import { oneLine, type SourceLine } from './source-line.ts';

const heading = /^ {0,3}(#{1,6})\s+\S/;
const block = /^ {0,3}<(table|ul|ol|dl|div|section|details)\b/i;

export function isMarkdown({ lines }: ReadText): boolean {
  return hasFrontMatter(lines) || lines.filter(({ text }) => heading.test(text)).length > 1;
}

export function asMarkdown(text: ReadText): ReadText & { readonly findings: readonly ImportFinding[] } {
  const { lines, findings } = withoutComments(withFrontMatter(text.lines));
  const words = withoutTags(lines).map(plain);
  const levels = new Map(
    words.flatMap(({ number, text: line }) => {
      const marks = heading.exec(line)?.[1];
      return marks ? [[number, marks.length] as const] : [];
    }),
  );
  return { ...text, lines: nestHeadings(words, levels), findings };
}

/** What the writer noted beside the text stands in the report. */
function withoutComments(lines: readonly SourceLine[]): { lines: SourceLine[]; findings: ImportFinding[] } {
  const findings: ImportFinding[] = [];
  let isOpen = false;
  const kept = lines.filter(({ number, text }) => {
    isOpen ||= /^\s*<!--/.test(text);
    if (!isOpen) return true;
    const [comment = '', after = ''] = text.split('-->');
    isOpen = !text.includes('-->');
    if (after.trim() !== '') return true;
    const words = oneLine(comment.replace('<!--', ''));
    if (words !== '')
      findings.push(finding('import.comment', number, 'A comment in the file, not read as text:', words));
    return false;
  });
  return { lines: kept, findings };
}

/** Every block of HTML as the lines of its text, each at a line of the file where the block stands. */
function withoutTags(lines: readonly SourceLine[]): SourceLine[] {
  const found: SourceLine[] = [];
  for (let at = 0; at < lines.length;) {
    const end = endOfBlock(lines, at);
    const line = lines[at];
    if (end > at) found.push(...linesOfBlock(lines.slice(at, end)));
    else if (line) found.push(line);
    at = Math.max(end, at + 1);
  }
  return found;
}

/** The place after the block that opens here; the same place where none does. */
function endOfBlock(lines: readonly SourceLine[], at: number): number {
  const name = block.exec(lines[at]?.text ?? '')?.[1];
  if (!name || lines[at]?.stated) return at;
  const tags = new RegExp(`<(/?)${name}\\b`, 'gi');
  let open = 0;
  for (let end = at; end < lines.length; end += 1) {
    const text = lines[end]?.text ?? '';
    if (heading.test(text)) return end;
    for (const [, closing] of text.matchAll(tags)) open += closing ? -1 : 1;
    if (open <= 0) return end + 1;
  }
  return lines.length;
}

/** Several texts of one line of the file stay one line. */
function linesOfBlock(lines: readonly SourceLine[]): SourceLine[] {
  const found: SourceLine[] = [];
  let next = 0;
  for (const { text, line, as } of htmlLines(lines.map((each) => each.text).join('\n'))) {
    const at = Math.max(line - 1, next);
    const source = lines[at];
    const last = found.at(-1);
    next = at + 1;
    const isItem = as === 'entry' || (as === 'row' && knownFacts(text).length === 0);
    if (source) found.push({ ...source, text, afterBlank: true, stated: isItem ? { as: 'item' } : null });
    else if (last) found[found.length - 1] = { ...last, text: `${last.text}; ${text}` };
  }
  return found;
}

/** "* **Tenacity**: Digs deep." is a term with its definition. */
function plain(line: SourceLine): SourceLine {
  if (line.stated) return line;
  const term = /^ {0,1}[*+-]\s+(\*\*|__)([^*_:]{1,80})(?::\1|\1\s*:)\s+(\S.*)$/.exec(line.text);
  if (!term) return { ...line, text: unmarked(line.text) };
  const label = oneLine(term[2] ?? '');
  const text = `${label}: ${unmarked(term[3] ?? '').trimEnd()}`;
  return { ...line, text, stated: { as: 'term', label } };
}

function unmarked(text: string): string {
  return text
    .replace(/(\*\*|__)(?=\S)([^*_]{1,500}?\S|\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]{1,500}?[^\s*]|[^\s*])\*(?![\p{L}\p{N}*])/gu, '$1');
}
