// The facts of a draft as the editor shows them: title, code and place, the coded values each with its meaning, dates, and
// labelled facts that no field takes.
import type { CodeTable, PlanSettings, Series, Specification } from '../../../schemas/types.ts';
import { inFigures } from '../../model/calendar-date.ts';
import type { Issue } from '../../model/issue.ts';
import { type Field, field, messageOf } from '../field.ts';
import type { Typed } from '../form.ts';
import { benchmarkWords, detailFields } from './draft-form.ts';

export interface FactsView {
  readonly body: Specification;
  readonly settings: PlanSettings;
  readonly series: readonly Series[];
  /** The grades of the pay schedule; empty where the plan has none. */
  readonly grades: readonly string[];
  readonly typed: Typed;
  readonly issues: readonly Issue[];
}

export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[];
  readonly message: string | null;
}

/** A field of text, or a choice: exactly one of the two is not null. */
export interface FactField {
  readonly input: Field | null;
  readonly choice: Choice | null;
}

export function headFields(view: FactsView): FactField[] {
  const { body, series } = view;
  const levelHint = 'Level 1 is the lowest.';
  const options = series.map(({ id, title }) => [id, title] as const);
  return [
    input(view, { name: 'title', label: 'Title' }, body.title),
    input(view, { name: 'code', label: 'Class code' }, body.code ?? ''),
    choice(view, { name: 'series', label: 'Series', none: 'No series' }, body.series?.id ?? '', options),
    input(
      view,
      { name: 'seriesLevel', label: 'Level in the series', hint: levelHint },
      String(body.series?.level ?? ''),
    ),
  ];
}

export function detailChoices(view: FactsView): FactField[] {
  const { body, settings, grades } = view;
  const { details } = body.sections;
  const stated = detailFields.map(([name, label]) => {
    const value = details?.[name] ?? '';
    const options =
      name === 'payGrade' ? grades.map((grade) => [grade, grade] as const) : meanings(settings.codes[name]);
    const asked = { name: `details.${name}`, label };
    return options.length === 0
      ? input(view, asked, value)
      : choice(view, { ...asked, none: 'Not stated' }, value, options);
  });
  const benchmark = { name: 'details.benchmark', label: 'Benchmark class', none: 'Not stated' };
  const established =
    'As precisely as it is known: 2018-09-21, 2018-09 or 2018. The decision fills it in for a new class.';
  return [
    ...stated,
    choice(view, benchmark, benchmarkWords(body), [
      ['yes', 'Yes'],
      ['no', 'No'],
    ]),
    input(
      view,
      { name: 'details.establishedOn', label: 'Established date', hint: established },
      details?.establishedOn ?? '',
    ),
    input(view, { name: 'details.establishedBy', label: 'Established by' }, details?.establishedBy ?? ''),
  ];
}

/** What the decision fills in, told and not asked. */
export function stampedFacts({ body }: FactsView): { label: string; text: string }[] {
  const { revisedOn, revisedBy } = body.sections.details ?? {};
  return [
    ...(revisedOn ? [{ label: 'Revised date', text: inFigures(revisedOn) }] : []),
    ...(revisedBy ? [{ label: 'Revised by', text: revisedBy }] : []),
  ];
}

/** The other facts, with an empty row for one more. */
export function otherFacts({ body, typed, issues }: FactsView) {
  const [labels, texts] = [typed['fact.label'], typed['fact.text']];
  const sent =
    typeof labels === 'object' && typeof texts === 'object'
      ? labels.map((label, index) => ({ label, text: texts[index] ?? '' }))
      : [...(body.sections.details?.other ?? []), { label: '', text: '' }];
  return {
    rows: sent.map((row, index) => ({ ...row, number: index + 1 })),
    message: messageOf('fact', issues),
  };
}

function meanings(table: CodeTable): (readonly [string, string])[] {
  return table.values.map(({ code, meaning }) => [code, code === meaning ? code : `${code} – ${meaning}`]);
}

type Asked = Pick<Field, 'name' | 'label'> & { readonly hint?: string };

function input({ typed, issues }: FactsView, asked: Asked, stored: string): FactField {
  const shown = { [asked.name]: typed[asked.name] ?? stored };
  return { input: field({ ...asked, type: 'text' }, shown, issues), choice: null };
}

/** What the text says stays choosable where the plan does not have it. */
function choice(
  { typed, issues }: FactsView,
  { name, label, none }: Pick<Field, 'name' | 'label'> & { readonly none: string },
  stored: string,
  known: readonly (readonly [string, string])[],
): FactField {
  const sent = typed[name];
  const value = typeof sent === 'string' ? sent : stored;
  const isKnown = value === '' || known.some(([each]) => each === value);
  const all = [
    ['', none] as const,
    ...known,
    ...(isKnown ? [] : [[value, `${value} (not in the plan)`] as const]),
  ];
  const options = all.map(([each, words]) => ({ value: each, label: words, selected: each === value }));
  return {
    input: null,
    choice: { id: `field-${name}`, name, label, options, message: messageOf(name, issues) },
  };
}
