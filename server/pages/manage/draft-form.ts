// What a draft says, place by place, in words that a person can write: text is written one block a line.
import type { Details, PlanSettings, SectionKey, Sections, Specification } from '../../../schemas/types.ts';
import { toLines } from '../../model/block-lines.ts';

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

/** What a text says in one place, in words: a section in lines, a fact. */
export interface WrittenField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

export const hints: Readonly<Record<string, string>> = Object.freeze({
  text: 'One paragraph a line. “- ” begins a list item, “~ ” a standing clause.',
  list: 'One item a line, each beginning with “- ”; “-- ” nests it; “- [25%] ” states its part of time; “~ ” is a standing clause. Write None where there is none.',
  terms: 'One term a line: “= Term: definition”. Write None where there is none.',
  period: 'As it is printed: Six (6) months.',
  level: 'The code, a hyphen and the meaning: 1-Sedentary.',
});

/** Everything that a text says, in the plan's order of sections. */
export function fieldsOf(specification: Specification, settings: PlanSettings): WrittenField[] {
  const { code, title, series, sections, additional } = specification;
  return [
    { name: 'title', label: 'Title', value: title },
    { name: 'code', label: 'Class code', value: code ?? '' },
    { name: 'series', label: 'Series and level', value: series ? `${series.id} ${series.level}` : '' },
    ...settings.sections.flatMap(({ key, label }) =>
      key === 'details' ? [] : [{ name: `section.${key}`, label, value: linesOf(sections[key]) }],
    ),
    ...additional.map(({ id, heading, blocks }) => ({
      name: `additional.${id}`,
      label: heading,
      value: toLines(blocks),
    })),
    ...detailFields.map(([name, label]) => ({
      name: `details.${name}`,
      label,
      value: sections.details?.[name] ?? '',
    })),
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
