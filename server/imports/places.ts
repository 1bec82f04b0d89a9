// The place of every line: the whole map that the report is written from. A line without a place is a fault here,
// never a loss.
import type { Place, PlacedLine } from '../../schemas/types.ts';
import type { GatheredText } from './gather.ts';
import type { HistoryPiece } from './history-line.ts';
import type { Part } from './parts.ts';
import type { ReadFacts, StatedFact } from './read-facts.ts';
import { lettersOf, type SourceLine } from './source-line.ts';
import { isFurniture } from './title-line.ts';
import type { WrittenDraft } from './write-draft.ts';

type Places = Map<number, Place>;

export function placedLines(lines: readonly SourceLine[], places: ReadonlyMap<number, Place>): PlacedLine[] {
  return lines.map((line) => {
    const text = line.text.trim();
    const place = places.get(line.number) ?? placeWithoutText(text);
    if (!place) throw new Error(`The import found no place for line ${line.number}`);
    return { line: line.number, text, place };
  });
}

/** Lines that belong to no text: rules, and what a page adds to it. */
function placeWithoutText(text: string): Place | null {
  if (lettersOf(text) === '') return { as: 'rule' };
  return isFurniture(text) ? { as: 'letterhead' } : null;
}

export function factPlaces(
  facts: readonly ReadFacts[],
  told: readonly StatedFact[],
  history: readonly HistoryPiece[],
): Places {
  const events = eventsByLine(told, history);
  const lines = facts.flatMap(({ factLines }) => factLines);
  return new Map(
    lines.map(({ line, facts: stated }) => [
      line.number,
      { as: 'facts', facts: [...stated], events: events.get(line.number) ?? [] },
    ]),
  );
}

function eventsByLine(told: readonly StatedFact[], history: readonly HistoryPiece[]): Map<number, number[]> {
  const events = new Map<number, number[]>();
  for (const [index, { from }] of history.entries()) {
    for (const at of from) {
      const line = told[at]?.line ?? 0;
      events.set(line, [...(events.get(line) ?? []), index + 1]);
    }
  }
  return events;
}

/** A heading's own lines; where heading and text share a line, the text's place already tells. */
export function addHeadings(
  places: Places,
  parts: readonly Part[],
  { openedBy }: GatheredText,
  { ids }: WrittenDraft,
): void {
  for (const part of parts) {
    if (!part.line || places.has(part.line.number)) continue;
    const opened = openedBy.get(part);
    const keys = opened ? opened.flatMap(({ key }) => key ?? []) : ['details' as const];
    const additional = opened?.map((section) => ids.get(section)).find((id) => id !== undefined) ?? null;
    const place: Place = { as: 'heading', keys: additional ? [] : keys, additional };
    for (const line of [part.line, part.second]) if (line) places.set(line.number, place);
  }
}
