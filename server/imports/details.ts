// Labelled facts to the details of a specification. A value that its field cannot take is kept under its label.
import type { Details, ImportFinding, LabelledFact } from '../../schemas/types.ts';
import { readDate, type ReadDate } from '../model/partial-date.ts';
import { saysNone } from '../model/says-none.ts';
import { finding } from './finding.ts';
import type { StatedFact } from './read-facts.ts';

export interface ReadDetails {
  title: string | null;
  code: string | null;
  /** null where no fact was stated. */
  details: Details | null;
  readonly history: StatedFact[];
  readonly dates: ReadDate[];
  readonly findings: ImportFinding[];
}

type Reading = ReadDetails & { readonly details: Details };
type DateField = 'establishedOn' | 'revisedOn';

/** title and code are those found without a label; a labelled one that differs is kept among the other facts. */
export function detailsOf(
  facts: readonly StatedFact[],
  { title, code }: { readonly title: string | null; readonly code: string | null },
): ReadDetails {
  const reading: Reading = { title, code, details: { state: 'text' }, history: [], dates: [], findings: [] };
  const other: LabelledFact[] = [];
  for (const fact of facts) {
    if (fact.text === '') reading.findings.push(emptyLabel(fact));
    else if (!take(fact, reading)) other.push({ label: fact.label || 'Unlabelled', text: fact.text });
  }
  if (other.length > 0) reading.details.other = other;
  return Object.keys(reading.details).length > 1 ? reading : { ...reading, details: null };
}

/** False where the fact finds no field. */
function take(fact: StatedFact, reading: Reading): boolean {
  const { field, text } = fact;
  const { details, history } = reading;
  if (field === 'history') return !(saysNone(text) && history.length === 0) && history.push(fact) > 0;
  if (field === 'other' || text.length > 300) return false;
  if (field === 'title') return takeTitle(text, reading);
  if (field === 'code') return takeCode(fact, reading);
  if (field === 'establishedOn' || field === 'revisedOn') return takeDate(field, fact, reading);
  if (details[field] !== undefined) return false;
  if (field === 'benchmark') return takeBenchmark(text, details);
  details[field] = text;
  return true;
}

function takeTitle(text: string, reading: Reading): boolean {
  const fits = text.length <= 200 && (reading.title === null || reading.title === text);
  if (fits) reading.title = text;
  return fits;
}

function takeCode({ text, line }: StatedFact, reading: Reading): boolean {
  const isCode = /^[A-Za-z0-9][A-Za-z0-9.-]{0,15}$/.test(text);
  const fits = isCode && (reading.code === null || reading.code === text);
  if (fits) reading.code = text;
  else reading.findings.push(finding('import.second-code', line, secondCode(isCode), text));
  return fits;
}

function secondCode(isCode: boolean): string {
  const why = isCode ? 'The class has another code' : 'This is no single class code';
  return `${why}; it is kept among the details under its label.`;
}

function takeDate(field: DateField, { text, label, line }: StatedFact, reading: Reading): boolean {
  const read = readDate(text);
  if (!read) {
    const message = `"${label}" holds no date that can be read; it is kept as written.`;
    reading.findings.push(finding('import.unreadable-date', line, message, text));
  }
  if (!read || reading.details[field] !== undefined) return false;
  reading.dates.push(read);
  reading.details[field] = read.date;
  if (read.twoDigitYear) reading.findings.push(twoDigitYear(line, text, read));
  return true;
}

function takeBenchmark(text: string, details: Details): boolean {
  const answer = /^(?:(y|yes|true|x)|n|no|false)$/i.exec(text);
  if (answer) details.benchmark = answer[1] !== undefined;
  return answer !== null;
}

export function twoDigitYear(line: number, text: string, read: ReadDate): ImportFinding {
  const message = `The year has two digits and was read as ${read.date.slice(0, 4)}.`;
  return finding('import.two-digit-year', line, message, text);
}

function emptyLabel({ label, line }: StatedFact): ImportFinding {
  return finding('import.empty-label', line, `"${label}" has no value.`);
}
