// Divides the lines of a document at its headings. A line that only might be a heading stays text, where it stands.
import { knownFacts } from './facts.ts';
import { isMarkedUp, runInHeading, standingHeading, statedHeading, type Heading } from './headings.ts';
import { markOf } from './marks.ts';
import { after, whole, type BodyLine, type Part } from './parts.ts';
import { isQualification } from './qualifications.ts';
import { isSentenceBroken, isSentenceEnded } from './sentences.ts';
import { isStatedText, lettersOf, type SourceLine } from './source-line.ts';
import { unknownHeading, type HeadingPlace, type Style } from './unknown-heading.ts';

type OpenPart = Omit<Part, 'body'> & { readonly body: BodyLine[] };

export function divide(lines: readonly SourceLine[]): Part[] {
  const style = styleOf(lines);
  const parts: OpenPart[] = [{ heading: null, line: null, second: null, body: [] }];
  for (const [index, line] of lines.entries()) {
    const part = parts.at(-1);
    if (!part || part.second === line) continue;
    const current = part.heading?.target ?? null;
    const place = {
      line,
      before: lines[index - 1],
      after: lines[index + 1],
      current,
      body: part.body,
      style,
    };
    const next = openedAt(place);
    if (next) parts.push(next);
    else part.body.push(whole(line));
  }
  const solid: Part[] = [];
  for (const each of parts) addSolid(solid, each);
  return solid;
}

function openedAt(place: HeadingPlace): OpenPart | null {
  const { line, after: next } = place;
  const heading = headingAt(place);
  const inner = heading && next && isInner(next, heading) ? statedHeading(next) : null;
  if (inner) return { heading: inner, line, second: next ?? null, body: [] };
  if (heading) return { heading, line, second: null, body: heading.rest ? [after(line, heading.rest)] : [] };
  if (!next || next.stated || next.afterBlank || !line.afterBlank || markOf(next.text)) return null;
  const broken = standingHeading(`${line.text.trim()} ${next.text.trim()}`);
  return broken ? { heading: broken, line, second: next, body: [] } : null;
}

/** A heading that only stands over others is the first line of the first of them. */
function isInner({ stated }: SourceLine, { target, words }: Heading): boolean {
  return target === 'additional' && stated?.under === words;
}

/** An unknown heading with nothing under it is no heading: it stays text of the part before. */
function addSolid(parts: Part[], part: Part): void {
  const last = parts.at(-1);
  const hollow =
    part.heading?.target === 'additional' &&
    part.body.every(({ line, text }) => !isStatedText(line) && lettersOf(text) === '');
  if (!hollow || !last || !part.line) parts.push(part);
  else {
    const lines = [part.line, ...(part.second ? [part.second] : [])].map(whole);
    parts[parts.length - 1] = { ...last, body: [...last.body, ...lines, ...part.body] };
  }
}

function headingAt(place: HeadingPlace): Heading | null {
  const { line, current } = place;
  if (line.stated) return statedHeading(line);
  if (lettersOf(line.text) === '') return null;
  const standing = standingHeading(line.text);
  if (standing) return isMarkedUp(line.text) || !endsSentence(place) ? standing : null;
  if (current === 'details' && knownFacts(line.text).length > 0) return null;
  const runIn = runInHeading(line.text);
  if (runIn && mayRunIn(place, runIn)) return runIn;
  return unknownHeading(place);
}

/** True where this line is the end of what the line before it says, though its words are those of a heading. */
function endsSentence({ line, before, style }: HeadingPlace): boolean {
  if (!before || line.afterBlank || standingHeading(before.text)) return false;
  if (isSentenceBroken(before.text)) return true;
  const plain = /\p{Ll}/u.test(line.text) && !line.text.trim().endsWith(':');
  const isOpen = before.text.length >= 40 && !isSentenceEnded(before.text);
  return plain && (line.text.trim().endsWith('.') || (style.spaced && isOpen));
}

function mayRunIn({ line, before, current }: HeadingPlace, heading: Heading): boolean {
  if (before && !line.afterBlank && !standingHeading(before.text) && isSentenceBroken(before.text))
    return false;
  const inTerms = current === 'competencies' || current === 'physicalDemands';
  const plain = !/\s/.test(heading.words) && /\p{Ll}/u.test(heading.words);
  if (inTerms && plain) return false;
  const isLabel =
    isQualification(heading.target) && (!/\s/.test(heading.words) || /\p{Ll}/u.test(heading.words));
  return !(current === 'qualifications' && isLabel);
}

/** How this document writes its headings, by those that are known. */
function styleOf(lines: readonly SourceLine[]): Style {
  const known = lines.filter(({ text }) => standingHeading(text));
  const most = (is: (text: string) => boolean) =>
    known.length > 1 && known.filter(({ text }) => is(text.trim())).length > known.length * 0.6;
  return {
    spaced: known.filter(({ afterBlank }) => afterBlank).length > known.length * 0.6,
    capitals: most((text) => !/\p{Ll}/u.test(text)),
    colon: most((text) => text.endsWith(':')),
    markUp: most(isMarkedUp),
  };
}
