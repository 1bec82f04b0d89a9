// A block keeps its id as long as it is recognisably the same block, through rewording and moves; an id that a
// removed block had is never given to another one. Redlines and merges rest on this.
import type { Block, Specification } from '../../schemas/types.ts';
import { sections } from './sections.ts';
import { similarity, wordSet } from './similarity.ts';
import { blocksOf, wordsOf } from './specification.ts';

/** Below this score two blocks are two blocks; tried on the amendments of the sample plan. */
const recognisable = 0.5;

/**
 * The specification with ids taken over from `earlier`, the revisions before it by number; blocks that none
 * of the last revision's resembles get ids that were never used: the next numbers, or what `fresh` gives where
 * several people write at once. A block that says the same as before stays linked to its shared text.
 * With `inPlace`, a block that was replaced by another where it stood is that block reworded, however little the two
 * have in common: so that two people who both replace it are told of each other.
 */
export function keepBlockIds(
  next: Specification,
  earlier: readonly Specification[],
  { fresh = countOn(earlier), inPlace = false }: { fresh?: () => string; inPlace?: boolean } = {},
): Specification {
  const last = earlier.at(-1);
  if (!last) return next;
  const renamed = structuredClone(next);
  const identify = (blocks: readonly Block[], before: readonly Block[]) =>
    withIds(blocks, before, fresh, inPlace);
  for (const { key } of sections) {
    const section = renamed.sections[key];
    if (!section || !('blocks' in section)) continue;
    const before = last.sections[key];
    section.blocks = identify(section.blocks, before && 'blocks' in before ? before.blocks : []);
  }
  const open = new Set(last.additional);
  for (const section of renamed.additional) {
    const before = [...open].find(({ heading }) => heading === section.heading);
    if (before) open.delete(before);
    section.blocks = identify(section.blocks, before?.blocks ?? []);
  }
  return renamed;
}

function countOn(earlier: readonly Specification[]): () => string {
  const numbers = earlier.flatMap(blocksOf).map((block) => Number(/^b(\d+)$/.exec(block.id)?.[1] ?? 0));
  let used = Math.max(0, ...numbers);
  return () => `b${(used += 1)}`;
}

function withIds(
  next: readonly Block[],
  before: readonly Block[],
  fresh: () => string,
  inPlace: boolean,
): Block[] {
  const taken = new Map<number, Block>();
  matchSame(next, before, taken);
  matchAlike(next, before, taken);
  if (inPlace) matchInPlace(next, before, taken);
  return next.map((block, index) => {
    const same = taken.get(index);
    if (!same) return { ...block, id: fresh() };
    const link = same.kind === block.kind && 'sharedId' in same && wordsOf(same) === wordsOf(block);
    return { ...(link && { sharedId: same.sharedId }), ...block, id: same.id };
  });
}

function matchSame(next: readonly Block[], before: readonly Block[], taken: Map<number, Block>): void {
  const free = new Set(before);
  for (const [index, block] of next.entries()) {
    for (const candidate of free) {
      if (wordsOf(candidate) !== wordsOf(block)) continue;
      taken.set(index, candidate);
      free.delete(candidate);
      break;
    }
  }
}

/** A block that follows the same block as one that is gone stands where that one stood. */
function matchInPlace(next: readonly Block[], before: readonly Block[], taken: Map<number, Block>): void {
  const used = new Set(taken.values());
  let previous: Block | undefined;
  for (const index of next.keys()) {
    const successor = before[previous ? before.indexOf(previous) + 1 : 0];
    if (!taken.has(index) && successor && !used.has(successor)) {
      taken.set(index, successor);
      used.add(successor);
    }
    previous = taken.get(index) ?? previous;
  }
}

function matchAlike(next: readonly Block[], before: readonly Block[], taken: Map<number, Block>): void {
  const used = new Set(taken.values());
  const open = before
    .filter((block) => !used.has(block))
    .map((block) => ({ block, words: wordSet(wordsOf(block)) }));
  const pairs = next.flatMap((block, index) => {
    if (taken.has(index)) return [];
    const words = wordSet(wordsOf(block));
    return open.map((candidate) => ({ index, candidate, score: similarity(words, candidate.words) }));
  });
  pairs.sort((one, other) => other.score - one.score);
  for (const { index, candidate, score } of pairs) {
    if (score < recognisable) return;
    if (taken.has(index) || used.has(candidate.block)) continue;
    taken.set(index, candidate.block);
    used.add(candidate.block);
  }
}
