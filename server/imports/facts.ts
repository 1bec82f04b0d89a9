// Labelled facts: "Pay Grade: EX-18", "FLSA Code: Y". A label is known by its words; what no field takes is kept
// with its own label.
import type { FactField } from '../../schemas/types.ts';
import { readDate } from '../model/partial-date.ts';
import { lettersOf, oneLine } from './source-line.ts';

export interface Fact {
  readonly field: FactField;
  readonly label: string;
  readonly text: string;
}

const labels: Readonly<Partial<Record<FactField, string>>> = {
  title:
    'class title|title of class|classification title|job title|position title|job class title|title|class name',
  code: 'class code|class code number|class code no|job code|job class code|position code|classification code|class no|class number|code no|code number|code|spec no|class specification no',
  payGrade:
    'pay grade|salary grade|job grade|salary group|pay level|pay scale group|pay range|salary range|salary schedule|pay group|grade|salary',
  flsa: 'flsa|flsa code|flsa status|flsa exemption|flsa designation|flsa exemption status|flsa classification|overtime eligibility',
  eeo4: 'eeo-4|eeo4|eeo-4 code|eeo4 code|eeo-4 category|eeo 4 code|eeo 4 category|eeo4 category|eeo 4',
  bargainingUnit:
    'bargaining unit|bargaining unit code|collective bargaining unit|cbu|cbu code|union|union code|union representation',
  soc: 'soc|soc code|standard occupational classification',
  occupationalGroup:
    'occupational group|occupational category|occupational group code|occupation group|job family',
  benchmark: 'benchmark|benchmark class',
  civilServiceStatus:
    'civil service status|civil service classification|jurisdictional classification|jurisdictional class|service status|civil service',
  establishedOn:
    'established date|date established|established|established on|adopted|adopted on|date adopted|adoption date',
  establishedBy: 'established by|adopted by',
  revisedOn:
    'revised date|date revised|revised|revised on|last revised|revision date|date of last revision|date last revised|amended',
  revisedBy: 'revised by|last revised by|amended by',
  history: 'class history|classification history|revision history|history of the class|history',
  other:
    'pay scale type|pay plan|pay type|ipeds code|department|effective|effective date|abolished date|date abolished|valid as of|class spec effective date|promotional line|work week|employee category',
};

/** Labels too common to stand for a fact in the middle of running text. */
const weak = new Set([
  'title',
  'code',
  'grade',
  'salary',
  'union',
  'history',
  'department',
  'effective',
  'amended',
]);

const fields = new Map<string, FactField>();
for (const [field, names] of Object.entries(labels)) {
  for (const name of names.split('|')) fields.set(name, field as FactField);
}

const anyLabel = [...fields.keys()]
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replaceAll(/[ -]/g, '[ -]');
const labelled = new RegExp(`(?<=^|[\\s;,|*])(${anyLabel})\\.?\\s{0,3}:`, 'gi');

export function fieldOf(label: string): FactField | null {
  return fields.get(plainLabel(label)) ?? null;
}

/** The facts of a line that opens with a known label; a history takes the rest of its line. */
export function knownFacts(line: string): Fact[] {
  const text = withoutMarkUp(line);
  const starts = [...text.matchAll(labelled)];
  if (starts[0]?.index !== 0) return [];
  const history = starts.findIndex((start) => fieldOf(start[1] ?? '') === 'history');
  const used = history < 0 ? starts : starts.slice(0, history + 1);
  return used.map((start, index) => {
    const value = text.slice(start.index + start[0].length, used[index + 1]?.index);
    const label = start[1] ?? '';
    return { field: fieldOf(label) ?? 'other', label: oneLine(label), text: factText(value) };
  });
}

/** A fact under a label of the document's own: "Reports From: Deputies". */
export function namedFact(line: string): Fact | null {
  const match = /^([\p{Lu}\p{N}][^:.;!?]{1,50}?)\s{0,3}:\s{1,40}(\S.*)$/u.exec(withoutMarkUp(line));
  const [, label = '', text = ''] = match ?? [];
  if (!match || label.split(/\s+/).length > 5) return null;
  return { field: fieldOf(label) ?? 'other', label: oneLine(label), text: oneLine(text) };
}

/** The label that this whole line is, waiting for its value. */
export function loneLabel(line: string): Fact | null {
  const label = withoutMarkUp(line).replace(/[\s:]+$/, '');
  const field = label.length <= 60 ? fieldOf(label) : null;
  return field ? { field, label, text: '' } : null;
}

/** True where the facts may be lifted out of running text: known, unmistakable labels with a short value. */
export function areUnmistakable(facts: readonly Fact[]): boolean {
  return (
    facts.length > 0 &&
    facts.every(({ label, field, text }) => {
      const short = text !== '' && (text.length <= 100 || field === 'history');
      return (
        short &&
        !weak.has(plainLabel(label)) &&
        (!field.endsWith('On') || readDate(text) !== null || lettersOf(text) === '')
      );
    })
  );
}

/** The cells of a table's row: parted by tabs, bars or runs of spaces. */
export function cellsOf(line: string): string[] {
  return line
    .trim()
    .split(/\t+|\s{2,}|\s?\|\s?/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
}

function withoutMarkUp(line: string): string {
  return line
    .trim()
    .replace(/^(?:[-*•]\s+)/, '')
    .replace(/\*\*|__(?=\p{L})|(?<=\p{L}:?)__(?!_)/gu, '')
    .trim();
}

function factText(value: string): string {
  return oneLine(value).replace(/\s?[,;|]$/, '');
}

function plainLabel(label: string): string {
  return label
    .toLowerCase()
    .replace(/[.:#*]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
