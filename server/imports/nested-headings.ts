// Headings under headings, where a document states their levels. Under a section that the plan knows, a heading of the
// document's own is text of that section; under any other it is a section that bears the names of both.
import { bare, standingHeading } from './headings.ts';
import { oneLine, type SourceLine } from './source-line.ts';
import { isTitle } from './unknown-heading.ts';

interface Open {
  readonly level: number;
  readonly line: SourceLine;
}

/** `levels` by the numbers of the lines that are headings; 1 is the highest. */
export function nestHeadings(
  lines: readonly SourceLine[],
  levels: ReadonlyMap<number, number>,
): SourceLine[] {
  const title = statedTitle(lines);
  let open: readonly Open[] = [];
  let isTitled = title !== null;
  return lines.map((line) => {
    const level = levels.get(line.number);
    if (level === undefined) {
      isTitled ||= line.stated === null && isTitle(line.text);
      return line;
    }
    const words = bare(line.text);
    if (words === title) return { ...line, stated: { as: 'letterhead' } };
    if (!isTitled && standingHeading(line.text) === null && isTitle(words)) {
      isTitled = true;
      return { ...line, stated: null };
    }
    isTitled = true;
    open = open.filter((each) => each.level < level);
    const upper = open.at(-1)?.line;
    open = [...open, { level, line }];
    return upper ? under(upper, line) : line;
  });
}

function statedTitle(lines: readonly SourceLine[]): string | null {
  const line = lines.find(({ stated }) => stated?.as === 'fact' && /title$/i.test(stated.label ?? ''));
  return line ? oneLine(line.text.slice((line.stated?.label ?? '').length + 1)) : null;
}

const divided = new Set(['qualifications', 'supervision', 'history', 'details']);

function under(upper: SourceLine, line: SourceLine): SourceLine {
  if (standingHeading(line.text)) return line;
  const known = standingHeading(upper.text);
  if (known && divided.has(known.target)) return line;
  const words = bare(line.text) || oneLine(line.text);
  return known
    ? { ...line, text: words, afterBlank: true, stated: { as: 'paragraph' } }
    : { ...line, stated: { as: 'heading', under: bare(upper.text) || oneLine(upper.text) } };
}
