// The fields of a draft's form back as a text, upon the version that was edited. A block that is recognisably the same
// keeps its id.
import { randomBytes } from 'node:crypto';
import type {
  AdditionalSection,
  Details,
  SectionKey,
  Sections,
  Specification,
} from '../../../schemas/types.ts';
import { refusal } from '../../errors.ts';
import { keepBlockIds } from '../../model/block-ids.ts';
import { fromLines, toLines } from '../../model/block-lines.ts';
import type { Issue } from '../../model/issue.ts';
import { readPeriod } from '../../model/period.ts';
import { sectionOf } from '../../model/sections.ts';
import type { Typed } from '../form.ts';
import { detailFields, linesOf } from './draft-form.ts';

/** The text that the fields say, beside the version that was edited: what was not sent stays as it was. */
export function specificationOf(fields: Typed, base: Specification): Specification {
  const sections: Sections = { ...base.sections };
  for (const name of Object.keys(fields).filter((each) => each.startsWith('section.'))) {
    const key = name.slice('section.'.length) as SectionKey;
    const section = readSection(key, raw(fields, name), base.sections[key]);
    if (section) Object.assign(sections, { [key]: section });
    else delete sections[key];
  }
  const details = readDetails(fields, base.sections.details);
  const next: Specification = {
    ...base,
    title: 'title' in fields ? field(fields, 'title') : base.title,
    code: 'code' in fields ? field(fields, 'code') || null : base.code,
    series: 'series' in fields ? readPlacement(field(fields, 'series')) : base.series,
    sections: { ...sections, ...(details && { details }) },
    additional: readAdditional(fields, base.additional),
  };
  return keepBlockIds(next, [base], { fresh: freshId, inPlace: true });
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

function readAdditional(fields: Typed, base: readonly AdditionalSection[]): AdditionalSection[] {
  const names = new Set(base.map(({ id }) => `additional.${id}`));
  // A section that the edited version does not have: left out silently, its text would be lost.
  if (Object.keys(fields).some((name) => name.startsWith('additional.') && !names.has(name)))
    throw refusal('form-not-readable');
  const kept = base.flatMap((section) => {
    const text = raw(fields, `additional.${section.id}`);
    if (!(`additional.${section.id}` in fields) || text.trim() === toLines(section.blocks)) return [section];
    return text.trim() === '' ? [] : [{ ...section, blocks: fromLines(text) }];
  });
  const [heading, blocks] = [field(fields, 'added.heading'), fromLines(raw(fields, 'added.text'))];
  return heading === '' || blocks.length === 0 ? kept : [...kept, { id: freshId(), heading, blocks }];
}

function readDetails(fields: Typed, base: Details | undefined): Details | undefined {
  const details: Details = { ...(base ?? { state: 'text' }) };
  for (const [name] of detailFields) {
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

/** A section needs both its heading and its text. */
export function additionIssues(fields: Typed): Issue[] {
  const [heading, text] = [field(fields, 'added.heading'), raw(fields, 'added.text').trim()];
  if ((heading === '') === (text === '')) return [];
  return heading === ''
    ? [{ field: 'added.heading', problem: 'form', message: 'Give the section that you add a heading.' }]
    : [{ field: 'added.text', problem: 'form', message: 'Write the text of the section that you add.' }];
}
