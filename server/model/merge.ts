// Three texts into one: what was edited from (base), what I wrote (mine) and what has been recorded since (theirs).
// No change of either side is dropped; where both changed one field differently, a person must choose.
import { isDeepStrictEqual } from 'node:util';
import type { AdditionalSection, Block, Details, SectionKey, Specification } from '../../schemas/types.ts';
import { mergeOrder } from './merge-order.ts';
import { sections } from './sections.ts';

/** One field that both sides changed differently. null stands for absent. */
export interface Conflict {
  /** 'title', 'sections.experience', 'sections.duties.b7', 'sections.duties.order', 'sections.details.payGrade' … */
  readonly at: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export type Choices = Readonly<Record<string, 'mine' | 'theirs'>>;

export interface Merged {
  /** The merged text; a conflict without a choice stands as mine. */
  readonly specification: Specification;
  /** Every field that both changed differently, those chosen for included. */
  readonly conflicts: readonly Conflict[];
}

export function merge(
  base: Specification,
  mine: Specification,
  theirs: Specification,
  choices: Choices = {},
): Merged {
  const conflicts: Conflict[] = [];
  const field = fieldMerger(choices, conflicts);
  const merged: Specification = {
    code: field('code', base.code, mine.code, theirs.code),
    title: field('title', base.title, mine.title, theirs.title),
    series: field('series', base.series, mine.series, theirs.series),
    sections: {},
    additional: mergeAdditional(field, base.additional, mine.additional, theirs.additional),
  };
  for (const { key } of sections) {
    const section = mergeSection(field, key, base, mine, theirs);
    if (section !== undefined) Object.assign(merged.sections, { [key]: section });
  }
  return { specification: merged, conflicts };
}

/** The three-way rule for one field: whoever changed it wins; both alike is one change; both differently is a conflict. */
type FieldMerger = <T>(at: string, base: T, mine: T, theirs: T) => T;

export function fieldMerger(choices: Choices, conflicts: Conflict[]): FieldMerger {
  return (at, base, mine, theirs) => {
    if (isDeepStrictEqual(mine, theirs) || isDeepStrictEqual(base, theirs)) return mine;
    if (isDeepStrictEqual(base, mine)) return theirs;
    conflicts.push({ at, base: base ?? null, mine: mine ?? null, theirs: theirs ?? null });
    return choices[at] === 'theirs' ? theirs : mine;
  };
}

function mergeSection(
  field: FieldMerger,
  key: SectionKey,
  base: Specification,
  mine: Specification,
  theirs: Specification,
) {
  const at = `sections.${key}`;
  const [b, m, t] = [base.sections[key], mine.sections[key], theirs.sections[key]];
  if (key === 'details')
    return mergeDetails(field, at, base.sections.details, mine.sections.details, theirs.sections.details);
  if (!b || !m || !t || !('blocks' in b) || !('blocks' in m) || !('blocks' in t)) return field(at, b, m, t);
  const blocks = mergeBlocks(field, at, b.blocks, m.blocks, t.blocks);
  return blocks.length > 0 ? { state: 'text' as const, blocks } : undefined;
}

/** Details merge fact by fact; a side that has no details at all is a side without facts. */
function mergeDetails(
  field: FieldMerger,
  at: string,
  base?: Details,
  mine?: Details,
  theirs?: Details,
): Details | undefined {
  const merged: Record<string, unknown> = {};
  const names = new Set([base, mine, theirs].flatMap((details) => Object.keys(details ?? {})));
  for (const name of names) {
    const of = (details?: Details): unknown => details?.[name as keyof Details];
    const value = field(`${at}.${name}`, of(base), of(mine), of(theirs));
    if (value !== undefined) merged[name] = value;
  }
  // Facts that one side added stand, though the other took the whole table away.
  return Object.keys(merged).length > 0 ? { ...merged, state: 'text' } : undefined;
}

function mergeBlocks(
  field: FieldMerger,
  at: string,
  base: readonly Block[],
  mine: readonly Block[],
  theirs: readonly Block[],
): Block[] {
  const [b, m, t] = [byId(base), byId(mine), byId(theirs)];
  const kept = new Map<string, Block>();
  for (const id of new Set([...b.keys(), ...m.keys(), ...t.keys()])) {
    const block = field(`${at}.${id}`, b.get(id), m.get(id), t.get(id));
    if (block) kept.set(id, block);
  }
  const isNested = (id: string) => {
    const block = kept.get(id);
    return block?.kind === 'item' && block.level > 1;
  };
  const order = mergeOrder([...b.keys()], [...m.keys()], [...t.keys()], new Set(kept.keys()), isNested);
  const chosen = order.conflict ? field(`${at}.order`, [...b.keys()], order.mine, order.theirs) : order.mine;
  return chosen.flatMap((id) => kept.get(id) ?? []);
}

function mergeAdditional(
  field: FieldMerger,
  base: readonly AdditionalSection[],
  mine: readonly AdditionalSection[],
  theirs: readonly AdditionalSection[],
): AdditionalSection[] {
  const [b, m, t] = [byId(base), byId(mine), byId(theirs)];
  const kept = new Map<string, AdditionalSection>();
  for (const id of new Set([...b.keys(), ...m.keys(), ...t.keys()])) {
    const section = field(`additional.${id}`, b.get(id), m.get(id), t.get(id));
    if (section) kept.set(id, section);
  }
  const order = mergeOrder([...b.keys()], [...m.keys()], [...t.keys()], new Set(kept.keys()));
  const chosen = order.conflict
    ? field('additional.order', [...b.keys()], order.mine, order.theirs)
    : order.mine;
  return chosen.flatMap((id) => kept.get(id) ?? []);
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): Map<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
