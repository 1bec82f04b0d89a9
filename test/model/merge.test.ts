// Laws of merging three texts: no change of either side is lost, and what both changed differently is told.
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Block, Specification } from '../../schemas/types.ts';
import { type Choices, type Conflict, merge } from '../../server/model/merge.ts';
import { anyBase, anyEdits, anyTriple, fieldsOf, type Triple } from './edited-texts.ts';

const runs = { numRuns: 3000 };
const isOrder = ({ at }: Conflict) => at.endsWith('.order');

describe('merging texts', () => {
  it('of which one is unchanged gives the other, without conflict', () => {
    fc.assert(
      fc.property(anyBase, anyEdits('mine'), (base, edit) => {
        const edited = edit(base);
        for (const [mine, theirs] of [
          [edited, base],
          [base, edited],
          [edited, edited],
        ] as const) {
          expect(merge(base, mine, theirs)).to.deep.equal({ specification: edited, conflicts: [] });
        }
      }),
      runs,
    );
  });

  it('does not depend on whose side is whose, where nothing conflicts', () => {
    let merged = 0;
    fc.assert(
      fc.property(anyTriple, ({ base, mine, theirs }) => {
        const [one, other] = [merge(base, mine, theirs), merge(base, theirs, mine)];
        if (one.conflicts.length > 0) return;
        merged += 1;
        expect(other).to.deep.equal(one);
      }),
      runs,
    );
    expect(merged, 'merges without conflict').to.be.above(500);
  });

  it('takes every change of one side, and tells every field that both changed differently', () => {
    let conflicting = 0;
    fc.assert(
      fc.property(anyTriple, (triple) => {
        const { specification, conflicts } = merge(triple.base, triple.mine, triple.theirs);
        const { values, expected } = byTheRule(triple);
        expect(fieldsOf(specification, triple)).to.deep.equal(values);
        const told = conflicts.filter((conflict) => !isOrder(conflict));
        expect(told.sort(byAddress)).to.deep.equal(expected.sort(byAddress));
        conflicting += Number(expected.length > 0);
      }),
      runs,
    );
    expect(conflicting, 'merges with a conflict').to.be.above(500);
  });

  it('loses no text: what a side wrote is in the result or in a conflict', () => {
    fc.assert(
      fc.property(anyTriple, ({ base, mine, theirs }) => {
        const { specification, conflicts } = merge(base, mine, theirs);
        const found = JSON.stringify([specification, conflicts]);
        for (const text of [...wordsIn(mine), ...wordsIn(theirs)])
          if (!wordsIn(base).has(text)) expect(found).to.contain(text);
      }),
      runs,
    );
  });

  it('honours every choice', () => {
    fc.assert(
      fc.property(anyTriple, fc.infiniteStream(fc.boolean()), (triple, stream) => {
        const { base, mine, theirs } = triple;
        const choices: Record<string, 'mine' | 'theirs'> = {};
        for (const { at } of merge(base, mine, theirs).conflicts)
          choices[at] = stream.next().value ? 'mine' : 'theirs';
        const chosen = merge(base, mine, theirs, choices);
        const { values, expected } = byTheRule(triple, choices);
        expect(fieldsOf(chosen.specification, triple)).to.deep.equal(values);
        expect(chosen.conflicts.filter((each) => !isOrder(each)).sort(byAddress)).to.deep.equal(
          expected.sort(byAddress),
        );
        for (const { at, ...orders } of chosen.conflicts.filter(isOrder)) {
          expect(idsAt(chosen.specification, at)).to.deep.equal(orders[choices[at] ?? 'mine']);
        }
      }),
      runs,
    );
  });

  it('takes mine where nobody has chosen', () => {
    fc.assert(
      fc.property(anyTriple, ({ base, mine, theirs }) => {
        const open = merge(base, mine, theirs);
        const choices = Object.fromEntries(open.conflicts.map(({ at }) => [at, 'mine' as const]));
        expect(merge(base, mine, theirs, choices)).to.deep.equal(open);
      }),
      runs,
    );
  });

  it('keeps every block of a list once', () => {
    fc.assert(
      fc.property(anyTriple, ({ base, mine, theirs }) => {
        const { specification } = merge(base, mine, theirs);
        for (const at of ['sections.duties', 'sections.summary', 'additional']) {
          const ids = idsAt(specification, at);
          expect(ids).to.deep.equal([...new Set(ids)]);
        }
      }),
      runs,
    );
  });

  it('keeps a fact that one side added while the other took the table away', () => {
    const base = textWith({ details: { state: 'text', flsa: 'N' } });
    const mine = textWith({});
    const theirs = textWith({ details: { state: 'text', flsa: 'N', payGrade: 'G-2' } });
    for (const [one, other] of [
      [mine, theirs],
      [theirs, mine],
    ] as const) {
      const { specification, conflicts } = merge(base, one, other);
      expect(specification.sections.details).to.deep.equal({ state: 'text', payGrade: 'G-2' });
      expect(conflicts).to.deep.equal([]);
    }
  });

  it('lets a person choose between two orders', () => {
    const duties = (ids: string) =>
      textWith({ duties: { state: 'text', blocks: [...ids].map((id) => item(id, id)) } });
    const three = [duties('abc'), duties('bamc'), duties('actb')] as const;
    const { specification, conflicts } = merge(...three);
    const at = 'sections.duties.order';
    expect(conflicts).to.deep.equal([{ at, base: [...'abc'], mine: [...'bamct'], theirs: [...'amctb'] }]);
    expect(idsAt(specification, at).join('')).to.equal('bamct');
    expect(idsAt(merge(...three, { [at]: 'theirs' }).specification, at).join('')).to.equal('amctb');
  });

  it('leaves nested items under the item that each side put them under', () => {
    const list = (...blocks: Block[]) => textWith({ duties: { state: 'text', blocks } });
    const base = list(item('a', 'A'), item('a1', 'A1', 2));
    const mine = list(item('a', 'A'), item('a1', 'A1', 2), item('m', 'Mine'), item('m1', 'M1', 2));
    const theirs = list(item('a', 'A'), item('a1', 'A1', 2), item('t2', 'T2', 2), item('u', 'Theirs'));
    const { specification } = merge(base, mine, theirs);
    expect(idsAt(specification, 'sections.duties')).to.deep.equal(['a', 'a1', 't2', 'm', 'm1', 'u']);
    expect(merge(base, theirs, mine).specification).to.deep.equal(specification);
  });
});

/** The three-way rule, field by field: what the merged text says and what both changed differently. */
function byTheRule(
  triple: Triple,
  choices: Choices = {},
): { values: Map<string, unknown>; expected: Conflict[] } {
  const [base, mine, theirs] = [triple.base, triple.mine, triple.theirs].map((text) =>
    fieldsOf(text, triple),
  ) as [Fields, Fields, Fields];
  const values = new Map<string, unknown>();
  const expected: Conflict[] = [];
  for (const at of new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])) {
    const [b, m, t] = [base.get(at), mine.get(at), theirs.get(at)];
    const [byMe, byThem] = [!isDeepStrictEqual(b, m), !isDeepStrictEqual(b, t)];
    const isConflict = byMe && byThem && !isDeepStrictEqual(m, t);
    if (isConflict) expected.push({ at, base: b ?? null, mine: m ?? null, theirs: t ?? null });
    const value = isConflict ? (choices[at] === 'theirs' ? t : m) : byMe ? m : t;
    if (value !== undefined) values.set(at, value);
  }
  return { values, expected };
}

type Fields = Map<string, unknown>;

function idsAt({ sections, additional }: Specification, at: string): string[] {
  if (at.startsWith('additional')) return additional.map(({ id }) => id);
  const prose = sections[at.replace(/^sections\.|\.order$/g, '') as 'duties'];
  return prose && 'blocks' in prose ? prose.blocks.map(({ id }) => id) : [];
}

function byAddress(one: Conflict, other: Conflict): number {
  return one.at < other.at ? -1 : 1;
}

/** The words of a text that a writer could have written. */
function wordsIn(text: Specification): Set<string> {
  return new Set(JSON.stringify(text).match(/(?:mine|theirs|both) \d+/g) ?? []);
}

function textWith(sections: Specification['sections']): Specification {
  return { code: 'T1', title: 'Title', series: null, sections, additional: [] };
}

function item(id: string, text: string, level: 1 | 2 = 1): Block {
  return { id, kind: 'item', level, text };
}
