// The lines before the first heading: letterhead, facts, title and code. What is none of these is kept as text.
import type { ImportFinding, Place } from '../../schemas/types.ts';
import { finding } from './finding.ts';
import type { BodyLine } from './parts.ts';
import { readFacts, type ReadFacts } from './read-facts.ts';
import { oneLine, type SourceLine } from './source-line.ts';
import { isLetterhead, type TitleLine, titleLine } from './title-line.ts';

export interface Header {
  readonly title: string | null;
  readonly code: string | null;
  readonly facts: ReadFacts;
  readonly places: ReadonlyMap<number, Place>;
  /** Text that is no part of a header. */
  readonly rest: readonly BodyLine[];
  readonly findings: readonly ImportFinding[];
}

export function readHeader(body: readonly BodyLine[]): Header {
  const places = new Map<number, Place>();
  const bodyWithout = body.filter(({ line, text }) => {
    const isPaper = line.stated ? line.stated.as === 'letterhead' : isLetterhead(text);
    if (isPaper) places.set(line.number, { as: 'letterhead' });
    return !places.has(line.number);
  });
  const facts = readFacts(bodyWithout, { anyLabel: true, openHistory: false });
  const stated = (field: string) => facts.stated.some((fact) => fact.field === field && fact.text !== '');
  const titled = takeTitle(facts.rest, places, { title: stated('title'), code: stated('code') });
  const rest = facts.rest.filter(({ line }) => !places.has(line.number));
  return { ...titled, facts, places, rest, findings: furtherTitles(titled.title, rest) };
}

/** Titles of other levels under the first: one specification for several classes. */
function furtherTitles(title: string | null, rest: readonly BodyLine[]): ImportFinding[] {
  const stem = (text: string) => text.replace(/(?:[\s/]+(?:[IVX]{1,4}|\d))+$/, '');
  return rest.flatMap(({ line, text }) => {
    const other = titleLine(text)?.title;
    if (!title || !other || stem(oneLine(other)) !== stem(title)) return [];
    const message = 'The document names several classes; this title is kept as text.';
    return [finding('import.several-titles', line.number, message, other)];
  });
}

function statedTitle({ stated, text }: SourceLine): TitleLine {
  return { title: stated?.label ?? oneLine(text), code: stated?.code ?? null };
}

/** Takes the first line that can be a title, and a code that stands with it, under it or above it. */
function takeTitle(
  lines: readonly BodyLine[],
  places: Map<number, Place>,
  stated: { title: boolean; code: boolean },
): { title: string | null; code: string | null } {
  let title: string | null = null;
  let code: string | null = null;
  for (const { line, text } of lines.slice(0, 12)) {
    const read = line.stated?.as === 'title' ? statedTitle(line) : titleLine(text);
    const isTaken =
      (read?.title && (stated.title || title !== null)) || (read?.code && (stated.code || code !== null));
    if (!read || isTaken) continue;
    title ??= read.title && oneLine(read.title);
    code ??= read.code;
    places.set(line.number, { as: 'title', title: read.title && oneLine(read.title), code: read.code });
  }
  return { title, code };
}
