// A series as its staff page shows it: the levels from the lowest up with the empty ones among them, what would move, and
// what open actions propose.
import type { LevelInAction } from '../../actions/place-levels.ts';
import { gapsIn, type Move, sharedLevels } from '../../model/series-levels.ts';
import type { ProposedLevel } from '../../store/levels.ts';
import { stepWords } from '../action-words.ts';

interface Ladder {
  readonly standing: readonly LevelInAction[];
  readonly href: string;
  /** The action within which the levels are arranged; null for those in force. */
  readonly within: string | null;
}

export function ladderView(arranged: readonly LevelInAction[], { standing, href, within }: Ladder) {
  const before = new Map(standing.map(({ classId, level }) => [classId, level]));
  const [lowest, highest] = [arranged[0]?.level, arranged.at(-1)?.level];
  const action = within === null ? '' : `&in=${within}`;
  const rungs = arranged.map(({ classId, level, code, title, isNew }) => ({
    classId,
    level,
    title: title || 'A class without a title yet',
    code,
    address: addressOf({ classId, code, isNew }, within),
    note: noteOf({ level, isNew }, before.get(classId), within),
    mayRise: level !== highest,
    mayFall: level !== lowest,
    above: `${href}/new-level?beside=${classId}&side=above${action}`,
    below: `${href}/new-level?beside=${classId}&side=below${action}`,
  }));
  return { rungs, remarks: remarksOf(arranged) };
}

function addressOf(
  { classId, code, isNew }: Pick<LevelInAction, 'classId' | 'code' | 'isNew'>,
  within: string | null,
): string {
  return isNew ? `/manage/actions/${within}/changes/${classId}` : `/classes/${code}`;
}

function noteOf(
  { level, isNew }: Pick<LevelInAction, 'level' | 'isNew'>,
  before: number | undefined,
  within: string | null,
): string | null {
  const notes = [
    ...(isNew ? [`new in ${within}`] : []),
    ...(before !== undefined && before !== level ? [`now level ${before}`] : []),
  ];
  return notes.length === 0 ? null : notes.join(', ');
}

/** What is out of the ordinary in the numbers, in sentences. */
function remarksOf(levels: readonly LevelInAction[]): string[] {
  const gaps = gapsInWords(gapsIn(levels));
  const shared = sharedLevels(levels).map((level) => `More than one class stands at level ${level}.`);
  return gaps === null ? shared : [gaps, ...shared];
}

/** 'Level 3 is empty.' */
export function gapsInWords(gaps: readonly number[]): string | null {
  if (gaps.length === 0) return null;
  if (gaps.length === 1) return `Level ${gaps[0]} is empty.`;
  return `Levels ${new Intl.ListFormat('en-US').format(gaps.map(String))} are empty.`;
}

export function movesView(moves: readonly Move[], standing: readonly LevelInAction[]) {
  const titles = new Map(standing.map(({ classId, title }) => [classId, title]));
  return moves.map(({ classId, from, to }) => ({ title: titles.get(classId) ?? classId, from, to }));
}

interface Concerned extends Pick<Ladder, 'standing' | 'within'> {
  readonly seriesId: string;
}

/** By action, in the order of their numbers; what leaves the levels as they are is not told. */
export function proposalsView(
  proposals: readonly ProposedLevel[],
  { seriesId, standing, within }: Concerned,
) {
  const levels = new Map(standing.map(({ classId, level }) => [classId, level]));
  const byAction = Map.groupBy(
    proposals.filter(({ action }) => action !== within),
    ({ action }) => action,
  );
  return [...byAction].flatMap(([number, those]) => {
    const lines = those.flatMap((each) => lineOf(each, seriesId, levels.get(each.classId)));
    const [first] = those;
    if (lines.length === 0 || !first) return [];
    return [
      {
        number,
        step: stepWords[first.step],
        href: `/manage/actions/${number}`,
        lines,
        arrange: first.step === 'draft' ? `/manage/series/${seriesId}?in=${number}` : null,
      },
    ];
  });
}

function lineOf(
  { intent, seriesId: next, level, title, code }: ProposedLevel,
  seriesId: string,
  now: number | undefined,
): string[] {
  const name = `${title || 'A class without a title yet'}${code === null ? '' : ` (${code})`}`;
  if (intent === 'abolish') return [`${name}: abolished`];
  if (intent === 'create') return [`${name}: new, at level ${level}`];
  if (next !== seriesId) return now === undefined ? [] : [`${name}: out of the series`];
  if (now === level) return [];
  return [
    now === undefined
      ? `${name}: into the series, at level ${level}`
      : `${name}: from level ${now} to ${level}`,
  ];
}
