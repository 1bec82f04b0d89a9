// The blocks of one section before and after as one marked list, in the order after; what was deleted stands where it
// stood. A block that moved is told as moved, not as deleted here and inserted there.
import type { Block } from '../../schemas/types.ts';
import { type Matches, matchesOf } from './redline-matches.ts';
import { comparisonOf, isChanged, type Run } from './redline-runs.ts';
import { inOneLine, type Written } from './redline-written.ts';

export interface RedlineBlock {
  readonly id: string;
  readonly kind: Block['kind'];
  readonly level: 1 | 2;
  /** moved: it stands elsewhere among the blocks that stayed; its wording may have changed as well. */
  readonly change: 'same' | 'changed' | 'inserted' | 'deleted' | 'moved';
  /** Of a term what it defines, marked; null for every other kind. */
  readonly term: readonly Run[] | null;
  readonly runs: readonly Run[];
  /** Kind and level before, where they were others. */
  readonly was: { readonly kind: Block['kind']; readonly level: 1 | 2 } | null;
  /** 1-based places in the section before and after; null where it is not there. */
  readonly from: number | null;
  readonly to: number | null;
}

export interface RedlineBlocks {
  readonly blocks: readonly RedlineBlock[];
  readonly isCoarse: boolean;
}

export function redlineBlocks(before: readonly Written[], after: readonly Written[]): RedlineBlocks {
  const matches = matchesOf(before, after);
  const gone = deletions(before, matches);
  const blocks: RedlineBlock[] = [];
  let arrived: RedlineBlock[] = [];
  let isCoarse = matches.isCoarse;
  for (const [to, block] of after.entries()) {
    const from = matches.pairs.get(to);
    const old = from === undefined ? undefined : before[from];
    if (from === undefined || !old) {
      arrived.push(oneSided(block, 'inserted', to));
      continue;
    }
    const compared = compareBlocks(old, block, { from, to });
    isCoarse ||= compared.isCoarse;
    if (!matches.stayed.has(from)) {
      arrived.push({ ...compared.block, change: 'moved' });
      continue;
    }
    blocks.push(...gone.upTo(from), ...arrived, compared.block);
    arrived = [];
  }
  blocks.push(...gone.upTo(before.length), ...arrived);
  return { blocks, isCoarse };
}

/** Hands out what was deleted, up to a place before, once. */
function deletions(before: readonly Written[], { pairs }: Matches) {
  const kept = new Set(pairs.values());
  let next = 0;
  return {
    upTo(end: number): RedlineBlock[] {
      const start = next;
      next = end;
      return before.slice(start, end).flatMap((block, offset) => {
        const index = start + offset;
        return kept.has(index) ? [] : [oneSided(block, 'deleted', index)];
      });
    },
  };
}

function oneSided({ id, kind, level, term, text }: Written, mark: 'deleted' | 'inserted', index: number) {
  const place = mark === 'deleted' ? { from: index + 1, to: null } : { from: null, to: index + 1 };
  const runs = (words: string): Run[] => [{ mark, text: words }];
  const marked = { change: mark, term: term === null ? null : runs(term), runs: runs(text), was: null };
  return { id, kind, level, ...marked, ...place };
}

function compareBlocks(old: Written, block: Written, { from, to }: { from: number; to: number }) {
  const { id, kind, level } = block;
  const areTerms = old.term !== null && block.term !== null;
  const term = areTerms ? comparisonOf(old.term, block.term) : null;
  const text = areTerms ? comparisonOf(old.text, block.text) : comparisonOf(inOneLine(old), inOneLine(block));
  const was = old.kind === kind && old.level === level ? null : { kind: old.kind, level: old.level };
  const isSame = was === null && !isChanged(text.runs) && !isChanged(term?.runs ?? []);
  const change = isSame ? ('same' as const) : ('changed' as const);
  const marked = { change, term: term && term.runs, runs: text.runs, was };
  return {
    block: { id, kind, level, ...marked, from: from + 1, to: to + 1 },
    isCoarse: text.isCoarse || term?.isCoarse === true,
  };
}
