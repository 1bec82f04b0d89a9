// Knows the headings of class specifications by the synonyms of model/sections.ts, whatever their case, number,
// punctuation or mark-up. One heading may cover several sections; those have targets of their own here.
import type { SectionKey } from '../../schemas/types.ts';
import { sections } from '../model/sections.ts';
import { oneLine, type SourceLine } from './source-line.ts';

/** Where the text under a heading goes. 'qualifications' and 'supervision' are divided over several sections. */
export type Target = SectionKey | 'qualifications' | 'supervision' | 'history' | 'additional';

export interface Heading {
  readonly target: Target;
  /** The heading as printed, without number, mark-up and closing colon. */
  readonly words: string;
  /** Text that follows the heading on its own line; '' for none. */
  readonly rest: string;
  /** True where the heading was known only after correcting a letter or two. */
  readonly corrected: boolean;
}

const shared: Readonly<Record<'qualifications' | 'supervision' | 'history', readonly string[]>> = {
  qualifications: [
    'minimum qualifications',
    'minimum requirements',
    'requirements',
    'qualifications',
    'required qualifications',
    'employment standards',
    'entry qualifications',
    'experience and education',
    'education and experience',
    'education and experience requirements',
    'minimum education and experience',
    'training and experience',
    'education, training and experience',
    'acceptable experience and training',
    'requirements/minimum qualifications',
    'minimum qualification requirements',
  ],
  supervision: [
    'supervision received and exercised',
    'supervision exercised and received',
    'supervision given and received',
    'level of supervision received and exercised',
    'supervision',
  ],
  history: ['class history', 'classification history', 'revision history', 'history of the class'],
};

const targets = new Map<string, Target>();
for (const { key, label, synonyms } of sections) {
  for (const name of [label, ...synonyms]) targets.set(normal(name), key);
}
for (const [target, names] of Object.entries(shared)) {
  for (const name of names) targets.set(normal(name), target as Target);
}

const longest = 90;
const separators = /:|--|[–—]|\s-(?=\s)|\.(?=\s)/g;

/** The heading that this whole line is. */
export function standingHeading(line: string): Heading | null {
  if (line.length > longest + 20) return null;
  const words = bare(line);
  const target = words && /^[^\p{Ll}]/u.test(words) ? targets.get(normal(words)) : undefined;
  return target ? { target, words, rest: '', corrected: false } : null;
}

/** The heading that a document says this line is, or that its words are; any other stays a heading of its own. */
export function statedHeading({ stated, text }: SourceLine): Heading | null {
  if (stated?.as !== 'heading') return null;
  const words = oneLine(text);
  if (stated.section !== undefined) return { target: stated.section, words, rest: '', corrected: false };
  const own = bare(text) || words;
  const plain = stated.under === undefined ? own : `${stated.under}: ${own}`;
  return standingHeading(text) ?? { target: 'additional', words: plain, rest: '', corrected: false };
}

/** The heading that opens this line, with its text after a colon, a dash or (in capitals) a full stop. */
export function runInHeading(line: string): Heading | null {
  const text = unmarked(line.trim());
  for (const match of text.slice(0, longest).matchAll(separators)) {
    const before = text.slice(0, match.index);
    const rest = text.slice(match.index + match[0].length).replace(/^[\s:–—-]+/, '');
    if (!/[\p{L}\p{N}]/u.test(rest) || (match[0] === '.' && /\p{Ll}/u.test(before))) continue;
    const heading = standingHeading(before);
    if (heading) return { ...heading, rest };
  }
  return null;
}

/** The heading that this line nearly is: scanned text takes one letter for another ("DEFINITIDN"). */
export function misreadHeading(line: string): Heading | null {
  const words = bare(line);
  const name = normal(words);
  if (name.length < 8 || line.length > longest) return null;
  const allowed = name.length < 14 ? 1 : 2;
  for (const [known, target] of targets) {
    if (Math.abs(known.length - name.length) > allowed) continue;
    if (distance(known, name, allowed) <= allowed) return { target, words, rest: '', corrected: true };
  }
  return null;
}

export function isMarkedUp(line: string): boolean {
  return /^\s{0,3}(?:#{1,6}\s+\S|\*\*[^*]+\*\*:?\s*$|__[^_]+__:?\s*$)/.test(line);
}

/** The line without mark-up, number and closing punctuation. */
export function bare(line: string): string {
  return unmarked(line.trim())
    .replace(/^(?:section\s+)?(?:\d{1,2}|[ivxlc]{1,5}|[a-h])[.):]\s*(?=\S)/i, '')
    .replace(/\([^()]*\)\s*:?\s*$/, '')
    .replace(/[\s:.–—-]+$/, '')
    .trim();
}

function unmarked(line: string): string {
  return line
    .replace(/^#{1,6}\s+/, '')
    .replace(/\s+#{1,6}$/, '')
    .replace(/^(\*\*|__)(.{1,90}?)\1/, '$2');
}

/** Lower case, without punctuation and plural: both sides of a comparison pass through here. */
function normal(name: string): string {
  return name
    .toLowerCase()
    .replace(/[&/]/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word))
    .join(' ')
    .replace(/^the /, '');
}

/** Letters that must change between two names of nearly equal length; more than `most` need not be exact. */
function distance(a: string, b: string, most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[b.length] ?? most + 1;
}
