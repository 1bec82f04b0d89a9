// A draft as the fields of a form, and the fields back as a draft. Text is written one block a line; a block that is
// recognisably the same keeps its id.
import { randomBytes } from 'node:crypto';
import type { Details, PlanSettings, SectionKey, Sections, Specification } from '../../../schemas/types.ts';
import { fromLines, toLines } from '../../model/block-lines.ts';
import { keepBlockIds } from '../../model/block-ids.ts';
import { readPeriod } from '../../model/period.ts';
import { sectionOf } from '../../model/sections.ts';
import type { Typed } from '../form.ts';

/** The facts of the closing table that a person writes; dates and initials are filled in by the decision. */
export const detailFields = [
  ['payGrade', 'Pay grade'],
  ['flsa', 'FLSA code'],
  ['eeo4', 'EEO-4 category'],
  ['bargainingUnit', 'Bargaining unit'],
  ['soc', 'SOC code'],
  ['occupationalGroup', 'Occupational group'],
  ['civilServiceStatus', 'Civil service status'],
] as const satisfies readonly (readonly [keyof Details, string])[];

/** One field of the form, as it is stored. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly rows: number | null;
  readonly hint: string | null;
}

const hints: Record<string, string> = {
  text: 'One paragraph a line. “- ” begins a list item. Write None where there is none.',
  list: 'One item a line, each beginning with “- ”; “-- ” nests it; “~ ” is a standing clause. Write None where there is none.',
  terms: 'One term a line: “= Term: definition”. Write None where there is none.',
  level: 'The code, a hyphen and the meaning: 1-Sedentary.',
  period: 'As it is printed: Six (6) months.',
};

/** The form's fields for a text, in the plan's order of sections. */
export function fieldsOf(specification: Specification, settings: PlanSettings): FormField[] {
  const { code, title, series, sections } = specification;
  const short = (name: string, label: string, value: string, hint: string | null = null): FormField => ({
    name,
    label,
    value,
    rows: null,
    hint,
  });
  return [
    short('title', 'Title', title),
    short('code', 'Class code', code ?? ''),
    short(
      'series',
      'Series and level',
      series ? `${series.id} ${series.level}` : '',
      'The series and the level in it: it-management 2. Empty for no series.',
    ),
    ...settings.sections.flatMap(({ key, label }) =>
      key === 'details' ? [] : [sectionField(key, label, sections[key])],
    ),
    ...detailFields.map(([name, label]) => short(`details.${name}`, label, sections.details?.[name] ?? '')),
  ];
}

function sectionField(key: SectionKey, label: string, section: Sections[SectionKey]): FormField {
  const { kind } = sectionOf(key);
  const value = linesOf(section);
  const rows =
    kind === 'level' || kind === 'period'
      ? null
      : Math.min(24, Math.max(3, value.split('\n').length + Math.ceil(value.length / 160)));
  return { name: `section.${key}`, label, value, rows, hint: hints[kind] ?? null };
}

function linesOf(section: Sections[SectionKey]): string {
  if (!section) return '';
  if (section.state === 'none') return section.wording ?? 'None';
  if ('blocks' in section) return toLines(section.blocks);
  if ('meaning' in section)
    return section.code === null ? section.meaning : `${section.code}-${section.meaning}`;
  return 'length' in section ? section.text : '';
}

/** The text that the fields say, beside the version that was edited: what the form does not show stays as it was. */
export function specificationOf(fields: Typed, base: Specification): Specification {
  const sections: Sections = {};
  for (const name of Object.keys(fields).filter((each) => each.startsWith('section.'))) {
    const key = name.slice('section.'.length) as SectionKey;
    const section = readSection(key, raw(fields, name), base.sections[key]);
    if (section) Object.assign(sections, { [key]: section });
  }
  const details = readDetails(fields, base.sections.details);
  const next: Specification = {
    ...base,
    title: field(fields, 'title'),
    code: field(fields, 'code') || null,
    series: readPlacement(field(fields, 'series')),
    sections: { ...sections, ...(details && { details }) },
  };
  return keepBlockIds(next, [base], freshId);
}

function raw(fields: Typed, name: string): string {
  const text = fields[name];
  return typeof text === 'string' ? text : '';
}

function field(fields: Typed, name: string): string {
  return raw(fields, name).trim().replace(/\s+/g, ' ');
}

function readSection(key: SectionKey, text: string, base: Sections[SectionKey]): Sections[SectionKey] {
  const { kind } = sectionOf(key);
  const line = text.trim();
  if (line === '') return undefined;
  if (line === linesOf(base)) return base;
  if (/^none\.?$/i.test(line)) return { state: 'none' };
  if (kind === 'period') return readPeriod(line.replace(/\s+/g, ' '));
  if (kind === 'level') {
    const [, code = null, meaning = line] = /^(\w{1,10})\s*-\s*(\S.*)$/.exec(line) ?? [];
    return { state: 'text', code, meaning };
  }
  return { state: 'text', blocks: fromLines(text) };
}

function readDetails(fields: Typed, base: Details | undefined): Details | undefined {
  const details: Details = { ...(base ?? { state: 'text' }) };
  for (const [name] of detailFields) {
    const value = field(fields, `details.${name}`);
    if (value === '') delete details[name];
    else details[name] = value;
  }
  return Object.keys(details).length > 1 || base ? details : undefined;
}

/** 'it-management 2'; the form's schema lets nothing else through. */
function readPlacement(text: string): Specification['series'] {
  const [, id, level] = /^([a-z0-9]+(?:-[a-z0-9]+)*) (\d{1,2})$/.exec(text) ?? [];
  return id && level ? { id, level: Number(level) } : null;
}

/** Two people may write at once: an id that neither can guess, and no number that an import would count on from. */
function freshId(): string {
  return `n${randomBytes(6).toString('hex')}x`;
}
