// Headings that no plan knows: a short line that stands alone, is written as this document writes its headings, and
// has text under it. Scanned headings with a wrong letter are known again here.
import { knownFacts, loneLabel } from './facts.ts';
import {
  bare,
  isMarkedUp,
  misreadHeading,
  runInHeading,
  standingHeading,
  type Heading,
  type Target,
} from './headings.ts';
import { markOf } from './marks.ts';
import type { BodyLine } from './parts.ts';
import { lettersOf, type SourceLine } from './source-line.ts';
import { splitTerm } from './terms.ts';
import { isLetterhead, isTitleShaped, titleLine } from './title-line.ts';

export interface Style {
  /** Headings stand after a blank line. */
  readonly spaced: boolean;
  readonly capitals: boolean;
  readonly colon: boolean;
  readonly markUp: boolean;
}

/** A line, with what the question needs to know of where it stands. */
export interface HeadingPlace {
  readonly line: SourceLine;
  readonly before: SourceLine | undefined;
  readonly after: SourceLine | undefined;
  /** Where the text stands now; null before the first heading. */
  readonly current: Target | null;
  /** Lines of the present part so far. */
  readonly body: readonly BodyLine[];
  readonly style: Style;
}

export function unknownHeading(place: HeadingPlace): Heading | null {
  const { line, after: next, body, style } = place;
  const words = bare(line.text);
  if (!next || !lettersOf(words) || words.length > 120) return null;
  const marked = isMarkedUp(line.text);
  if (marked && !isTitleOfAll(place)) return { target: 'additional', words, rest: '', corrected: false };
  if (!line.afterBlank || style.markUp || markOf(line.text) || !looksLikeHeading(line.text, style))
    return null;
  const misread = misreadHeading(line.text);
  if (misread) return misread;
  if (!opensText(next) || !mayBreakHere(place) || body.length === 0) return null;
  return { target: 'additional', words, rest: '', corrected: false };
}

/** Before the first heading the first line that can be a title is the title, even with mark-up. */
function isTitleOfAll({ current, body }: HeadingPlace): boolean {
  return current === null && !body.some(({ text }) => isTitle(text));
}

/** Neither letterhead nor fact, and shaped like a title. */
export function isTitle(text: string): boolean {
  return !isLetterhead(text) && knownFacts(text).length === 0 && !loneLabel(text) && titleLine(text) !== null;
}

function looksLikeHeading(text: string, style: Style): boolean {
  const line = text.trim();
  const colon = line.endsWith(':');
  if (line.length > 60 || line.split(/\s+/).length > 8 || /[.;,!?]$/.test(line)) return false;
  if (splitTerm(line) || knownFacts(line).length > 0 || loneLabel(line) || /\d{3}/.test(line)) return false;
  const capitals = !/\p{Ll}/u.test(line);
  if (style.capitals && !capitals) return false;
  return colon === style.colon && isTitleShaped(line.replace(/:$/, ''));
}

/** What follows is prose or a list, not another short line. */
function opensText(next: SourceLine): boolean {
  const text = next.text.trim();
  if (standingHeading(text) || runInHeading(text)) return false;
  return text.length >= 60 || /[.;:]$/.test(text) || markOf(text) !== null;
}

function mayBreakHere({ before, body, current, line }: HeadingPlace): boolean {
  if (current === null) return body.some(({ text }) => isTitle(text)) && !isLetterhead(line.text);
  const previous = before?.text.trim() ?? '';
  const title = previous.length < 60 && isTitleShaped(previous) && !standingHeading(previous);
  const kept = current === 'details' || current === 'history' || current === 'distinguishing';
  return !title && (!kept || !/\p{Ll}/u.test(line.text));
}
