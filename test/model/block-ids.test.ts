// A block keeps its id through rewording and moves, and no id is ever given to another block.
import { expect } from 'chai';
import fc from 'fast-check';
import type { Block, Specification } from '../../schemas/types.ts';
import { keepBlockIds } from '../../server/model/block-ids.ts';
import { blocksOf, wordsOf } from '../../server/model/specification.ts';

const vocabulary =
  'prepares reviews annual budget reports permits drawings of the for with and city staff tests'.split(' ');
const text = fc
  .array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '));
const texts = fc.array(text, { maxLength: 8 });
const contents = fc.record({ summary: texts, duties: texts, notes: texts, more: texts });
type Contents = typeof contents extends fc.Arbitrary<infer T> ? T : never;

/** As an import or a form gives it: every block with an id of no meaning. */
function specification({ summary, duties, notes, more }: Contents): Specification {
  const written = (all: readonly string[]) => ({ state: 'text' as const, blocks: all.map(block) });
  return {
    code: 'T100',
    title: 'Title',
    series: null,
    sections: {
      ...(summary.length > 0 && { summary: written(summary) }),
      ...(duties.length > 0 && { duties: written(duties) }),
    },
    additional: [
      { id: 'a1', heading: 'Notes', blocks: notes.map(block) },
      { id: 'a2', heading: 'Notes', blocks: more.map(block) },
    ],
  };
}

function block(words: string, index: number): Block {
  return { id: `b${index + 1}`, kind: 'item', level: 1, text: words };
}

function duties(...all: string[]): Specification {
  return specification({ summary: [], duties: all, notes: [], more: [] });
}

/** The first revision numbers its blocks as the sample plan and the import do; the others take over. */
function revise(steps: readonly Specification[]): Specification[] {
  const kept: Specification[] = [];
  for (const step of steps) {
    const next = keepBlockIds(step, kept);
    if (kept.length === 0) for (const [index, each] of blocksOf(next).entries()) each.id = `b${index + 1}`;
    kept.push(next);
  }
  return kept;
}

const idsOf = (all: Specification) => blocksOf(all).map(({ id }) => id);

describe('ids of blocks', () => {
  it('are each given once in a specification, also under two headings of the same name', () => {
    fc.assert(
      fc.property(fc.array(contents, { minLength: 1, maxLength: 5 }), (all) => {
        for (const each of revise(all.map(specification)))
          expect(new Set(idsOf(each)).size).to.equal(idsOf(each).length);
      }),
    );
  });

  it('stay with unchanged text under any permutation', () => {
    const distinct = fc.uniqueArray(text, { minLength: 1, maxLength: 10 });
    const permuted = distinct.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(permuted, ([all, moved]) => {
        const [before, after] = revise([duties(...all), duties(...moved)]);
        expect(idOfText(after)).to.deep.equal(idOfText(before));
      }),
    );
  });

  it('of removed blocks are never given again, not even to the same words', () => {
    fc.assert(
      fc.property(fc.array(contents, { minLength: 2, maxLength: 6 }), (all) => {
        const gone = new Set<string>();
        let last: string[] = [];
        for (const each of revise(all.map(specification))) {
          const present = idsOf(each);
          for (const id of present) expect(gone.has(id), id).to.equal(false);
          for (const id of last) if (!present.includes(id)) gone.add(id);
          last = present;
        }
      }),
    );
  });

  it('change nothing but ids, and change nothing of what they are given', () => {
    fc.assert(
      fc.property(contents, contents, (one, other) => {
        const [earlier, next] = [specification(one), specification(other)];
        const untouched = structuredClone([earlier, next]);
        const kept = keepBlockIds(next, [earlier]);
        expect([earlier, next]).to.deep.equal(untouched);
        expect(blocksOf(kept).map(wordsOf)).to.deep.equal(blocksOf(next).map(wordsOf));
      }),
    );
  });

  it('are the same when the same text comes again', () => {
    fc.assert(
      fc.property(contents, (all) => {
        const [one, again] = revise([specification(all), specification(all)]);
        expect(again).to.deep.equal(one);
      }),
    );
  });

  it('stay through a rewording, go to the likest block, and are new for a new one', () => {
    const [, after] = revise([
      duties('Prepares the annual budget of the office.', 'Reviews drawings for permits.'),
      duties(
        'Reviews site drawings for building permits.',
        'Trains new staff.',
        'Prepares the annual budget and report of the office.',
      ),
    ]);
    expect(after && idsOf(after)).to.deep.equal(['b2', 'b3', 'b1']);
  });

  it('are new for a block that only shares a few words', () => {
    const [, after] = revise([
      duties('Prepares the annual budget.'),
      duties('Repairs the engines of boats and trucks.'),
    ]);
    expect(after && idsOf(after)).to.deep.equal(['b2']);
  });
});

function idOfText(specification: Specification | undefined): Record<string, string> {
  const blocks = specification ? blocksOf(specification) : [];
  return Object.fromEntries(blocks.map((each) => [wordsOf(each), each.id]));
}
