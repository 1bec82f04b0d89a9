// The redline of two different classes. The ids of their blocks have nothing to do with each other, so what says the same
// thing is found by its words, as in the matrix, and only then compared.
import type { Block, PlanSettings, Specification } from '../../schemas/types.ts';
import { alignLevels } from './alignment.ts';
import { isHeading } from './matrix-passages.ts';
import type { SeriesTitles } from './redline-sections.ts';
import { type Redline, redlineOf } from './redline.ts';
import { sections } from './sections.ts';
import { blocksOfSection, wordsOf } from './specification.ts';

export function redlineOfClasses(
  before: Specification,
  after: Specification,
  settings: PlanSettings,
  titles?: SeriesTitles,
): Redline {
  return redlineOf(before, withIdsOf(before, after), settings, titles);
}

/** The text after, with the ids before wherever it says the same, and ids that are not there before wherever not. */
function withIdsOf(before: Specification, after: Specification): Specification {
  const renamed = structuredClone(after);
  for (const { key } of sections) {
    const section = renamed.sections[key];
    if (section && 'blocks' in section)
      section.blocks = identified(blocksOfSection(before, key), section.blocks);
  }
  const open = new Set(before.additional);
  for (const section of renamed.additional) {
    const old = [...open].find(({ heading }) => isHeading(heading, section.heading));
    if (old) open.delete(old);
    section.id = old?.id ?? `other-${section.id}`;
    section.blocks = identified(old?.blocks ?? [], section.blocks);
  }
  return renamed;
}

function identified(before: readonly Block[], after: readonly Block[]): Block[] {
  const { rows } = alignLevels([before.map(wordsOf), after.map(wordsOf)]);
  const places = new Map(rows.map(([from, to]) => [to, from]));
  return after.map((block, index) => {
    const from = places.get(index);
    const old = from === null || from === undefined ? undefined : before[from];
    return { ...block, id: old?.id ?? `other-${block.id}` };
  });
}
