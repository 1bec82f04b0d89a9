// The recommendation of an action: each of its changes as one sentence that a board can move, from → to, with the date from
// which it applies. Law: the words are read off the texts; nothing is said that the change does not do.
import type { ChangeKind, SectionKey, Specification, Status, TextSubject } from '../../schemas/types.ts';
import { inWords } from './calendar-date.ts';
import { amendedHeadings, type Labels } from './change.ts';

/** One revision that an action makes or would make. */
export interface ActionChange {
  readonly classId: string;
  readonly status: Status;
  readonly kinds: readonly ChangeKind[];
  readonly effectiveOn: string;
  /** null for a class that is new. */
  readonly before: Specification | null;
  readonly after: Specification;
}

/** One revision of a series or a shared text that an action makes or would make. */
export interface ActionText {
  readonly subject: TextSubject;
  readonly title: string;
  readonly kinds: readonly ChangeKind[];
  readonly effectiveOn: string;
}

export interface Wording {
  /** The plan's own headings. */
  readonly labels: Labels;
  /** Titles by the id of the series. */
  readonly series: ReadonlyMap<string, string>;
}

/** A sentence for each change in its order, and then for each text of the plan. */
export function recommendationOf(
  changes: readonly ActionChange[],
  texts: readonly ActionText[],
  wording: Wording,
): string[] {
  const sentences = changes.map((change, index) => {
    const first = changes.findIndex(({ classId }) => classId === change.classId);
    const act = first < index ? carried(change, first + 1) : actOf(change, wording);
    return `${act}, effective ${inWords(change.effectiveOn)}.`;
  });
  return [...sentences, ...texts.map(textSentence)];
}

/** 'IT Manager (CI2787)' */
export function classNamed({ title, code }: Pick<Specification, 'title' | 'code'>): string {
  const name = title || 'A class without a title';
  return code === null ? name : `${name} (${code})`;
}

/** An action changes a class once; what follows puts the same change into its later texts. */
function carried({ before, after }: ActionChange, first: number): string {
  return `Carry change ${first} forward into the later text of ${classNamed(before ?? after)}`;
}

function actOf({ kinds, before, after }: ActionChange, wording: Wording): string {
  if (kinds.includes('abolish')) return `Abolish ${classNamed(before ?? after)}`;
  if (!before) return establishment(after, wording);
  const name = classNamed(before);
  const headings = inList(revisedHeadings(before, after, wording.labels));
  if (kinds.includes('correct')) return `Correct ${inList(corrected(before, after, wording))} of ${name}`;
  const acts = (['retitle', 'recode', 'move', 'regrade'] as const)
    .filter((kind) => kinds.includes(kind))
    .map((kind, index) => phrases[kind](index === 0 ? name : 'it', before, after, wording));
  if (kinds.includes('amend'))
    acts.push(`amend ${acts.length === 0 ? `the ${headings} of ${name}` : `its ${headings}`}`);
  return capitalized(inList(acts));
}

type Phrase = (name: string, before: Specification, after: Specification, wording: Wording) => string;

const phrases: Record<'retitle' | 'recode' | 'move' | 'regrade', Phrase> = {
  retitle: (name, _before, after) => `retitle ${name} to ${after.title}`,
  recode: (name, before, after) =>
    `recode ${name} from ${before.code ?? 'no code'} to ${after.code ?? 'no code'}`,
  move: (name, before, after, wording) => `move ${name} ${way(before, after, wording)}`,
  regrade: (name, before, after) => `regrade ${name} from ${gradeOf(before)} to ${gradeOf(after)}`,
};

export function gradeOf(specification: Specification): string {
  return specification.sections.details?.payGrade ?? 'no pay grade';
}

function way(before: Specification, after: Specification, wording: Wording): string {
  const [from, to] = [before.series, after.series];
  if (from && to && from.id === to.id)
    return `from level ${from.level} to level ${to.level} of ${seriesNamed(to.id, wording)}`;
  return `from ${placeOf(before, wording)} to ${placeOf(after, wording)}`;
}

export function placeOf({ series }: Specification, wording: Wording): string {
  return series ? `level ${series.level} of ${seriesNamed(series.id, wording)}` : 'no series';
}

function seriesNamed(id: string, { series }: Wording): string {
  return `the ${series.get(id) ?? id} series`;
}

function establishment(after: Specification, wording: Wording): string {
  const place = after.series ? ` as ${placeOf(after, wording)}` : '';
  return `Establish ${classNamed(after)}${place} at ${gradeOf(after)}`;
}

function corrected(before: Specification, after: Specification, { labels }: Wording): string[] {
  const facts = [
    before.title === after.title ? [] : ['the title'],
    before.code === after.code ? [] : ['the class code'],
    gradeOf(before) === gradeOf(after) ? [] : ['the pay grade'],
    before.series?.id === after.series?.id && before.series?.level === after.series?.level
      ? []
      : ['the series'],
  ].flat();
  return [...facts, ...revisedHeadings(before, after, labels).map((heading) => `the ${heading}`)];
}

/** Of the closing table, who decided and when is written by the decision itself and recommended by nobody. */
export function revisedHeadings(before: Specification, after: Specification, labels: Labels): string[] {
  const { revisedOn: _on, revisedBy: _by, ...details } = after.sections.details ?? { state: 'text' };
  const { revisedOn, revisedBy } = before.sections.details ?? {};
  const stamps = { ...(revisedOn && { revisedOn }), ...(revisedBy && { revisedBy }) };
  const unstamped = { ...after, sections: { ...after.sections, details: { ...details, ...stamps } } };
  return amendedHeadings(before, unstamped, labels);
}

const textVerbs: Partial<Record<ChangeKind, string>> = {
  create: 'Establish',
  abolish: 'Retire',
  retitle: 'Retitle',
  correct: 'Correct',
};

function textSentence({ subject, title, kinds, effectiveOn }: ActionText): string {
  const verb = textVerbs[kinds[0] ?? 'amend'] ?? 'Amend';
  const name = subject === 'series' ? `the series ${title}` : `the shared text “${title}”`;
  return `${verb} ${name}, effective ${inWords(effectiveOn)}.`;
}

/** 'a', 'a and b', 'a, b, and c' */
export function inList(parts: readonly string[]): string {
  if (parts.length < 3) return parts.join(' and ');
  return `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function labelsOf(sections: readonly { readonly key: SectionKey; readonly label: string }[]): Labels {
  return new Map(sections.map(({ key, label }) => [key, label]));
}
