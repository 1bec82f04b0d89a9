// The order of a merged list. What one side moved moves; what a side inserted stands after the entry it was put
// after; where both moved the same entries differently there are two orders to choose from.

export interface MergedOrder {
  readonly conflict: boolean;
  /** The order to take; after a conflict, with my arrangement of what both moved. */
  readonly mine: string[];
  readonly theirs: string[];
}

/** `kept` are the ids that the merged list has; all four name entries by id. A nested entry belongs to the one before. */
export function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  kept: ReadonlySet<string>,
  isNested: (id: string) => boolean = () => false,
): MergedOrder {
  const known = new Set(base);
  const stays = (id: string) => known.has(id) && kept.has(id);
  const before = base.filter(stays);
  const [mineOld, theirsOld] = [arrange(before, mine, stays), arrange(before, theirs, stays)];
  const inserted = [insertions(mine, stays, kept), insertions(theirs, stays, kept)];
  const weave = (order: readonly string[]) => weaveIn(order, inserted, isNested);
  if (isSame(mineOld, before)) return agreed(weave(theirsOld));
  if (isSame(theirsOld, before) || isSame(mineOld, theirsOld)) return agreed(weave(mineOld));
  return { conflict: true, mine: weave(mineOld), theirs: weave(theirsOld) };
}

function agreed(order: string[]): MergedOrder {
  return { conflict: false, mine: order, theirs: order };
}

/** The order of one side over the base's entries that stay; what the side removed is put where the base had it. */
function arrange(
  before: readonly string[],
  side: readonly string[],
  stays: (id: string) => boolean,
): string[] {
  const order = side.filter(stays);
  const has = new Set(order);
  before.forEach((id, index) => {
    if (has.has(id)) return;
    const previous = index === 0 ? -1 : order.indexOf(before[index - 1] ?? '');
    order.splice(previous + 1, 0, id);
  });
  return order;
}

/** What a side inserted, by the staying entry it stands after; '' is the beginning. */
function insertions(
  side: readonly string[],
  stays: (id: string) => boolean,
  kept: ReadonlySet<string>,
): Map<string, string[]> {
  const runs = new Map<string, string[]>();
  let anchor = '';
  for (const id of side) {
    if (stays(id)) anchor = id;
    else if (kept.has(id)) runs.set(anchor, [...(runs.get(anchor) ?? []), id]);
  }
  return runs;
}

/**
 * Runs put after the same entry stand side by side in the order of their ids, so that it does not matter whose side is
 * whose; but first what is nested under that entry, so that nothing comes to stand under an entry of the other side.
 */
function weaveIn(
  order: readonly string[],
  inserted: readonly ReadonlyMap<string, string[]>[],
  isNested: (id: string) => boolean,
): string[] {
  const woven = new Set<string>();
  for (const anchor of ['', ...order]) {
    if (anchor !== '') woven.add(anchor);
    const runs = inserted.map((each) => each.get(anchor) ?? []).sort(compare);
    for (const id of [...runs.map((run) => nestedAtFirst(run, isNested)), ...runs].flat()) woven.add(id);
  }
  return [...woven];
}

function nestedAtFirst(run: readonly string[], isNested: (id: string) => boolean): string[] {
  const end = run.findIndex((id) => !isNested(id));
  return run.slice(0, end === -1 ? run.length : end);
}

function compare(one: readonly string[], other: readonly string[]): number {
  const [first, second] = [one.join(' '), other.join(' ')];
  return first < second ? -1 : Number(first > second);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}
