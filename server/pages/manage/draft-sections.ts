// The sections of a draft as the editor shows them: in rows, in lines, as a choice of codes, with what each counts. What
// was sent and could not be saved is shown as it was typed.
import type { Block, PlanSettings, SectionKey, SharedText, Specification } from '../../../schemas/types.ts';
import { actOnBlock, type BlockAct, isPossible } from '../../model/edit-blocks.ts';
import type { Issue } from '../../model/issue.ts';
import { readingGrade, wordCount } from '../../model/readability.ts';
import { type SectionKind, sectionOf } from '../../model/sections.ts';
import { blocksOfSection, wordsOf } from '../../model/specification.ts';
import { messageOf } from '../field.ts';
import type { Typed } from '../form.ts';
import { freshId, type Place } from './draft-act.ts';
import { hints, linesOf } from './draft-form.ts';
import { type Row, rowOf, type RowKind, rowsOf } from './draft-rows.ts';

export interface EditorView {
  readonly body: Specification;
  readonly settings: PlanSettings;
  readonly library: readonly SharedText[];
  /** What was sent and not saved; empty for the draft as it is stored. */
  readonly typed: Typed;
  readonly issues: readonly Issue[];
  readonly mayEdit: boolean;
  /** Every section in lines, for editing many entries at once. */
  readonly asLines: boolean;
  /** Where an empty row is wanted, and where the keyboard should be. */
  readonly below: Place | null;
  readonly place: Place | null;
  /** Open comment threads by place: 'sections.duties'. */
  readonly threads: ReadonlyMap<string, number>;
}

export function editorSections(view: EditorView, commentsHref: string) {
  return view.settings.sections
    .filter(({ key }) => key !== 'details')
    .map(({ key, label, required }) => {
      const { kind } = sectionOf(key);
      const isRows = (kind === 'list' || kind === 'terms') && !view.asLines;
      const rows = isRows ? shownRows(view, key, kind) : [];
      return {
        key,
        label,
        required,
        id: `field-section.${key}`,
        message: messageOf(`section.${key}`, view.issues) ?? rowMessage(view, key),
        hint: isRows ? null : (hints[kind] ?? null),
        counts: countsOf(view.body, key),
        isNone: `none.${key}` in view.typed || view.body.sections[key]?.state === 'none',
        mayBeNone: kind !== 'level' && !view.asLines,
        noneWording: noneWording(view.body, key),
        isEmptyNone: view.body.sections[key]?.state === 'none' && rows.every(({ text }) => text === ''),
        rows: isRows ? rows.map((row, index) => rowView(view, key, row, index)) : null,
        lines: isRows || (kind === 'level' && !view.asLines) ? null : linesView(view, key, kind),
        levels: kind === 'level' && !view.asLines ? levelOptions(view, key) : null,
        lastId: rows[lastEntry(rows)]?.id ?? 'none',
        picks: isRows ? picksOf(view, key, kind) : null,
        timeSum: key === 'duties' ? timeSum(rows) : null,
        threads: threadsOf(view, key, commentsHref),
      };
    });
}

/** Messages about fields of rows stand at their section. */
function rowMessage({ issues }: EditorView, key: SectionKey): string | null {
  const names = ['block', 'kind', 'text', 'term', 'percent'].map((name) => `${name}.${key}`);
  return issues.find(({ field }) => names.includes(field))?.message ?? null;
}

function countsOf(body: Specification, key: SectionKey): string {
  const text = blocksOfSection(body, key).map(wordsOf).join('\n');
  const words = wordCount(text);
  if (words === 0) return '';
  const grade = readingGrade(text);
  const counted = `${words} ${words === 1 ? 'word' : 'words'}`;
  return grade === null ? counted : `${counted}, reading grade ${Math.round(grade)}`;
}

function noneWording(body: Specification, key: SectionKey): string | null {
  const section = body.sections[key];
  return section?.state === 'none' ? (section.wording ?? null) : null;
}

/** The rows as sent, or those of the stored text; with an empty one where it is wanted, and at the end of an empty section. */
function shownRows(view: EditorView, key: SectionKey, kind: SectionKind): Row[] {
  const rows = rowsOf(view.typed, key) ?? blocksOfSection(view.body, key).map(rowOf);
  const blank = (like: RowKind): Row => ({ id: freshId(), kind: like, term: '', text: '', percent: '' });
  const usual: RowKind = kind === 'terms' ? 'term' : 'item';
  if (!view.mayEdit) return rows;
  if (rows.length === 0) return [blank(usual)];
  if (view.below?.key !== key) return rows;
  const found = rows.findIndex(({ id }) => id === view.below?.id);
  const index = found === -1 ? lastEntry(rows) : found;
  const above = rows[index]?.kind ?? usual;
  return rows.toSpliced(index + 1, 0, blank(above === 'clause' ? usual : above));
}

/** Standing clauses close a section: what is added goes before them. */
function lastEntry(rows: readonly Row[]): number {
  return rows.findLastIndex(({ kind }) => kind !== 'clause');
}

const kindLabels: Readonly<Record<RowKind, string>> = {
  item: 'Entry',
  subitem: 'Nested entry',
  paragraph: 'Paragraph',
  clause: 'Standing clause',
  term: 'Term',
};

function rowView(view: EditorView, key: SectionKey, row: Row, index: number) {
  const blocks = blocksOfSection(view.body, key);
  const block = blocks.find(({ id }) => id === row.id);
  const place = view.place ?? (view.below && { ...view.below, id: '' });
  const isBelow = view.below?.key === key && row.text === '' && row.term === '';
  const kinds = Object.keys(kindLabels) as RowKind[];
  return {
    ...row,
    key,
    number: index + 1,
    name: `${kindLabels[row.kind]} ${index + 1}`,
    isTerm: row.kind === 'term',
    isNested: row.kind === 'subitem',
    isClause: row.kind === 'clause',
    hasShare: key === 'duties' && (row.kind === 'item' || row.kind === 'subitem'),
    lines: Math.min(12, Math.max(row.text === '' ? 1 : 2, Math.ceil(row.text.length / 70))),
    kinds: kinds
      .filter((kind) => kind !== 'term' || row.kind === 'term' || sectionOf(key).kind === 'terms')
      .map((kind) => ({ value: kind, label: kindLabels[kind], selected: kind === row.kind })),
    shared: sharedNote(block, view.library),
    hasFocus: isBelow || (place?.key === key && place.id === row.id),
    acts: block ? actsOn(blocks, key, row.id) : [],
  };
}

function sharedNote(block: Block | undefined, library: readonly SharedText[]): string | null {
  if (!block || !('sharedId' in block) || block.sharedId === undefined) return null;
  const shared = library.find(({ id }) => id === block.sharedId);
  if (!shared) return 'From the library, where it is no longer kept';
  return shared.text === block.text ? 'From the library' : 'From the library, where it has other words today';
}

const actLabels: readonly (readonly [act: BlockAct, label: string, mark: string])[] = [
  ['up', 'Move up', '↑'],
  ['down', 'Move down', '↓'],
  ['in', 'Nest', '→'],
  ['out', 'Take out of the nest', '←'],
  ['join', 'Join with the one above', ''],
  ['remove', 'Remove', ''],
];

/** Possible in the text as it is stored: the buttons of what cannot be done are not offered. */
function actsOn(blocks: readonly Block[], key: SectionKey, id: string) {
  return actLabels
    .filter(([act]) => act === 'up' || act === 'down' || isPossible(blocks, act, id))
    .map(([act, label, mark]) => ({
      act,
      label,
      mark,
      value: `${act} ${key} ${id}`,
      isShort: act === 'up' || act === 'down',
      isOff: actOnBlock(blocks, act, id) === blocks,
    }));
}

function linesView(view: EditorView, key: SectionKey, kind: SectionKind) {
  const stored = view.body.sections[key];
  const isPlainNone = stored?.state === 'none' && !view.asLines;
  const typed = view.typed[`section.${key}`];
  const value = typeof typed === 'string' ? typed : isPlainNone ? '' : linesOf(stored);
  const rows = Math.min(24, Math.max(kind === 'period' ? 1 : 3, linesIn(value)));
  return { name: `section.${key}`, value, rows, isOneLine: kind === 'period' || kind === 'level' };
}

function linesIn(value: string): number {
  return value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 80)), 0);
}

/** The plan's levels, each as it is written in the text; one that the plan does not have stays choosable. */
function levelOptions({ body, settings, typed }: EditorView, key: SectionKey) {
  const sent = typed[`section.${key}`];
  const value = typeof sent === 'string' ? sent : linesOf(body.sections[key]);
  const known = settings.codes.physicalDemandLevel.values.map(({ code, meaning }) => `${code}-${meaning}`);
  const all = [
    'None',
    ...known,
    ...(value === '' || value === 'None' || known.includes(value) ? [] : [value]),
  ];
  return [
    { value: '', label: 'Not yet written', selected: value === '' },
    ...all.map((each) => ({ value: each, label: each, selected: each === value })),
  ];
}

/** What the library has for a section and the section does not have yet. */
function picksOf({ body, library }: EditorView, key: SectionKey, kind: SectionKind) {
  const wanted =
    key === 'competencies' ? ['competency'] : key === 'physicalDemands' ? ['physicalDemand'] : [];
  const kinds = [...(kind === 'terms' ? wanted : []), 'clause'];
  const used = new Set(
    blocksOfSection(body, key).map((block) => ('sharedId' in block ? block.sharedId : '')),
  );
  const options = library
    .filter((text) => kinds.includes(text.kind) && !used.has(text.id))
    .map(({ id, term, text }) => ({
      value: id,
      label: shortened(term === null ? text : `${term}: ${text}`),
    }));
  return options.length === 0 ? null : { name: `pick.${key}`, options };
}

function shortened(text: string): string {
  return text.length > 90 ? `${text.slice(0, 90).toWellFormed()}…` : text;
}

function timeSum(rows: readonly Row[]): string | null {
  const stated = rows.filter(({ percent }) => percent !== '').map(({ percent }) => Number(percent));
  if (stated.length === 0) return null;
  const sum = stated.reduce((one, other) => one + other, 0);
  return `${sum}% of time in ${stated.length} ${stated.length === 1 ? 'entry' : 'entries'}${sum === 100 ? '' : sum > 100 ? `, ${sum - 100}% too much` : `, ${100 - sum}% to go`}`;
}

function threadsOf({ threads }: EditorView, key: SectionKey, href: string) {
  const open = threads.get(`sections.${key}`) ?? 0;
  const text = open === 0 ? 'Comment' : open === 1 ? '1 open thread' : `${open} open threads`;
  return { href: `${href}?at=sections.${key}`, text };
}
