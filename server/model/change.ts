// A change is typed by what it does, never by what prose says of it: the kinds are read off the difference between
// the text it starts from and the text it proposes.
import { isDeepStrictEqual } from 'node:util';
import type { ChangeKind, EventKind, HistoryEvent, SectionKey, Specification } from '../../schemas/types.ts';
import { inWords } from './calendar-date.ts';
import { sectionOf, sections } from './sections.ts';

/** What a change is meant to do to its class. */
export type Intent = 'create' | 'change' | 'correct' | 'abolish';

/** The kinds of a change, in the order of the catalogue; an empty list where it changes nothing. */
export function kindsOf(intent: Intent, base: Specification | null, draft: Specification): ChangeKind[] {
  if (intent === 'abolish') return ['abolish'];
  if (!base) return ['create'];
  const kinds = differences(base, draft);
  if (kinds.length === 0) return [];
  return intent === 'correct' ? ['correct'] : kinds;
}

function differences(base: Specification, draft: Specification): ChangeKind[] {
  const kinds: ChangeKind[] = [];
  if (amendedSections(base, draft).length > 0) kinds.push('amend');
  if (base.title !== draft.title) kinds.push('retitle');
  if (base.code !== draft.code) kinds.push('recode');
  if (gradeOf(base) !== gradeOf(draft)) kinds.push('regrade');
  if (!isDeepStrictEqual(base.series, draft.series)) kinds.push('move');
  return kinds;
}

/** What an amendment touches: the sections that differ, in the order of the canonical list. Title, code, pay grade and series have kinds of their own. */
export function amendedSections(
  base: Specification | null,
  draft: Specification,
): (SectionKey | 'additional')[] {
  const differing = sections.filter(({ key }) => {
    if (key === 'details') return !isDeepStrictEqual(otherFacts(base), otherFacts(draft));
    return !isDeepStrictEqual(base?.sections[key], draft.sections[key]);
  });
  const keys = differing.map(({ key }) => key);
  return isDeepStrictEqual(base?.additional, draft.additional) ? keys : [...keys, 'additional'];
}

/** The facts of the closing table without the pay grade; a table without facts is as good as none. */
function otherFacts(specification: Specification | null): object {
  return { ...specification?.sections.details, state: null, payGrade: null };
}

export interface Decided {
  readonly effectiveOn: string;
  readonly action: string;
  readonly by: string | null;
  /** The plan's own headings. */
  readonly labels: ReadonlyMap<SectionKey, string>;
  /** The date of the change that is carried forward into this text; null for the change itself. */
  readonly carriedFrom: string | null;
}

/** The class history that an adopted change makes: one event for each of its kinds. */
export function eventsOf(
  kinds: readonly ChangeKind[],
  base: Specification | null,
  draft: Specification,
  { effectiveOn, action, by, labels, carriedFrom }: Decided,
): HistoryEvent[] {
  const carried = carriedFrom === null ? '' : `, carried forward from ${inWords(carriedFrom)}`;
  return kinds.map((kind) => ({
    on: effectiveOn,
    kind: eventKinds[kind],
    instrument: action,
    by,
    note: `${noteOf(kind, base, draft, labels)}${carried}`,
    line: null,
  }));
}

const eventKinds: Record<ChangeKind, EventKind> = {
  create: 'established',
  amend: 'revised',
  retitle: 'retitled',
  recode: 'recoded',
  regrade: 'regraded',
  move: 'moved',
  correct: 'corrected',
  abolish: 'abolished',
  import: 'other',
};

export type Labels = Decided['labels'];

function noteOf(kind: ChangeKind, base: Specification | null, draft: Specification, labels: Labels): string {
  switch (kind) {
    case 'create':
      return 'Class established';
    case 'retitle':
      return `Retitled from ${base?.title ?? ''} to ${draft.title}`;
    case 'recode':
      return `Code changed from ${base?.code ?? ''} to ${draft.code ?? ''}`;
    case 'regrade':
      return `Pay grade changed from ${gradeOf(base)} to ${gradeOf(draft)}`;
    case 'move':
      return `Moved from ${placeOf(base)} to ${placeOf(draft)}`;
    case 'amend':
      return `Revised ${amendedHeadings(base, draft, labels).join(', ')}`;
    case 'correct':
      return `Corrected ${corrected(base, draft, labels).join(', ')}`;
    case 'abolish':
      return 'Class abolished';
    case 'import':
      return 'Imported';
  }
}

function gradeOf(specification: Specification | null): string {
  return specification?.sections.details?.payGrade ?? 'none';
}

function placeOf(specification: Specification | null): string {
  const series = specification?.series;
  return series ? `${series.id} level ${series.level}` : 'no series';
}

/** What an amendment touches, under the plan's own headings. */
export function amendedHeadings(base: Specification | null, draft: Specification, labels: Labels): string[] {
  return amendedSections(base, draft).map((key) =>
    key === 'additional' ? 'additional sections' : (labels.get(key) ?? sectionOf(key).label),
  );
}

const factWords: Partial<Record<ChangeKind, string>> = {
  retitle: 'title',
  recode: 'class code',
  regrade: 'pay grade',
  move: 'series',
};

function corrected(base: Specification | null, draft: Specification, labels: Labels): string[] {
  const facts = base ? differences(base, draft).flatMap((kind) => factWords[kind] ?? []) : [];
  return [...facts, ...amendedHeadings(base, draft, labels)];
}
