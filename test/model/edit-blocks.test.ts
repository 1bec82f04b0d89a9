// What an analyst does to the entries of a section loses no word, keeps every id, and leaves no nested entry alone.
import { expect } from 'chai';
import fc from 'fast-check';
import type { Block } from '../../schemas/types.ts';
import { actOnBlock, blockActs, grounded, isPossible, splitBlock } from '../../server/model/edit-blocks.ts';

const item = (id: string, level: 1 | 2 = 1): Block => ({ id, kind: 'item', level, text: `Text of ${id}.` });
const ids = (blocks: readonly Block[]) => blocks.map(({ id }) => id).join(' ');
const levels = (blocks: readonly Block[]) =>
  blocks.map((block) => (block.kind === 'item' ? block.level : 0)).join('');

const lists = fc
  .array(fc.constantFrom('one', 'two', 'paragraph', 'clause'), { minLength: 1, maxLength: 12 })
  .map((kinds) =>
    grounded(
      kinds.map((kind, index): Block => {
        const id = `b${index + 1}`;
        if (kind === 'one' || kind === 'two') return item(id, kind === 'one' ? 1 : 2);
        return { id, kind: kind === 'clause' ? 'clause' : 'paragraph', text: `Words of ${id}.` };
      }),
    ),
  );

describe('the entries of a section', () => {
  it('move one place up or down, with what is nested under them', () => {
    const list = [item('a'), item('b'), item('b1', 2), item('c')];
    expect(ids(actOnBlock(list, 'up', 'c'))).to.equal('a c b b1');
    expect(ids(actOnBlock(list, 'up', 'b'))).to.equal('b b1 a c');
    expect(ids(actOnBlock(list, 'down', 'a'))).to.equal('b b1 a c');
    expect(ids(actOnBlock(list, 'down', 'b'))).to.equal('a c b b1');
    expect(actOnBlock(list, 'up', 'a')).to.equal(list);
    expect(actOnBlock(list, 'down', 'c')).to.equal(list);
  });

  it('nest under the entry above, and come out again', () => {
    const list = [item('a'), item('b'), item('c')];
    const nested = actOnBlock(list, 'in', 'b');
    expect(levels(nested)).to.equal('121');
    expect(actOnBlock(list, 'in', 'a')).to.equal(list);
    expect(actOnBlock(nested, 'in', 'a'), 'nothing above').to.equal(nested);
    expect(actOnBlock(nested, 'out', 'b')).to.deep.equal(list);
    const carrying = [item('a'), item('b'), item('b1', 2)];
    expect(actOnBlock(carrying, 'in', 'b'), 'carries another').to.equal(carrying);
  });

  it('are split where the writer stands, or after the first sentence, and joined again', () => {
    const list: Block[] = [
      { id: 'a', kind: 'item', level: 1, text: 'Keeps books. Writes letters.', percentOfTime: 30 },
    ];
    const parted = splitBlock(list, 'a', null, 'n');
    expect(parted.map(({ text }) => text)).to.deep.equal(['Keeps books.', 'Writes letters.']);
    expect(parted[0]).to.include({ id: 'a', percentOfTime: 30 });
    expect(splitBlock(list, 'a', 5, 'n').map(({ text }) => text)).to.deep.equal([
      'Keeps',
      'books. Writes letters.',
    ]);
    expect(splitBlock(list, 'a', 0, 'n')).to.equal(list);
    expect(actOnBlock(parted, 'join', 'n')).to.deep.equal(list);
  });

  it('lose the link to a shared text when they no longer say it', () => {
    const list: Block[] = [
      { id: 'a', kind: 'paragraph', text: 'One.' },
      { id: 'b', kind: 'clause', text: 'Two. Three.', sharedId: 'clause-two' },
    ];
    expect(splitBlock(list, 'b', null, 'n')[1]).to.deep.equal({ id: 'b', kind: 'clause', text: 'Two.' });
  });

  it('an entry taken out leaves what was nested under it as entries', () => {
    expect(levels(actOnBlock([item('a'), item('b', 2), item('c', 2)], 'remove', 'a'))).to.equal('12');
  });

  it('keep every word and every id through any run of acts but a removal', () => {
    const acts = fc.array(fc.record({ act: fc.constantFrom(...blockActs), at: fc.nat({ max: 11 }) }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(lists, acts, (list, deeds) => {
        let now: readonly Block[] = list;
        for (const { act, at } of deeds.filter((deed) => deed.act !== 'remove')) {
          const id = now[at % now.length]?.id ?? '';
          const possible = isPossible(now, act, id);
          const next = actOnBlock(now, act, id);
          expect(next !== now).to.equal(possible);
          if (act === 'up' && possible)
            expect(ids(actOnBlock(next, 'down', id)).length).to.equal(ids(now).length);
          now = next;
          expect(grounded(now)).to.deep.equal(now);
        }
        const words = (blocks: readonly Block[]) =>
          blocks
            .flatMap(({ text }) => text.split(' '))
            .sort()
            .join(' ');
        expect(words(now)).to.equal(words(list));
      }),
    );
  });
});
