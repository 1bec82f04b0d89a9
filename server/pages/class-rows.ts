// One class in a list: what it is, and in words what must be said of it: former names, abolition, what is proposed,
// provisional, or to come.
import type { PlanSettings } from '../../schemas/types.ts';
import { shownPassage } from '../documents/found-passage.ts';
import { inWords } from '../model/calendar-date.ts';
import { formerlyInWords, formerNames, namesOf } from '../model/lineage.ts';
import { meaningOf } from '../model/plan-settings.ts';
import { type Standing, standings } from '../model/standing.ts';
import { provisionalAmong, type TimelineEntry, timelinesOf } from '../store/class-timelines.ts';
import type { FoundClass } from '../store/class-search.ts';
import { type Proposal, proposalsFor } from '../store/proposals.ts';
import type { Tools } from '../tools.ts';
import { type AsOf, classAddress } from './as-of.ts';

interface Shown {
  readonly settings: PlanSettings;
  readonly asOf: AsOf;
  /** Of every series by its id. */
  readonly titles: ReadonlyMap<string, string>;
  /** What was searched for; former names are told to whoever searches. */
  readonly words: string | null;
}

export async function classRows({ store }: Tools, rows: readonly FoundClass[], shown: Shown) {
  const { on, today, knownAt } = shown.asOf;
  const ids = rows.map(({ classId }) => classId);
  const timelines = await timelinesOf(store, ids, knownAt);
  const proposals = Map.groupBy(await proposalsFor(store, ids, knownAt), ({ classId }) => classId);
  const present = new Map(
    rows.map(({ classId, number }) => [
      classId,
      standings(timelines.get(classId) ?? [], today).find(({ revision }) => revision.number === number),
    ]),
  );
  const actions = [...present.values()].flatMap((standing) => standing?.revision.action ?? []);
  const provisional = await provisionalAmong(store, [...new Set(actions)], knownAt);
  return rows.map((row) => {
    const standing = present.get(row.classId);
    const former = formerNames(namesOf(timelines.get(row.classId) ?? []), on);
    return {
      ...factsOf(row, shown),
      former: shown.words === null ? [] : former.map(formerlyInWords),
      marks: standing ? marksOf(standing, proposals.get(row.classId) ?? [], provisional) : [],
    };
  });
}

function factsOf(row: FoundClass, { settings, asOf, titles }: Shown) {
  const { codes } = settings;
  const href = classAddress(row.code, asOf);
  const passage = row.passage && shownPassage(row.passage, settings);
  return {
    href,
    code: row.code,
    titleRuns: row.titleRuns,
    summary: row.summary,
    passage: passage && { ...passage, href: `${href}#${passage.anchor}` },
    series: row.seriesId === null ? '' : (titles.get(row.seriesId) ?? row.seriesId),
    grade: row.payGrade ?? '',
    flsa: row.flsa === null ? '' : (meaningOf(codes.flsa, row.flsa) ?? row.flsa),
  };
}

function marksOf(
  { revision, endedBy, kind }: Standing<TimelineEntry>,
  proposals: readonly Proposal[],
  provisional: ReadonlySet<string>,
): string[] {
  const marks: string[] = [];
  if (kind === 'abolished') marks.push(`Abolished on ${inWords(revision.effectiveOn)}`);
  if (kind === 'not yet effective') marks.push(`Not yet effective. ${upcomingMark(revision)}`);
  if (kind === 'in force' && endedBy) marks.push(upcomingMark(endedBy));
  if (revision.action && provisional.has(revision.action))
    marks.push(`Provisional: ${revision.action} is not yet ratified`);
  if (kind === 'in force' || kind === 'not yet effective')
    for (const { action } of proposals) marks.push(`Change proposed by ${action}`);
  return marks;
}

function upcomingMark({ status, effectiveOn }: TimelineEntry): string {
  const date = inWords(effectiveOn);
  return status === 'abolished' ? `Abolished from ${date} on` : `New text takes effect on ${date}`;
}
