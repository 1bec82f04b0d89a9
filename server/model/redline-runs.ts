// The marked difference of two texts, as runs. Applied, it is the new text, undone, the old one, to the character; a
// deletion stands before the insertion that takes its place.
import { diffArrays } from 'diff';
import { type Token, tokensOf, wordCount } from './redline-tokens.ts';

export type Mark = 'same' | 'deleted' | 'inserted';

export interface Run {
  readonly mark: Mark;
  readonly text: string;
  /** What stood there before, of a run that is the same but for its typography. */
  readonly before?: string;
}

export interface Comparison {
  readonly runs: readonly Run[];
  /** The texts differ too much to look for every word: one deletion and one insertion say it all. */
  readonly isCoarse: boolean;
}

/** Beyond so many words changed in one text nobody reads word marks, and finding them takes seconds. */
const mostEdits = 1500;

export function runsBetween(before: string, after: string): Run[] {
  return [...comparisonOf(before, after).runs];
}

export function comparisonOf(before: string, after: string): Comparison {
  if (before === after) return { runs: toRuns([{ isSame: true, before, after }]), isCoarse: false };
  const [old, current] = [tokensOf(before), tokensOf(after)];
  if (isPlainlyNew(old, current))
    return { runs: toRuns([{ isSame: false, before, after }]), isCoarse: false };
  const pieces = piecesOf(old, current);
  if (!pieces) return { runs: toRuns([{ isSame: false, before, after }]), isCoarse: true };
  const merged = mergeOverSpace(pieces);
  return { runs: toRuns(isMostlyNew(merged) ? [{ isSame: false, before, after }] : merged), isCoarse: false };
}

export function isChanged(runs: readonly Run[]): boolean {
  return runs.some(({ mark }) => mark !== 'same');
}

/** The new text. */
export function applied(runs: readonly Run[]): string {
  return runs.map(({ mark, text }) => (mark === 'deleted' ? '' : text)).join('');
}

/** The old text. */
export function undone(runs: readonly Run[]): string {
  return runs.map(({ mark, text, before }) => (mark === 'inserted' ? '' : (before ?? text))).join('');
}

/** A stretch of both texts: the same, or one in place of the other. */
interface Piece {
  readonly isSame: boolean;
  readonly before: string;
  readonly after: string;
}

/** null where there are more differences than anybody would read. */
function piecesOf(before: readonly Token[], after: readonly Token[]): Piece[] | null {
  const keys = (tokens: readonly Token[]) => tokens.map(({ key }) => key);
  const changes = diffArrays(keys(before), keys(after), { maxEditLength: mostEdits });
  if (!changes) return null;
  const [pieces, at]: [Piece[], { before: number; after: number }] = [[], { before: 0, after: 0 }];
  const take = (side: 'before' | 'after', count: number): string => {
    const tokens = side === 'before' ? before : after;
    return tokens
      .slice(at[side], (at[side] += count))
      .map(({ text }) => text)
      .join('');
  };
  for (const { added, removed, count } of changes)
    push(pieces, {
      isSame: !added && !removed,
      before: added ? '' : take('before', count),
      after: removed ? '' : take('after', count),
    });
  return pieces;
}

function push(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (piece.before === '' && piece.after === '') return;
  if (last?.isSame === piece.isSame) pieces.splice(-1, 1, joined([last, piece], piece.isSame));
  else pieces.push(piece);
}

function joined(pieces: readonly Piece[], isSame: boolean): Piece {
  const all = (side: 'before' | 'after') => pieces.map((piece) => piece[side]).join('');
  return { isSame, before: all('before'), after: all('after') };
}

/** 'Three' to 'Five', a space, '(3)' to '(5)' is one change of two words, not two of one. */
function mergeOverSpace(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  let open: Piece[] = [];
  const close = () => {
    const whole = joined(open, false);
    const isOne = open.length > 1 && isWritten(whole.before) && isWritten(whole.after);
    for (const piece of isOne ? withoutOuterSpace(whole) : open) push(merged, piece);
    open = [];
  };
  for (const [index, piece] of pieces.entries()) {
    const isBridge = piece.isSame && open.length > 0 && !isWritten(piece.after) && pieces[index + 1];
    if (!piece.isSame || isBridge) open.push(piece);
    else {
      close();
      push(merged, piece);
    }
  }
  close();
  return merged;
}

function isWritten(text: string): boolean {
  return /\S/.test(text);
}

/** Space that both texts have around a change is no part of it. */
function withoutOuterSpace({ before, after }: Piece): Piece[] {
  const [head, tail] = [leadingSpace, trailingSpace].map((space) => {
    const [was, is] = [space(before), space(after)];
    return was === 0 || is === 0 ? [0, 0] : [was, is];
  }) as [[number, number], [number, number]];
  const [endBefore, endAfter] = [before.length - tail[0], after.length - tail[1]];
  const pieces: Piece[] = [];
  push(pieces, { isSame: true, before: before.slice(0, head[0]), after: after.slice(0, head[1]) });
  push(pieces, {
    isSame: false,
    before: before.slice(head[0], endBefore),
    after: after.slice(head[1], endAfter),
  });
  push(pieces, { isSame: true, before: before.slice(endBefore), after: after.slice(endAfter) });
  return pieces;
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}

function trailingSpace(text: string): number {
  return text.length - text.trimEnd().length;
}

/** Fewer than half of the words of either are in the other at all, and not because it only begins or ends otherwise. */
function isPlainlyNew(before: readonly Token[], after: readonly Token[]): boolean {
  const [old, current] = [before, after].map((tokens) => tokens.filter(({ key }) => isWritten(key)));
  if (!old?.length || !current?.length) return false;
  if (old[0]?.key === current[0]?.key || old.at(-1)?.key === current.at(-1)?.key) return false;
  const open = new Map<string, number>();
  for (const { key } of old) open.set(key, (open.get(key) ?? 0) + 1);
  let shared = 0;
  for (const { key } of current) {
    const left = open.get(key) ?? 0;
    if (left > 0) {
      open.set(key, left - 1);
      shared += 1;
    }
  }
  return shared > 0 && shared * 2 < Math.min(old.length, current.length) - 1;
}

/** Changed in several places and in over half of its words: marks word by word would be harder to read than both texts. */
function isMostlyNew(pieces: readonly Piece[]): boolean {
  if (pieces.filter(({ isSame }) => !isSame).length < 2) return false;
  const count = (of: readonly Piece[], side: 'before' | 'after') =>
    of.reduce((sum, piece) => sum + wordCount(piece[side]), 0);
  const kept = count(
    pieces.filter(({ isSame }) => isSame),
    'after',
  );
  return kept * 2 < Math.min(count(pieces, 'before'), count(pieces, 'after'));
}

function toRuns(pieces: readonly Piece[]): Run[] {
  return pieces.flatMap(({ isSame, before, after }): Run[] => {
    if (isSame)
      return after === '' ? [] : [{ mark: 'same', text: after, ...(before !== after && { before }) }];
    return [
      ...(before === '' ? [] : [{ mark: 'deleted' as const, text: before }]),
      ...(after === '' ? [] : [{ mark: 'inserted' as const, text: after }]),
    ];
  });
}
