// What somebody asks of a sweep, from the address of its search or from the form that begins it: one schema reads both.
import type { Request } from 'express';
import type { PlanSettings, SectionKey, SweepForm } from '../../../schemas/types.ts';
import type { Issue } from '../../model/issue.ts';
import { sectionOf } from '../../model/sections.ts';
import type { SweepEdit } from '../../model/sweep-edit.ts';
import type { SweepMode, SweepQuery } from '../../model/sweep-query.ts';
import { propertiesOf } from '../../schemas.ts';
import type { Filled, Typed } from '../form.ts';
import { readForm } from '../form.ts';
import { sentValue } from '../page.ts';

type Form = Filled<'form-sweep.schema.json'>;

/** The search in an address; null where nothing is looked for yet. */
export function askedInAddress(request: Request): Form | null {
  if (sentValue(request, 'q').trim() === '') return null;
  const known = [...propertiesOf('form-sweep.schema.json').keys()].filter((name) => name in request.query);
  const sent = known.map((name) => [name, sentValue(request, name)]);
  return readForm('form-sweep.schema.json', { mode: 'phrase', ...Object.fromEntries(sent) });
}

export function queryOf({ q, mode, case: kept = '', ...form }: SweepForm): SweepQuery {
  const { section = '', series = '', grade = '' } = form;
  return {
    text: q,
    mode,
    isCaseKept: kept === 'kept',
    section: section === '' ? null : section,
    series: series || null,
    grade: grade || null,
  };
}

/** What is proposed; null where it is only looked for, or where something is missing. */
export function editOf({ edit = '', with: written = '', to = '' }: SweepForm): SweepEdit | null {
  const text = written.replace(/\s+/g, ' ');
  if (edit === '') return null;
  if (edit === 'remove') return { kind: 'remove' };
  if (edit === 'replace') return { kind: 'replace', text };
  if (text === '') return null;
  return { kind: 'append', form: edit, section: to === '' ? null : to, text };
}

/** What a schema cannot say of a proposal. */
export function editIssues({ edit = '', mode, with: text = '' }: SweepForm): Issue[] {
  const isAdded = edit === 'sentence' || edit === 'paragraph' || edit === 'item';
  if (isAdded && text === '')
    return [{ field: 'with', problem: 'missing', message: 'Write what is to be added.' }];
  if (edit === 'replace' && mode === 'words')
    return [
      {
        field: 'edit',
        problem: 'impossible',
        message: 'Words that stand apart cannot be replaced as one. Look for a phrase, or for an expression.',
      },
    ];
  return [];
}

export const modeWords: Readonly<Record<SweepMode, string>> = {
  phrase: 'A phrase, as it stands',
  words: 'All of these words, in any order',
  expression: 'A regular expression',
};

const editWords = [
  ['', 'Only look for it'],
  ['replace', 'Replace what is found'],
  ['sentence', 'Add a sentence to the section'],
  ['paragraph', 'Add a paragraph to the section'],
  ['item', 'Add an entry to the section’s list'],
  ['remove', 'Take out the paragraphs or entries that hold it'],
] as const;

export function options(
  values: readonly (readonly [value: string, label: string])[],
  chosen: string,
): { value: string; label: string; selected: boolean }[] {
  return values.map(([value, label]) => ({ value, label, selected: value === chosen }));
}

export function modeOptions(typed: Typed) {
  return options(Object.entries(modeWords), text(typed, 'mode') || 'phrase');
}

export function editOptions(typed: Typed) {
  return options(editWords, text(typed, 'edit'));
}

/** The sections that are text, under the plan's own headings, in its order. */
export function sectionOptions(settings: PlanSettings, typed: Typed, name: 'section' | 'to') {
  const written = settings.sections
    .filter(({ key }) => isText(key))
    .map(({ key, label }) => [key, label] as const);
  const additional = name === 'section' ? [['additional', 'Additional sections'] as const] : [];
  return options([...written, ...additional], text(typed, name));
}

function isText(key: SectionKey): boolean {
  return !['level', 'period', 'details'].includes(sectionOf(key).kind);
}

export function text(typed: Typed, name: string): string {
  const value = typed[name];
  return typeof value === 'string' ? value : '';
}

/** The query told in words, for the head of a sweep: 'in Essential Duties, series IT Management'. */
export function scopeInWords(
  { section, series, grade, isCaseKept }: SweepQuery,
  settings: PlanSettings,
): string {
  const label = settings.sections.find(({ key }) => key === section)?.label;
  const told = [
    section === null
      ? 'every section'
      : section === 'additional'
        ? 'additional sections'
        : (label ?? section),
    ...(series === null ? [] : [`series ${series}`]),
    ...(grade === null ? [] : [`pay grade ${grade}`]),
    ...(isCaseKept ? ['upper and lower case as written'] : []),
  ];
  const [first = '', ...rest] = told;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ');
}
