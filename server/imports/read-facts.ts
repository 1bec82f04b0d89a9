// Finds the labelled facts among lines: on one line, label over value, or a table's row of labels over its row of
// values. A history goes on over the lines that follow it.
import { cellsOf, fieldOf, knownFacts, loneLabel, namedFact, type Fact } from './facts.ts';
import type { BodyLine } from './parts.ts';
import { lettersOf, oneLine, type SourceLine, statedParts } from './source-line.ts';

/** A line of facts, as it is to be reported: label and value each where they stand. */
export interface FactLine {
  readonly line: SourceLine;
  readonly facts: readonly Fact[];
}

export interface StatedFact extends Fact {
  readonly line: number;
}

export interface ReadFacts {
  readonly factLines: FactLine[];
  readonly stated: StatedFact[];
  /** Lines that state no fact. */
  readonly rest: BodyLine[];
}

export interface Manner {
  /** Take "Label: value" under any label, not only a known one. */
  readonly anyLabel: boolean;
  /** Lines after a history, without a label, are more of it. */
  readonly openHistory: boolean;
}

export function readFacts(body: readonly BodyLine[], manner: Manner): ReadFacts {
  const read: ReadFacts = { factLines: [], stated: [], rest: [] };
  let inHistory = false;
  for (let at = 0; at < body.length; at += 1) {
    const [line, next] = [body[at], body[at + 1]];
    if (!line) continue;
    const facts = factsOn(line, manner, inHistory);
    const labels = facts.length > 0 ? [] : labelsOn(line);
    if (facts.length > 0) state(read, line, facts, facts);
    else if (labels.length > 0) at += stateBelow(read, line, next, labels);
    else read.rest.push(line);
    const last = facts.at(-1) ?? labels.at(-1);
    inHistory = manner.openHistory && (last ? last.field === 'history' : inHistory);
  }
  return read;
}

function state(read: ReadFacts, line: BodyLine, placed: readonly Fact[], stated: readonly Fact[]): void {
  const [first, ...others] = placed;
  if (!first) return;
  const label = oneLine(`${line.heading ?? ''} ${first.label}`);
  read.factLines.push({ line: line.line, facts: [{ ...first, label }, ...others] });
  read.stated.push(...stated.map((fact) => ({ ...fact, line: line.line.number })));
}

/** Labels take their values from the next line; answers how many lines that used. */
function stateBelow(
  read: ReadFacts,
  line: BodyLine,
  next: BodyLine | undefined,
  labels: readonly Fact[],
): number {
  const values = next && isValueLine(next) ? valuesFor(labels, next.text) : null;
  const empty = labels.filter(({ field }) => field !== 'history');
  state(read, line, labels, values ? [] : empty);
  if (!next || !values) return 0;
  const facts = labels.map((label, index) => ({ ...label, text: values[index] ?? '' }));
  const unlabelled = facts.map((fact) => ({ ...fact, label: '' }));
  state(read, next, unlabelled, facts);
  return 1;
}

function factsOn(line: BodyLine, manner: Manner, inHistory: boolean): Fact[] {
  const stated = statedParts(line.line);
  if (stated) return [{ field: fieldOf(stated.label) ?? 'other', ...stated }];
  const known = knownFacts(line.text);
  if (known.some(({ text }) => text !== '') || known.length > 1) return known;
  if (inHistory) return [{ field: 'history', label: '', text: oneLine(line.text) }];
  const named = manner.anyLabel && known.length === 0 ? namedFact(line.text) : null;
  return named ? [named] : [];
}

function labelsOn(line: BodyLine): Fact[] {
  const cells = cellsOf(line.text);
  if (cells.length > 1 && cells.every((cell) => fieldOf(cell))) {
    return cells.map((cell) => ({
      field: fieldOf(cell) ?? 'other',
      label: cell.replace(/\s*:$/, ''),
      text: '',
    }));
  }
  const label = loneLabel(line.text);
  return label ? [label] : [];
}

function isValueLine(line: BodyLine): boolean {
  return knownFacts(line.text).length === 0 && labelsOn(line).length === 0 && line.text.length <= 300;
}

function valuesFor(labels: readonly Fact[], text: string): string[] | null {
  if (labels.length === 1) {
    return labels[0]?.field === 'history' || !lettersOf(text) ? null : [oneLine(text)];
  }
  const cells = cellsOf(text);
  return cells.length === labels.length ? cells.map(oneLine) : null;
}
