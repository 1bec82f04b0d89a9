// Texts that are meant to be a class's own and are another's, and texts that are meant to be the library's and are not.
import { blocksOf } from '../../specification.ts';
import { sectionOf } from '../../sections.ts';
import { type Hit, quoted } from '../finding.ts';
import { passagesOf } from '../passages.ts';
import { type ClassRule, nameOf, proseIn } from '../rule.ts';

export const textIdentical: ClassRule = {
  id: 'text.identical',
  severity: 'warning',
  title: 'The text is that of another class, or nearly',
  why: 'Two classes with one text are one class under two names: a position could be allocated to either.',
  mend: 'Write what sets this class apart, or join the two classes.',
  over: 'class',
  isMutual: true,
  check: (subject) => {
    const { index, text } = subject;
    const first = new Map<string, Hit>();
    for (const { classId, section, isSame } of index.alike().alikeTo(text)) {
      const other = index.classes.get(classId);
      if (!other || !isOlder(other, text) || first.has(section)) continue;
      const { label } = sectionOf(section);
      const message = `${label} ${isSame ? 'says the same as' : 'says nearly the same as'} ${nameOf(other)}.`;
      const evidence = quoted(proseIn(subject, section));
      first.set(section, { at: `sections.${section}`, message, evidence, others: [classId] });
    }
    return [...first.values()];
  },
};

type Dated = Parameters<typeof nameOf>[0];

/** Of two texts the one whose class began later is the copy. */
function isOlder(one: Dated, other: Dated): boolean {
  const [first, second] = [beginning(one), beginning(other)];
  return first === second ? one.classId < other.classId : first < second;
}

function beginning({ revisions, effectiveOn }: Dated): string {
  return revisions[0]?.effectiveOn ?? effectiveOn;
}

export const sharedDrift: ClassRule = {
  id: 'shared.drift',
  severity: 'note',
  title: 'A shared text is worded as the library was, not as it is',
  why: 'Each revision keeps the wording of its day. After the library changes, classes differ until they are revised.',
  mend: 'Bring the class up to the wording of the library with the next action, or keep the old wording and say why.',
  over: 'class',
  check: ({ index, text }) =>
    blocksOf(text.body).flatMap((block): Hit[] => {
      if (!('sharedId' in block) || block.sharedId === undefined) return [];
      const library = index.library.get(block.sharedId);
      if (!library) return [];
      const isSame = library.text === block.text && (block.kind !== 'term' || library.term === block.term);
      if (isSame) return [];
      const message = `The library says today: “${quoted(library.text)}”`;
      return [{ at: addressOf(text, block.id), message, evidence: quoted(block.text) }];
    }),
};

function addressOf({ body }: Dated, id: string): string {
  return passagesOf(body).find(({ at }) => at.endsWith(`.${id}`))?.at ?? 'additional';
}
