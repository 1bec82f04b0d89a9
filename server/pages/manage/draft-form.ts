// A draft as the fields of a form: text is written one block a line.
import type { Details, PlanSettings, SectionKey, Sections, Specification } from '../../../schemas/types.ts';
import { toLines } from '../../model/block-lines.ts';
import { sectionOf } from '../../model/sections.ts';

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
  other: 'One paragraph a line. “- ” begins a list item. Empty: the section is taken out.',
};

/** The form's fields for a text, in the plan's order of sections. */
export function fieldsOf(specification: Specification, settings: PlanSettings): FormField[] {
  const { code, title, series, sections, additional } = specification;
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
    ...additional.map(({ id, heading, blocks }) =>
      textField(`additional.${id}`, heading, toLines(blocks), 'other'),
    ),
    ...detailFields.map(([name, label]) => short(`details.${name}`, label, sections.details?.[name] ?? '')),
  ];
}

function sectionField(key: SectionKey, label: string, section: Sections[SectionKey]): FormField {
  const { kind } = sectionOf(key);
  const shown = textField(`section.${key}`, label, linesOf(section), kind);
  return kind === 'level' || kind === 'period' ? { ...shown, rows: null } : shown;
}

function textField(name: string, label: string, value: string, kind: string): FormField {
  const rows = Math.min(24, Math.max(3, value.split('\n').length + Math.ceil(value.length / 160)));
  return { name, label, value, rows, hint: hints[kind] ?? null };
}

/** The fields in which a section that no heading of the plan takes is begun. */
export function addedFields(): FormField[] {
  const heading = { name: 'added.heading', label: 'Heading of another section', value: '', rows: null };
  return [
    { ...heading, hint: 'For what belongs under none of the headings above. Empty: none is added.' },
    textField('added.text', 'Text of that section', '', 'text'),
  ];
}

/** Whether the class is a benchmark, as the form says it; '' where the text does not. */
export function benchmarkWords({ sections: { details } }: Specification): '' | 'yes' | 'no' {
  if (details?.benchmark === undefined) return '';
  return details.benchmark ? 'yes' : 'no';
}

export function linesOf(section: Sections[SectionKey]): string {
  if (!section) return '';
  if (section.state === 'none') return section.wording ?? 'None';
  if ('blocks' in section) return toLines(section.blocks);
  if ('meaning' in section)
    return section.code === null ? section.meaning : `${section.code}-${section.meaning}`;
  return 'length' in section ? section.text : '';
}
