// How a new class begins: with nothing written, as a copy of another, or as a level beside a neighbour. Its history and
// its names are its own: no beginning takes over a code, a title, or what was decided of another class.
import type { Block, Details, Placement, Specification } from '../../schemas/types.ts';
import { sections } from './sections.ts';

/** Every section is not yet written; those that the plan requires stand in the form. */
export function nothingYet(title: string): Specification {
  return { code: null, title, series: null, sections: {}, additional: [] };
}

/** The text of another class, in no series, with block ids of its own. */
export function copyOf(other: Specification, title: string): Specification {
  const copied = structuredClone(other);
  const details = copied.sections.details;
  if (details) copied.sections.details = withoutHistory(details);
  return { ...renumbered(copied), code: null, title, series: null };
}

/** The text of a neighbour at a level of its own. Levels differ in pay: the grade is left to be written. */
export function levelBeside(neighbour: Specification, title: string, series: Placement): Specification {
  const copied = copyOf(neighbour, title);
  if (copied.sections.details) delete copied.sections.details.payGrade;
  return { ...copied, series };
}

/** Who established and revised the other class, and when, and that it is a benchmark, is said of that class alone. */
function withoutHistory({
  establishedOn: _established,
  establishedBy: _establisher,
  revisedOn: _revised,
  revisedBy: _reviser,
  benchmark: _benchmark,
  ...facts
}: Details): Details {
  return facts;
}

/** The blocks numbered from b1 on in the order of the text; additional sections from a1 on. */
export function renumbered(specification: Specification): Specification {
  let number = 0;
  const named = <B extends Block>(block: B): B => ({ ...block, id: `b${(number += 1)}` });
  const copied = structuredClone(specification);
  for (const { key } of sections) {
    const section = copied.sections[key];
    if (section && 'blocks' in section) section.blocks = section.blocks.map(named);
  }
  for (const [index, section] of copied.additional.entries()) {
    section.id = `a${index + 1}`;
    section.blocks = section.blocks.map(named);
  }
  return copied;
}
