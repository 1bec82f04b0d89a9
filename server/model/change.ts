// A change is typed by what it does, never by what prose says of it: the kinds are read off the difference between
// the text it starts from and the text it proposes.
import { isDeepStrictEqual } from 'node:util';
import type { ChangeKind, EventKind, HistoryEvent, Specification } from '../../schemas/types.ts';
import { sections } from './sections.ts';

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
  if (textOf(base) !== textOf(draft)) kinds.push('amend');
  if (base.title !== draft.title) kinds.push('retitle');
  if (base.code !== draft.code) kinds.push('recode');
  if (base.sections.details?.payGrade !== draft.sections.details?.payGrade) kinds.push('regrade');
  if (!isDeepStrictEqual(base.series, draft.series)) kinds.push('move');
  return kinds;
}

/** Everything that an amendment may touch: all but title, code, pay grade and place in a series. */
function textOf(specification: Specification): string {
  const { details, ...others } = specification.sections;
  const facts = { ...details, payGrade: undefined };
  const ordered = sections.map(({ key }) => (key === 'details' ? facts : (others[key as keyof typeof others] ?? null)));
  return JSON.stringify([ordered.map(sorted), specification.additional.map(sorted)]);
}

/** The value with its keys in one order, so that equal values have equal texts. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
}

interface Decided {
  readonly effectiveOn: string;
  readonly action: string;
  readonly by: string | null;
}

/** The class history that an adopted change makes: one event for each of its kinds. */
export function eventsOf(
  kinds: readonly ChangeKind[],
  base: Specification | null,
  draft: Specification,
  decided: Decided,
): HistoryEvent[] {
  return kinds.map((kind) => ({
    on: decided.effectiveOn,
    kind: eventKinds[kind],
    instrument: decided.action,
    by: decided.by,
    note: noteOf(kind, base, draft),
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

function noteOf(kind: ChangeKind, base: Specification | null, draft: Specification): string {
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
      return `Revised ${amended(base, draft).join(', ')}`;
    case 'correct':
      return `Corrected ${amended(base, draft).join(', ') || 'the class'}`;
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

/** Labels of the sections whose text differs, in the order of the document. */
function amended(base: Specification | null, draft: Specification): string[] {
  const differing = sections.filter(({ key }) => {
    const [before, after] = [base?.sections[key], draft.sections[key]];
    if (key !== 'details') return !isDeepStrictEqual(before, after);
    return !isDeepStrictEqual({ ...before, payGrade: null }, { ...after, payGrade: null });
  });
  const labels = differing.map(({ label }) => label);
  return isDeepStrictEqual(base?.additional, draft.additional) ? labels : [...labels, 'additional sections'];
}
