// A field that two changed differently, as a person chooses between: what it was, what I wrote, what the other wrote.
import type { Block } from '../../../schemas/types.ts';
import { toLines } from '../../model/block-lines.ts';
import type { Conflict } from '../../model/merge.ts';
import { sections } from '../../model/sections.ts';

export interface ConflictRow {
  /** The address of the place; a choice is 'mine=' or 'theirs=' and this. */
  readonly at: string;
  readonly place: string;
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

export function conflictRows(conflicts: readonly Conflict[]): ConflictRow[] {
  return conflicts.map(({ at, base, mine, theirs }) => ({
    at,
    place: placeInWords(at),
    base: inWords(base),
    mine: inWords(mine),
    theirs: inWords(theirs),
  }));
}

const labels = new Map<string, string>([
  ...sections.map(({ key, label }) => [key, label] as const),
  ['title', 'Title'],
  ['code', 'Class code'],
  ['series', 'Series and level'],
  ['effectiveOn', 'Effective date of this change'],
  ['carry', 'Carrying the change forward'],
  ['choices', 'Choice made for another place'],
  ['additional', 'Additional section'],
]);

/** '4:sections.duties.b7' → 'Essential Duties, one entry (revision 4)' */
function placeInWords(at: string): string {
  const [, revision, address = at] = /^(\d+):(.*)$/.exec(at) ?? [];
  const [first = '', second = '', third] = address.split('.');
  const [key, rest] =
    first === 'sections' ? [second, third] : [first, first === 'additional' ? second : undefined];
  return `${labels.get(key) ?? key}${partInWords(key, rest)}${revision ? ` (revision ${revision})` : ''}`;
}

function partInWords(key: string, part: string | undefined): string {
  if (part === undefined) return '';
  if (part === 'order') return ', order of entries';
  if (key === 'additional') return '';
  return key === 'details' ? `, ${part}` : ', one entry';
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return '(nothing)';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  if (isBlock(value)) return toLines([value]);
  if (typeof value === 'object' && 'blocks' in value && Array.isArray(value.blocks))
    return toLines(value.blocks as Block[]);
  return JSON.stringify(value);
}

function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && 'kind' in value && 'text' in value;
}
