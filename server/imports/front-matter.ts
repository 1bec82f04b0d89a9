// What a Markdown file says about itself between two rules at its head: "title: …" and other facts that a plan knows are
// facts of the class; the rest is for the machine that shows the file, and is no text.
import { fieldOf } from './facts.ts';
import type { SourceLine } from './source-line.ts';

const longest = 60;

export function hasFrontMatter(lines: readonly SourceLine[]): boolean {
  return endOf(lines) > 0;
}

export function withFrontMatter(lines: readonly SourceLine[]): SourceLine[] {
  const end = endOf(lines);
  return lines.map((line, index) => (index > 0 && index < end ? stated(line) : line));
}

/** The place of the closing rule; 0 where there is none. */
function endOf(lines: readonly SourceLine[]): number {
  if (lines[0]?.number !== 1 || lines[0].text.trim() !== '---') return 0;
  const end = lines.slice(1, longest).findIndex(({ text }) => /^(?:---|\.\.\.)\s*$/.test(text)) + 1;
  return lines.slice(1, end).some(({ text }) => /^\w[\w -]*:/.test(text)) ? end : 0;
}

function stated(line: SourceLine): SourceLine {
  const [, label = '', value = ''] = /^(\w[\w -]{0,59}):\s+(\S.*)$/.exec(line.text) ?? [];
  const text = unquoted(value.trimEnd());
  return fieldOf(label) === null || text === ''
    ? { ...line, stated: { as: 'letterhead' } }
    : { ...line, text: `${label}: ${text}`, stated: { as: 'fact', label } };
}

function unquoted(value: string): string {
  return /^(["'])(.*)\1$/.exec(value)?.[2]?.trim() ?? value;
}
