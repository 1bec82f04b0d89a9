// The changes of an action as a table, from → to: which class, what changes, its pay grade and pay range before and after.
// The numbers are those of the recommendation.
import type { PlanSettings } from '../../schemas/types.ts';
import { inWords } from '../model/calendar-date.ts';
import { payInWords } from '../model/pay.ts';
import {
  type ActionChange,
  inList,
  labelsOf,
  placeOf,
  revisedHeadings,
  type Wording,
} from '../model/recommendation.ts';
import type { Store } from '../store/database.ts';
import { payRange, seriesById } from '../store/plan.ts';
import type { ActionPaper } from './action-paper.ts';

export interface FromToRow {
  readonly number: number;
  readonly title: string;
  readonly code: string;
  readonly changes: readonly string[];
  readonly grade: FromTo;
  readonly range: FromTo;
  /** null where all take effect on one day. */
  readonly effective: string | null;
}

/** `from` is null where the class is new, `to` where it ends; both are the same where nothing changes. */
export interface FromTo {
  readonly from: string | null;
  readonly to: string | null;
  readonly isSame: boolean;
}

export interface FromToTable {
  readonly rows: readonly FromToRow[];
  /** What holds of all rows, in sentences. */
  readonly note: string;
}

/** The titles of the series that the texts of an action stand in. */
export async function wordingOf(store: Store, paper: ActionPaper, settings: PlanSettings): Promise<Wording> {
  const series = new Map<string, string>();
  for (const { before, after, effectiveOn } of paper.changes)
    for (const id of [before?.series?.id, after.series?.id])
      if (id !== undefined && !series.has(id))
        series.set(id, (await seriesById(store, id, effectiveOn))?.title ?? id);
  return { labels: labelsOf(settings.sections), series };
}

export async function fromToTable(store: Store, paper: ActionPaper, wording: Wording): Promise<FromToTable> {
  const since = new Set<string>();
  const dates = new Set(paper.changes.map((change) => change.effectiveOn));
  const rows: FromToRow[] = [];
  for (const [index, change] of paper.changes.entries()) {
    const { before, after, effectiveOn } = change;
    const ranges = await rangesOf(store, change);
    for (const range of ranges) if (range) since.add(range.since);
    const { title, code } = before ?? after;
    rows.push({
      ...{ number: index + 1, title, code: code ?? 'No code yet', changes: wordsOf(change, wording) },
      grade: fromTo(change, before?.sections.details?.payGrade, after.sections.details?.payGrade),
      range: fromTo(change, ...(ranges.map((range) => range && payInWords(range)) as Sides)),
      effective: dates.size === 1 ? null : inWords(effectiveOn),
    });
  }
  return { rows, note: noteOf([...dates], [...since].sort()) };
}

type Sides = [string | null | undefined, string | null | undefined];

/** Both by the schedule of the day on which the change takes effect. */
function rangesOf(store: Store, { before, after, effectiveOn }: ActionChange) {
  const grades = [before, after].map((text) => text?.sections.details?.payGrade);
  const rangeOf = async (grade: string | undefined) =>
    grade === undefined ? null : payRange(store, grade, effectiveOn);
  return Promise.all(grades.map(rangeOf));
}

function fromTo({ before, status }: ActionChange, ...[from, to]: Sides): FromTo {
  const sides = { from: before ? (from ?? 'Not stated') : null, to: to ?? 'Not stated' };
  if (status === 'abolished') return { ...sides, to: null, isSame: false };
  return { ...sides, isSame: sides.from === sides.to };
}

function noteOf(dates: readonly string[], since: readonly string[]): string {
  const [only] = dates;
  const schedules = `${since.length === 1 ? 'schedule' : 'schedules'} of ${inList(since.map((date) => inWords(date)))}`;
  return [
    ...(dates.length === 1 && only !== undefined ? [`Effective ${inWords(only)}.`] : []),
    ...(since.length === 0 ? [] : [`Pay ranges are of a year, by the pay ${schedules}.`]),
  ].join(' ');
}

/** What changes in a few words each; grade and range have columns of their own. */
function wordsOf({ kinds, before, after }: ActionChange, wording: Wording): string[] {
  if (kinds.includes('abolish')) return ['Abolished'];
  if (!before) return [after.series ? `Established as ${placeOf(after, wording)}` : 'Established'];
  const revised = revisedHeadings(before, after, wording.labels);
  return [
    ...(before.title === after.title ? [] : [`Retitled to ${after.title}`]),
    ...(before.code === after.code ? [] : [`Recoded to ${after.code ?? 'no code'}`]),
    ...(placeOf(before, wording) === placeOf(after, wording) ? [] : [`Moved to ${placeOf(after, wording)}`]),
    ...(before.sections.details?.payGrade === after.sections.details?.payGrade ? [] : ['Regraded']),
    ...(revised.length === 0 ? [] : [`Text changed: ${inList(revised)}`]),
  ];
}
