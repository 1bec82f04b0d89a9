// The fields of a draft's form back as a text, upon the version that was edited: what was not sent stays as it was. A
// section comes in rows, an entry each, or in lines, a block each; a block that is recognisably the same keeps its id.
import type {
  AdditionalSection,
  Details,
  LabelledFact,
  SectionKey,
  Sections,
  Specification,
} from '../../../schemas/types.ts';
import { refusal } from '../../errors.ts';
import { keepBlockIds } from '../../model/block-ids.ts';
import { fromLines, toLines } from '../../model/block-lines.ts';
import type { Issue } from '../../model/issue.ts';
import { readPeriod } from '../../model/period.ts';
import { sectionOf, sections } from '../../model/sections.ts';
import { blocksOfSection } from '../../model/specification.ts';
import type { Typed } from '../form.ts';
import { freshId } from './draft-act.ts';
import { detailFields, linesOf } from './draft-form.ts';
import { blocksOfRows, rowIssues, rowsOf } from './draft-rows.ts';

/** The text that the fields say. */
export function specificationOf(fields: Typed, base: Specification): Specification {
  requireKnownSections(fields);
  const written: Sections = { ...base.sections };
  for (const { key } of sections) {
    const section = readSection(key, fields, base);
    if (section === 'not sent') continue;
    if (section) Object.assign(written, { [key]: section });
    else delete written[key];
  }
  const details = readDetails(fields, base.sections.details);
  const inLines: Specification = {
    ...base,
    title: 'title' in fields ? field(fields, 'title') : base.title,
    code: 'code' in fields ? field(fields, 'code') || null : base.code,
    series: 'series' in fields ? readPlacement(fields) : base.series,
    sections: { ...written, ...(details && { details }) },
    additional: readAdditional(fields, base.additional),
  };
  const next = keepBlockIds(inLines, [base], { fresh: freshId, inPlace: true });
  // Rows name their blocks themselves.
  for (const { key } of sections)
    if (rowsOf(fields, key) && written[key]) Object.assign(next.sections, { [key]: written[key] });
  return next;
}

/** A section that no form has: left out silently, its text would be lost. */
function requireKnownSections(fields: Typed): void {
  const keys = new Set<string>(sections.map(({ key }) => key));
  for (const name of Object.keys(fields)) {
    const [, key] = /^(?:block|kind|text|term|percent|none|pick|paste)\.(.+)$/.exec(name) ?? [];
    if (key !== undefined && !keys.has(key)) throw refusal('form-not-readable');
  }
}

function raw(fields: Typed, name: string): string {
  const text = fields[name];
  return typeof text === 'string' ? text : '';
}

function field(fields: Typed, name: string): string {
  return raw(fields, name).trim().replace(/\s+/g, ' ');
}

function readSection(key: SectionKey, fields: Typed, base: Specification): Sections[SectionKey] | 'not sent' {
  const rows = rowsOf(fields, key);
  const isSent = rows !== null || `section.${key}` in fields;
  if (key === 'details' || !isSent) return 'not sent';
  const before = base.sections[key];
  const section = rows
    ? asProse(blocksOfRows(rows, blocksOfSection(base, key), freshId))
    : readLines(key, raw(fields, `section.${key}`), before);
  if (section) return section;
  if (!(`none.${key}` in fields)) return undefined;
  return before?.state === 'none' ? before : { state: 'none' };
}

function asProse(blocks: ReturnType<typeof fromLines>): Sections[SectionKey] {
  return blocks.length === 0 ? undefined : { state: 'text', blocks };
}

function readLines(key: SectionKey, text: string, base: Sections[SectionKey]): Sections[SectionKey] {
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

function readAdditional(fields: Typed, base: readonly AdditionalSection[]): AdditionalSection[] {
  const names = new Set(base.flatMap(({ id }) => [`additional.${id}`, `heading.${id}`]));
  // A section that the edited version does not have: left out silently, its text would be lost.
  if (Object.keys(fields).some((name) => /^(?:additional|heading)\./.test(name) && !names.has(name)))
    throw refusal('form-not-readable');
  const kept = base.flatMap((section) => {
    const heading = field(fields, `heading.${section.id}`) || section.heading;
    const text = raw(fields, `additional.${section.id}`);
    if (!(`additional.${section.id}` in fields) || text.trim() === toLines(section.blocks))
      return [heading === section.heading ? section : { ...section, heading }];
    return text.trim() === '' ? [] : [{ ...section, heading, blocks: fromLines(text) }];
  });
  const [heading, blocks] = [field(fields, 'added.heading'), fromLines(raw(fields, 'added.text'))];
  return heading === '' || blocks.length === 0 ? kept : [...kept, { id: freshId(), heading, blocks }];
}

const writtenFacts = [...detailFields.map(([name]) => name), 'establishedOn', 'establishedBy'] as const;

function readDetails(fields: Typed, base: Details | undefined): Details | undefined {
  const details: Details = { ...(base ?? { state: 'text' }) };
  for (const name of writtenFacts) {
    if (!(`details.${name}` in fields)) continue;
    const value = field(fields, `details.${name}`);
    if (value === '') delete details[name];
    else details[name] = value;
  }
  if ('details.benchmark' in fields) {
    const benchmark = field(fields, 'details.benchmark');
    if (benchmark === '') delete details.benchmark;
    else details.benchmark = benchmark === 'yes';
  }
  const other = otherFacts(fields);
  if (other && other.length > 0) details.other = other;
  else if (other) delete details.other;
  return Object.keys(details).length > 1 || base ? details : undefined;
}

/** The labelled facts that no field takes; null where the form did not show them. */
function otherFacts(fields: Typed): LabelledFact[] | null {
  const [labels, texts] = [fields['fact.label'], fields['fact.text']];
  if (typeof labels !== 'object' || typeof texts !== 'object') return null;
  if (labels.length !== texts.length) throw refusal('form-not-readable');
  return labels.flatMap((each, index) => {
    const [label, text] = [each, texts[index] ?? ''].map((value) => value.trim().replace(/\s+/g, ' '));
    return label && text ? [{ label, text }] : [];
  });
}

function readPlacement(fields: Typed): Specification['series'] {
  const [id, level] = [field(fields, 'series'), field(fields, 'seriesLevel')];
  return id === '' ? null : { id, level: Number(level) || 1 };
}

/** What the fields say that no schema of one field can tell: parts that need one another. */
export function textIssues(fields: Typed): Issue[] {
  return [
    ...additionIssues(fields),
    ...placementIssues(fields),
    ...factIssues(fields),
    ...sectionIssues(fields),
  ];
}

/** A section needs both its heading and its text. */
function additionIssues(fields: Typed): Issue[] {
  const [heading, text] = [field(fields, 'added.heading'), raw(fields, 'added.text').trim()];
  if ((heading === '') === (text === '')) return [];
  return heading === ''
    ? [{ field: 'added.heading', problem: 'form', message: 'Give the section that you add a heading.' }]
    : [{ field: 'added.text', problem: 'form', message: 'Write the text of the section that you add.' }];
}

function placementIssues(fields: Typed): Issue[] {
  if (field(fields, 'series') === '' || field(fields, 'seriesLevel') !== '') return [];
  return [
    { field: 'seriesLevel', problem: 'form', message: 'Say at which level of the series the class stands.' },
  ];
}

function factIssues(fields: Typed): Issue[] {
  const [labels, texts] = [fields['fact.label'], fields['fact.text']];
  if (typeof labels !== 'object' || typeof texts !== 'object') return [];
  const isHalf = labels.some((label, index) => (label === '') !== ((texts[index] ?? '') === ''));
  const message = 'Give each other fact both its name and what it says.';
  return isHalf ? [{ field: 'fact', problem: 'form', message }] : [];
}

function sectionIssues(fields: Typed): Issue[] {
  return sections.flatMap(({ key, label }) => {
    const rows = rowsOf(fields, key);
    const hasText = rows
      ? rows.some(({ term, text }) => term + text !== '')
      : raw(fields, `section.${key}`).trim() !== '';
    const message = `“${label}” has a text and says None. Take the text out, or untick None.`;
    const both =
      hasText && `none.${key}` in fields ? [{ field: `section.${key}`, problem: 'form', message }] : [];
    return [...both, ...(rows ? rowIssues(rows, key) : [])];
  });
}
