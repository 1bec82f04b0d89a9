// The levels of a series as numbers: what is empty, what two classes share, and what moves when classes change places
// or a new level comes between them. A series stands in no record of its own: each class says its level.

export interface Leveled {
  readonly classId: string;
  readonly level: number;
}

/** A class whose level becomes another. */
export interface Move {
  readonly classId: string;
  readonly from: number;
  readonly to: number;
}

export type Side = 'above' | 'below';

/** As many levels as a series can have. */
export const highestLevel = 30;

/** The levels below the highest one at which no class stands. */
export function gapsIn(levels: readonly Leveled[]): number[] {
  const taken = new Set(levels.map(({ level }) => level));
  const highest = Math.max(0, ...taken);
  return Array.from({ length: highest }, (_, index) => index + 1).filter((level) => !taken.has(level));
}

/** The levels at which more than one class stands, lowest first. */
export function sharedLevels(levels: readonly Leveled[]): number[] {
  const counts = Map.groupBy(levels, ({ level }) => level);
  return [...counts].flatMap(([level, those]) => (those.length > 1 ? [level] : [])).sort(byNumber);
}

/**
 * The class changes places with what stands at the next level that is taken, up or down; with several there, it joins
 * none of them: all of them take its level. At the end of the series nothing changes.
 */
export function exchanged<L extends Leveled>(levels: readonly L[], classId: string, side: Side): L[] {
  const mine = levels.find((each) => each.classId === classId)?.level;
  if (mine === undefined) return [...levels];
  const beyond = levels
    .map(({ level }) => level)
    .filter((level) => (side === 'above' ? level > mine : level < mine));
  if (beyond.length === 0) return [...levels];
  const other = side === 'above' ? Math.min(...beyond) : Math.max(...beyond);
  return levels.map((each) => {
    if (each.classId === classId) return { ...each, level: other };
    return each.level === other ? { ...each, level: mine } : each;
  });
}

/** What moves between two arrangements of the same classes. */
export function movesBetween(before: readonly Leveled[], after: readonly Leveled[]): Move[] {
  const levels = new Map(after.map(({ classId, level }) => [classId, level]));
  return before.flatMap(({ classId, level: from }) => {
    const to = levels.get(classId) ?? from;
    return to === from ? [] : [{ classId, from, to }];
  });
}

/**
 * The level of a new class beside a neighbour, and what makes room for it: the classes from there up to the next empty
 * level each go one up. Below a neighbour an empty level is taken as it is. Null where the series has no room.
 */
export function roomBeside(
  levels: readonly Leveled[],
  neighbour: number,
  side: Side,
): { level: number; moves: Move[] } | null {
  const taken = new Set(levels.map(({ level }) => level));
  const isFreeBelow = neighbour > 1 && !taken.has(neighbour - 1);
  const level = side === 'above' ? neighbour + 1 : isFreeBelow ? neighbour - 1 : neighbour;
  let free = level;
  while (taken.has(free)) free += 1;
  if (free > highestLevel) return null;
  const moving = levels.filter((each) => each.level >= level && each.level < free);
  return { level, moves: moving.map(({ classId, level: from }) => ({ classId, from, to: from + 1 })) };
}

function byNumber(one: number, other: number): number {
  return one - other;
}
