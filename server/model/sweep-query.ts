// What a sweep looks for in the plan, and in which classes: words, a phrase, or a person's own expression.
import type { SectionKey, Specification } from '../../schemas/types.ts';
import { matchesIn, type Match } from './sweep-matches.ts';

export const sweepModes = ['phrase', 'words', 'expression'] as const;
export type SweepMode = (typeof sweepModes)[number];

export interface SweepQuery {
  readonly text: string;
  /** phrase: these words as they stand; words: all of them in one paragraph or entry, in any order; expression: a regular expression. */
  readonly mode: SweepMode;
  readonly isCaseKept: boolean;
  /** Only in this section; null for the whole text. */
  readonly section: SectionKey | 'additional' | null;
  readonly series: string | null;
  readonly grade: string | null;
}

/** Finds the query in one text. For phrases and words alone: an expression of a person's own runs in a thread of its own. */
export function finderOf({ text, mode, isCaseKept }: SweepQuery): (text: string) => Match[] {
  const expressions = termsOf(text, mode).map((term) => plainExpression(term, isCaseKept));
  return (words) => {
    const found = expressions.map((expression) => matchesIn(expression, words));
    if (found.some((matches) => matches.length === 0)) return [];
    return withoutOverlaps(found.flat());
  };
}

function termsOf(text: string, mode: SweepMode): string[] {
  return mode === 'words' ? text.trim().split(/\s+/) : [text.trim()];
}

/** Typographic and plain quotes and dashes are the same to a reader, and so are any two spaces. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/['’‘]/g, "['’‘]"],
  [/["“”]/g, '["“”]'],
  [/(?:\\x2d|[‐‑–—])/g, '[\\x2d‐‑–—]'],
  [/\s+/g, '\\s+'],
];

/** Whole words: 'state' is not found in 'statement'. */
function plainExpression(term: string, isCaseKept: boolean): RegExp {
  const escaped = term.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll('-', '\\x2d');
  const folded = alike.reduce((text, [sign, pattern]) => text.replace(sign, () => pattern), escaped);
  const before = /^[\p{L}\p{N}_]/u.test(term) ? '(?<![\\p{L}\\p{N}_])' : '';
  const after = /[\p{L}\p{N}_]$/u.test(term) ? '(?![\\p{L}\\p{N}_])' : '';
  return new RegExp(before + folded + after, isCaseKept ? 'gu' : 'giu');
}

function withoutOverlaps(matches: Match[]): Match[] {
  const kept: Match[] = [];
  for (const match of matches.sort((one, other) => one.start - other.start || other.end - one.end))
    if (match.start >= (kept.at(-1)?.end ?? 0)) kept.push(match);
  return kept;
}

/** True of the classes that the query is about, whatever their words. */
export function isAsked({ series, grade }: SweepQuery, body: Specification): boolean {
  if (series !== null && body.series?.id !== series) return false;
  return grade === null || body.sections.details?.payGrade === grade;
}
