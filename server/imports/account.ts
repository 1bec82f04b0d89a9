// Proves that nothing was lost: finds the letters and digits of every line again at the place named for it.
import type {
  Block,
  FactsPlace,
  HistoryEvent,
  PlacedFact,
  PlacedLine,
  SectionKey,
  Specification,
  TitlePlace,
} from '../../schemas/types.ts';
import { readDate } from '../model/partial-date.ts';
import { blocksOf, wordsOf } from '../model/specification.ts';
import { timeShareInWords } from '../model/time-share.ts';
import { lettersOf } from './source-line.ts';

interface Kept {
  readonly specification: Specification;
  readonly events: readonly HistoryEvent[];
  /** Letters of each block and value that no line has claimed yet. */
  readonly unclaimed: Map<string, string>;
}

/** The numbers of the lines that are not wholly found; none for a sound import. */
export function unaccountedLines(
  placements: readonly PlacedLine[],
  specification: Specification,
  events: readonly HistoryEvent[],
): number[] {
  const kept: Kept = { specification, events, unclaimed: claimable(specification) };
  return placements.filter((placed) => !isFound(placed, kept)).map(({ line }) => line);
}

function claimable(specification: Specification): Map<string, string> {
  const keys = Object.keys(specification.sections) as SectionKey[];
  return new Map([
    ...blocksOf(specification).map((block) => [block.id, lettersOf(wordsRead(block))] as const),
    ...keys.map((key) => [key, lettersOf(valueText(specification.sections[key]))] as const),
  ]);
}

/** The words that a document said of a block: its part of time too. */
function wordsRead(block: Block): string {
  const share = block.kind === 'item' ? timeShareInWords(block.percentOfTime) : null;
  return share === null ? wordsOf(block) : `${wordsOf(block)} (${share})`;
}

function valueText(value: Specification['sections'][SectionKey]): string {
  if (!value || 'blocks' in value) return '';
  if (value.state === 'none') return value.wording ?? 'None';
  if ('meaning' in value) return `${value.code ?? ''}${value.meaning}`;
  return 'unit' in value ? value.text : '';
}

function isFound({ text, place }: PlacedLine, kept: Kept): boolean {
  const letters = lettersOf(text);
  if (place.as === 'letterhead' || place.as === 'heading') return true;
  if (place.as === 'rule') return letters === '';
  if (place.as === 'title') return isTitle(letters, place, kept.specification);
  if (place.as === 'facts') return areFacts(letters, place, kept);
  const opening = lettersOf(`${place.heading ?? ''}${place.mark ?? ''}`);
  const name = place.as === 'block' ? place.block : place.key;
  return letters.startsWith(opening) && claim(name, letters.slice(opening.length), kept);
}

/** The lines of a block must follow one another in it without a gap. */
function claim(name: string, letters: string, { unclaimed }: Kept): boolean {
  const left = unclaimed.get(name) ?? '';
  if (!left.startsWith(letters)) return false;
  unclaimed.set(name, left.slice(letters.length));
  return true;
}

function isTitle(letters: string, { title, code }: TitlePlace, specification: Specification): boolean {
  const [a, b] = [lettersOf(title ?? ''), lettersOf(code ?? '')];
  const isKept =
    (title === null || title === specification.title) && (code === null || code === specification.code);
  return isKept && (letters === a + b || letters === b + a);
}

function areFacts(letters: string, place: FactsPlace, kept: Kept): boolean {
  const said = place.facts.map(({ label, text }) => lettersOf(label + text)).join('');
  const told = lettersOf(place.events.map((event) => kept.events[event - 1]?.line ?? '').join(''));
  return (
    said === letters &&
    place.facts.every((fact) => fact.text === '' || isKeptFact(fact, told, kept.specification))
  );
}

function isKeptFact({ field, text }: PlacedFact, told: string, specification: Specification): boolean {
  const { details } = specification.sections;
  if ((details?.other ?? []).some((fact) => fact.text === text)) return true;
  if (field === 'other') return false;
  if (field === 'history') return told.includes(lettersOf(text));
  if (field === 'title' || field === 'code') return specification[field] === text;
  if (field === 'benchmark') return details?.benchmark !== undefined;
  const value = details?.[field];
  return value === text || (field.endsWith('On') && value !== undefined && value === readDate(text)?.date);
}
