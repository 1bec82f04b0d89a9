// Laws of the redline of two specifications: nothing of either text is lost in it, what did not change is not marked, and
// what moved is told as moved.
import { expect } from 'chai';
import fc from 'fast-check';
import type { Block, SectionKey, Specification } from '../../schemas/types.ts';
import { beginningSettings } from '../../server/model/plan-settings.ts';
import { type Redline, redlineOf } from '../../server/model/redline.ts';
import type { RedlineBlock } from '../../server/model/redline-blocks.ts';
import type { RedlineSection } from '../../server/model/redline-sections.ts';
import { applied, undone } from '../../server/model/redline-runs.ts';
import { writtenOf, writtenSection } from '../../server/model/redline-written.ts';
import { anyBase, anyEdits } from './edited-texts.ts';

const settings = beginningSettings('City of Larkhaven');
const runs = { numRuns: 2000 };

const anyTwo = fc
  .tuple(anyBase, anyEdits('mine'), anyEdits('theirs'))
  .map(([base, mine, theirs]) => ({ before: mine(base), after: theirs(base) }));

const empty: Specification = { code: 'T1', title: 'Title', series: null, sections: {}, additional: [] };

function withDuties(...blocks: readonly Block[]): Specification {
  return { ...empty, sections: { duties: { state: 'text', blocks: [...blocks] } } };
}

function item(id: string, text: string, more: { level?: 1 | 2; percentOfTime?: number } = {}): Block {
  return { id, kind: 'item', level: 1, text, ...more };
}

const nine = Array.from({ length: 9 }, (_, index) =>
  item(`b${index + 1}`, `Does the work of place ${index + 1}.`),
);

/** The blocks of a side in its own order, as they were written there. */
function sideOf(section: RedlineSection, side: 'from' | 'to') {
  const read = side === 'from' ? undone : applied;
  return section.blocks
    .filter((block) => block[side] !== null)
    .sort((one, other) => (one[side] ?? 0) - (other[side] ?? 0))
    .map(({ term, runs }) => (term === null ? '' : `${read(term)}: `) + read(runs));
}

function linesOf(specification: Specification, key: string): string[] {
  const added = specification.additional.find(({ id }) => key === `additional.${id}`);
  const written = added
    ? added.blocks.map(writtenOf)
    : writtenSection(specification.sections[key as SectionKey]);
  return (written ?? []).map(({ term, text }) => (term === null ? text : `${term}: ${text}`));
}

function dutiesOf(redline: Redline): readonly RedlineBlock[] {
  return redline.sections.find(({ key }) => key === 'duties')?.blocks ?? [];
}

function shown({ change, from, to }: RedlineBlock): string {
  return `${change} ${from ?? '·'}→${to ?? '·'}`;
}

describe('the redline of two specifications', () => {
  it('gives the new text when applied and the old one when undone', () => {
    fc.assert(
      fc.property(anyTwo, ({ before, after }) => {
        const { sections } = redlineOf(before, after, settings);
        for (const section of sections) {
          if (section.key === 'details') continue;
          expect(sideOf(section, 'to'), section.key).to.deep.equal(linesOf(after, section.key));
          expect(sideOf(section, 'from'), section.key).to.deep.equal(linesOf(before, section.key));
        }
        const facts = (key: string, side: 'from' | 'to') =>
          sections.find((each) => each.key === key)?.facts.map((fact) => fact[side]) ?? [null];
        expect(facts('title', 'to')).to.deep.equal([after.title]);
        expect(facts('code', 'from')).to.deep.equal([before.code]);
        const written = (side: Specification) =>
          Object.keys(side.sections).filter((key) => key !== 'details');
        const keys = new Set(sections.map(({ key }) => key));
        for (const key of [...written(before), ...written(after)]) expect(keys).to.include(key);
      }),
      runs,
    );
  });

  it('has no change between a text and itself, and keeps all of it', () => {
    fc.assert(
      fc.property(anyBase, anyEdits('mine'), (base, edit) => {
        const text = edit(base);
        const { counts, sections } = redlineOf(text, structuredClone(text), settings);
        expect(counts).to.deep.equal({ inserted: 0, deleted: 0, changed: 0, moved: 0, total: 0 });
        expect(sections.filter(({ change }) => change !== 'same')).to.deep.equal([]);
      }),
      runs,
    );
  });

  it('turned round has deletions for insertions, and as many moves', () => {
    fc.assert(
      fc.property(anyTwo, ({ before, after }) => {
        const [there, back] = [redlineOf(before, after, settings), redlineOf(after, before, settings)];
        expect(back.counts.inserted).to.equal(there.counts.deleted);
        expect(back.counts.moved).to.equal(there.counts.moved);
      }),
      runs,
    );
  });

  it('marks all as inserted where there was nothing, and all as deleted where nothing is left', () => {
    const text = withDuties(...nine);
    const { counts, sections } = redlineOf(null, text, settings);
    expect(counts).to.deep.equal({ inserted: 11, deleted: 0, changed: 0, moved: 0, total: 11 });
    expect(sections.map(({ change }) => change)).to.deep.equal(['inserted', 'inserted', 'inserted']);
    expect(redlineOf(text, null, settings).counts).to.include({ deleted: 11, total: 11 });
  });

  it('tells a duty that was moved from 9 to 2 as moved, and no other', () => {
    const [first, ...rest] = nine;
    const last = rest.pop();
    const after = withDuties(...[first, last, ...rest].flatMap((each) => each ?? []));
    const redline = redlineOf(withDuties(...nine), after, settings);
    expect(redline.counts).to.deep.equal({ inserted: 0, deleted: 0, changed: 0, moved: 1, total: 1 });
    expect(dutiesOf(redline).map(shown).slice(0, 3)).to.deep.equal(['same 1→1', 'moved 9→2', 'same 2→3']);
  });

  it('knows a duty again that came back elsewhere under another id, and one that was reworded there', () => {
    const [a, b, c] = nine as [Block, Block, Block];
    const other = item('n1', 'Does the work of place 1.');
    expect(
      dutiesOf(redlineOf(withDuties(a, b, c), withDuties(b, c, other), settings)).map(shown),
    ).to.deep.equal(['same 2→1', 'same 3→2', 'moved 1→3']);
    const reworded = item('n1', 'Does all the work of place 1.');
    const redline = redlineOf(withDuties(a, b, c), withDuties(b, c, reworded), settings);
    expect(
      dutiesOf(redline)
        .at(-1)
        ?.runs.map(({ mark }) => mark),
    ).to.deep.equal(['same', 'inserted', 'same']);
    expect(redline.counts).to.deep.equal({ inserted: 0, deleted: 0, changed: 1, moved: 1, total: 1 });
  });

  it('puts what was deleted where it stood, before what came in its place', () => {
    const [a, b, c] = nine as [Block, Block, Block];
    const fresh = item('n1', 'Keeps the ledger and sends the bills.');
    const redline = redlineOf(withDuties(a, b, c), withDuties(a, fresh, c), settings);
    expect(dutiesOf(redline).map(shown)).to.deep.equal([
      'same 1→1',
      'deleted 2→·',
      'inserted ·→2',
      'same 3→3',
    ]);
  });

  it('tells a part of time, a nesting and a term with what it defines', () => {
    const redline = redlineOf(
      withDuties(item('b1', 'Sorts.', { percentOfTime: 25 }), item('b2', 'Files.'), {
        id: 'b3',
        kind: 'term',
        term: 'Clear Speech',
        text: 'Speaks.',
      }),
      withDuties(item('b1', 'Sorts.', { percentOfTime: 30 }), item('b2', 'Files.', { level: 2 }), {
        id: 'b3',
        kind: 'term',
        term: 'Plain Speech',
        text: 'Speaks.',
      }),
      settings,
    );
    const [share, nested, term] = dutiesOf(redline);
    expect(share?.runs.filter(({ mark }) => mark !== 'same').map(({ text }) => text)).to.deep.equal([
      '25',
      '30',
    ]);
    expect(nested).to.deep.include({ change: 'changed', was: { kind: 'item', level: 1 } });
    expect(term?.term?.map(({ mark }) => mark)).to.deep.equal(['deleted', 'inserted', 'same']);
    expect(redline.counts.changed).to.equal(3);
  });

  it('tells an explicit none from a section that is not written', () => {
    const none: Specification = { ...empty, sections: { duties: { state: 'none' } } };
    const [a] = nine as [Block];
    expect(dutiesOf(redlineOf(none, withDuties(a), settings)).map(shown)).to.deep.equal([
      'deleted 1→·',
      'inserted ·→1',
    ]);
    const change = (before: Specification, after: Specification) =>
      redlineOf(before, after, settings).sections.find(({ key }) => key === 'duties')?.change;
    expect(change(none, withDuties(a))).to.equal('changed');
    expect(change(empty, none)).to.equal('inserted');
    expect(change(none, empty)).to.equal('deleted');
    expect(change(none, none)).to.equal('same');
    expect(change(empty, empty)).to.equal(undefined);
  });

  it('tells the facts of the closing table, the level and an additional section as from → to', () => {
    const section = (id: string, heading: string) => ({
      id,
      heading,
      blocks: [item(`${id}x`, `Text of ${heading}.`)],
    });
    const before: Specification = {
      ...empty,
      series: { id: 'clerks', level: 1 },
      sections: {
        physicalDemandLevel: { state: 'text', code: '2', meaning: 'Light' },
        details: { state: 'text', payGrade: 'G-1', flsa: 'N' },
      },
      additional: [section('a', 'Hours'), section('b', 'Uniform'), section('c', 'Travel')],
    };
    const after: Specification = {
      ...before,
      series: { id: 'clerks', level: 2 },
      sections: {
        physicalDemandLevel: { state: 'none' },
        details: { state: 'text', payGrade: 'G-2', soc: '43-9061' },
      },
      additional: [
        section('c', 'Travel'),
        section('a', 'Hours'),
        { ...section('b', 'Uniform'), heading: 'Clothing' },
      ],
    };
    const { sections } = redlineOf(before, after, settings);
    const facts = sections.flatMap((each) => each.facts.filter(({ from, to }) => from !== to));
    expect(facts.map(({ label, from, to }) => `${label}: ${from ?? '·'} → ${to ?? '·'}`)).to.deep.equal([
      'Series: clerks, level 1 → clerks, level 2',
      'Level of Physical Demand: 2-Light → None',
      'Place: after Uniform → first',
      'Heading: Uniform → Clothing',
      'Pay Grade: G-1 → G-2',
      'SOC: · → 43-9061',
      'FLSA Code: N – Nonexempt → ·',
    ]);
  });

  it('answers within seconds for ten thousand blocks, coarsely where likeness would take too long', () => {
    const many = (prefix: string, words: string) =>
      withDuties(
        ...Array.from({ length: 10_000 }, (_, index) => item(`${prefix}${index}`, `${words} ${index}.`)),
      );
    const before = many('b', 'Does the work of place');
    const started = performance.now();
    const strange = redlineOf(before, many('n', 'Keeps every ledger under the number'), settings);
    expect(strange.isCoarse).to.equal(true);
    expect(strange.counts).to.include({ inserted: 10_000, deleted: 10_000 });
    const reworded = redlineOf(before, many('b', 'Does the daily work of place'), settings);
    expect(reworded.isCoarse).to.equal(false);
    expect(reworded.counts).to.include({ changed: 10_000, total: 10_000 });
    expect(performance.now() - started).to.be.below(10_000);
  });
});
