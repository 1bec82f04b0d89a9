// The acts of the editor, as its buttons name them: 'up duties b7', 'split duties b7 34', 'pick competencies', 'add duties
// b7'. Each is one save of the draft; what it did is undone by undoing that save.
import { randomBytes } from 'node:crypto';
import type { Block, SectionKey, SharedText, Specification } from '../../../schemas/types.ts';
import { refusal } from '../../errors.ts';
import { splitTerm } from '../../imports/terms.ts';
import { actOnBlock, type BlockAct, blockActs, grounded, splitBlock } from '../../model/edit-blocks.ts';
import { readPastedList } from '../../model/pasted-list.ts';
import { sectionOf, sections } from '../../model/sections.ts';
import { blocksOfSection } from '../../model/specification.ts';
import type { Typed } from '../form.ts';

/** The acts on a section; 'below' and 'paste' change nothing but what is shown. */
const sectionActs = [...blockActs, 'split', 'below', 'pick', 'paste', 'add'] as const;
type SectionAct = (typeof sectionActs)[number];

export type EditorAct =
  | { readonly act: 'save' }
  /** `version` is the number of the version to go back from; null for the last. */
  | { readonly act: 'undo' | 'redo'; readonly version: number | null; readonly top: number | null }
  | {
      readonly act: SectionAct;
      readonly key: SectionKey;
      readonly id: string | null;
      readonly offset: number | null;
    };

/** Where the keyboard should be after an act: at a block of a section, or below it. */
export interface Place {
  readonly key: SectionKey;
  readonly id: string;
}

export function readAct(text: unknown): EditorAct {
  if (text === undefined || text === '' || text === 'save' || text === 'save quietly') return { act: 'save' };
  const [, act = '', first, second, third] =
    /^([a-z]+)(?: ([A-Za-z0-9]+))?(?: ([A-Za-z0-9]+))?(?: (\d{1,5}))?$/.exec(String(text)) ?? [];
  if (act === 'undo' || act === 'redo')
    return { act, version: numberOrNull(first), top: numberOrNull(second) };
  const key = sections.find((section) => section.key === first)?.key;
  if (key === undefined || !isSectionAct(act)) throw refusal('form-not-readable');
  return { act, key, id: second ?? null, offset: numberOrNull(third) };
}

function isSectionAct(act: string): act is SectionAct {
  return (sectionActs as readonly string[]).includes(act);
}

function numberOrNull(text: string | undefined): number | null {
  return text === undefined || !/^\d{1,15}$/.test(text) ? null : Number(text);
}

/** Two people may write at once: an id that neither can guess, and no number that an import would count on from. */
export function freshId(): string {
  return `n${randomBytes(6).toString('hex')}x`;
}

export interface Acted {
  readonly body: Specification;
  readonly place: Place | null;
}

/** The text after an act. `library` is asked for by 'pick' alone. */
export function acted(
  body: Specification,
  act: EditorAct,
  fields: Typed,
  library: readonly SharedText[],
): Acted {
  if (!('key' in act)) return { body, place: null };
  const { key, id } = act;
  const blocks = blocksOfSection(body, key);
  switch (act.act) {
    case 'below':
    case 'paste':
      return { body, place: id === null ? null : { key, id } };
    case 'split': {
      const newId = freshId();
      const next = splitBlock(blocks, id ?? '', act.offset, newId);
      return { body: withBlocks(body, key, next), place: { key, id: next === blocks ? (id ?? '') : newId } };
    }
    case 'pick':
      return picked(body, key, fields, library);
    case 'add':
      return added(body, key, id, textOf(fields, `paste.${key}`));
    default:
      return actedOnBlock(body, act.act, key, id ?? '');
  }
}

function actedOnBlock(body: Specification, act: BlockAct, key: SectionKey, id: string): Acted {
  const blocks = blocksOfSection(body, key);
  const next = actOnBlock(blocks, act, id);
  if (next === blocks) return { body, place: { key, id } };
  const index = blocks.findIndex((block) => block.id === id);
  const isGone = act === 'remove' || act === 'join';
  const neighbour = (act === 'join' ? blocks[index - 1] : (blocks[index + 1] ?? blocks[index - 1]))?.id;
  const at = isGone ? neighbour : id;
  return { body: withBlocks(body, key, next), place: at === undefined ? null : { key, id: at } };
}

function picked(body: Specification, key: SectionKey, fields: Typed, library: readonly SharedText[]): Acted {
  const shared = library.find(({ id }) => id === textOf(fields, `pick.${key}`));
  if (!shared) return { body, place: null };
  const { id: sharedId, term, text } = shared;
  const id = freshId();
  const block: Block =
    term === null ? { id, kind: 'clause', text, sharedId } : { id, kind: 'term', term, text, sharedId };
  const blocks = blocksOfSection(body, key);
  const at = term === null ? blocks.length : endOfEntries(blocks);
  return { body: withBlocks(body, key, blocks.toSpliced(at, 0, block)), place: { key, id } };
}

/** The entries of a pasted list after the block `after`, or after the last entry. */
function added(body: Specification, key: SectionKey, after: string | null, pasted: string): Acted {
  const news = pastedBlocks(key, pasted);
  const blocks = blocksOfSection(body, key);
  const index = blocks.findIndex(({ id }) => id === after);
  const at = index === -1 ? endOfEntries(blocks) : index + 1;
  const [first] = news;
  return {
    body: withBlocks(body, key, grounded(blocks.toSpliced(at, 0, ...news))),
    place: first ? { key, id: first.id } : null,
  };
}

/** What a pasted list becomes in a section. */
export function pastedBlocks(key: SectionKey, pasted: string): Block[] {
  const { kind } = sectionOf(key);
  return readPastedList(pasted).map(({ level, text }): Block => {
    const term = kind === 'terms' ? splitTerm(text) : null;
    return term ? { id: freshId(), kind: 'term', ...term } : { id: freshId(), kind: 'item', level, text };
  });
}

/** Standing clauses close a section: what is added goes before them. */
function endOfEntries(blocks: readonly Block[]): number {
  return blocks.findLastIndex(({ kind }) => kind !== 'clause') + 1;
}

function withBlocks(body: Specification, key: SectionKey, blocks: readonly Block[]): Specification {
  const { [key]: _before, ...others } = body.sections;
  const section = { state: 'text' as const, blocks: [...blocks] };
  return { ...body, sections: blocks.length === 0 ? others : { ...others, [key]: section } };
}

function textOf(fields: Typed, name: string): string {
  const text = fields[name];
  return typeof text === 'string' ? text : '';
}
