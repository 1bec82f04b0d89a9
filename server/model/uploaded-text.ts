// The text of a draft after a document was read into it: what the document says, in the blocks that the draft already has;
// of what no document says (place in the series, links to shared text, ids) the draft's own.
import type { AdditionalSection, Block, Details, SectionKey, Specification } from '../../schemas/types.ts';
import { keepBlockIds } from './block-ids.ts';
import { sections } from './sections.ts';
import { blocksOf, wordsOf } from './specification.ts';

export interface ReadDocument {
  readonly specification: Specification;
  /** False where standing text looks like any other paragraph, so that its kind is the draft's to say. */
  readonly saysKinds: boolean;
}

type Section = Specification['sections'][SectionKey];

/** `fresh` gives ids for blocks and sections that are new. */
export function uploadedText(
  { specification: read, saysKinds }: ReadDocument,
  edited: Specification,
  fresh: () => string,
): Specification {
  const merged: Specification = {
    code: read.code ?? edited.code,
    title: read.title === '' ? edited.title : read.title,
    series: edited.series,
    sections: keptValues(read, edited),
    additional: read.additional,
  };
  const named = keepBlockIds(merged, [edited], { fresh, inPlace: true });
  const body = { ...named, additional: keptSections(named.additional, edited.additional, fresh) };
  return saysKinds ? body : keptKinds(body, edited);
}

/** A level or period that reads the same is the same, whatever a reader made of its parts; facts not named stay. */
function keptValues(read: Specification, edited: Specification): Specification['sections'] {
  const kept: Partial<Record<SectionKey, unknown>> = { ...read.sections };
  for (const { key } of sections) {
    const [before, after] = [edited.sections[key], read.sections[key]];
    if (saysTheSame(before, after)) kept[key] = before;
  }
  const details = keptDetails(read.sections.details, edited.sections.details);
  return { ...kept, ...(details && { details }) } as Specification['sections'];
}

function keptDetails(read: Details | undefined, edited: Details | undefined): Details | undefined {
  return read && edited ? { ...edited, ...read } : (read ?? edited);
}

/** Of values; and of an entry that only says “None”, which a reader takes for a section that says there is none. */
function saysTheSame(before: Section, after: Section): boolean {
  const said = valueInWords(before);
  if (said !== null) return said === valueInWords(after);
  const [block, ...more] = before && 'blocks' in before ? before.blocks : [];
  if (!block || more.length > 0 || after?.state !== 'none') return false;
  return wordsOf(block) === (after.wording ?? 'None');
}

function valueInWords(section: Section): string | null {
  if (!section) return null;
  if (section.state === 'none') return `none:${section.wording ?? 'None'}`;
  if ('meaning' in section)
    return section.code === null ? section.meaning : `${section.code}-${section.meaning}`;
  return 'unit' in section ? section.text : null;
}

/** Additional sections under a heading that the draft has are those of the draft. */
function keptSections(
  read: readonly AdditionalSection[],
  edited: readonly AdditionalSection[],
  fresh: () => string,
): AdditionalSection[] {
  const open = new Set(edited);
  return read.map((section) => {
    const before = [...open].find(({ heading }) => heading === section.heading);
    if (before) open.delete(before);
    return { ...section, id: before?.id ?? fresh() };
  });
}

/** Standing text is known by its words: where they stayed, so does what they are. */
function keptKinds(body: Specification, edited: Specification): Specification {
  const before = new Map(blocksOf(edited).map((block) => [block.id, block]));
  const kept = (block: Block): Block => {
    const same = before.get(block.id);
    const isStanding = same?.kind === 'clause' || block.kind === 'clause';
    return same && isStanding && wordsOf(same) === wordsOf(block) ? same : block;
  };
  const marked = structuredClone(body);
  const all = [...sections.map(({ key }) => marked.sections[key]), ...marked.additional];
  for (const section of all) if (section && 'blocks' in section) section.blocks = section.blocks.map(kept);
  return marked;
}
