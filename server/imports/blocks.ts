// Entries to the blocks of a specification, by the kind of their section.
import type { Block, BlockId } from '../../schemas/types.ts';
import type { SectionKind } from '../model/sections.ts';
import { splitTimeShare } from '../model/time-share.ts';
import { isClause } from './clauses.ts';
import type { Entry } from './entries.ts';
import type { GatheredEntry } from './gather.ts';
import { statedParts } from './source-line.ts';
import { splitTerm } from './terms.ts';

export function blocksOf(
  entries: readonly GatheredEntry[],
  kind: SectionKind | 'additional',
  nextId: () => BlockId,
): Block[] {
  const bulleted = entries.some(({ entry }) => entry.mark !== null);
  const blocks: Block[] = [];
  for (const { entry, isHeading } of entries) {
    const block = isHeading ? paragraph(entry, nextId()) : blockOf(entry, kind, bulleted, nextId());
    const orphan = block.kind === 'item' && block.level === 2 && !blocks.some((each) => each.kind === 'item');
    blocks.push(orphan ? { ...block, level: 1 } : block);
  }
  return blocks;
}

function blockOf(entry: Entry, kind: SectionKind | 'additional', bulleted: boolean, id: BlockId): Block {
  const stated = statedBlock(entry, id);
  if (stated) return stated;
  if (entry.level === 1 && isClause(entry.text)) return { id, kind: 'clause', text: entry.text };
  const term = kind === 'terms' ? splitTerm(entry.text) : null;
  if (term) return { id, kind: 'term', ...term };
  if (entry.mark !== null || kind === 'terms')
    return { id, kind: 'item', level: entry.level, ...splitTimeShare(entry.text) };
  const isItem = kind === 'list' && !bulleted && !isRemark(entry.text);
  return isItem ? { id, kind: 'item', level: 1, ...splitTimeShare(entry.text) } : paragraph(entry, id);
}

/** The block that the document says this entry is. */
function statedBlock(entry: Entry, id: BlockId): Block | null {
  const { text, level, lines } = entry;
  const line = lines[0]?.line;
  if (line?.stated?.as === 'item') return { id, kind: 'item', level, ...splitTimeShare(text) };
  if (line?.stated?.as === 'clause') return { id, kind: 'clause', text };
  if (line?.stated?.as === 'paragraph') return paragraph(entry, id);
  const parts = line?.stated?.as === 'term' ? statedParts(line) : null;
  return parts && { id, kind: 'term', term: parts.label, text: parts.text };
}

function paragraph(entry: Entry, id: BlockId): Block {
  return { id, kind: 'paragraph', text: entry.text };
}

/** Words about the list rather than an entry of it: an introduction, a note in brackets. */
function isRemark(text: string): boolean {
  return text.endsWith(':') || /^[([].*[)\]]\.?$/.test(text);
}
