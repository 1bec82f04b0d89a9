// How a thread stands follows from its entries alone, and counting loses none.
import { expect } from 'chai';
import fc from 'fast-check';
import {
  countByPlace,
  isDiscussed,
  isOpen,
  openBySection,
  openThreadsInWords,
  type Thread,
  type ThreadAct,
} from '../../server/model/thread.ts';
import { steps } from '../../server/model/workflow.ts';

const acts = fc.array(fc.constantFrom<ThreadAct>('write', 'resolve', 'reopen'), { maxLength: 12 });
const places = fc.constantFrom(
  '',
  'title',
  'sections.duties',
  'sections.duties.b7',
  'sections.duties.b8',
  'additional.a1',
);

function threadOf(place: string, entries: readonly ThreadAct[]): Thread {
  const at = '2026-11-22T15:00:00.000Z';
  return {
    ...{ id: 1, action: 'CN1', classId: 'class-x', place, quote: null },
    entries: [
      { at, by: 'ada', act: 'write', text: 'So.' },
      ...entries.map((act) => ({ at, by: 'ada', act, text: 'x' })),
    ],
  };
}

describe('a thread', () => {
  it('is open from its beginning until it is resolved, and again when it is reopened', () => {
    fc.assert(
      fc.property(acts, (entries) => {
        let open = true;
        for (const act of entries) open = act === 'write' ? open : act === 'reopen';
        expect(isOpen(threadOf('', entries))).to.equal(open);
      }),
    );
  });

  it('is counted once, under its place', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(places, acts), { maxLength: 30 }), (stated) => {
        const threads = stated.map(([place, entries]) => threadOf(place, entries));
        const counts = countByPlace(threads);
        for (const [place, { open, resolved }] of counts) {
          const own = threads.filter((thread) => thread.place === place);
          expect([open, resolved]).to.deep.equal([
            own.filter(isOpen).length,
            own.filter((thread) => !isOpen(thread)).length,
          ]);
        }
        expect(counts.size).to.equal(new Set(threads.map(({ place }) => place)).size);
      }),
    );
  });

  it('on an entry is one of its section', () => {
    const counts = countByPlace([
      threadOf('sections.duties', []),
      threadOf('sections.duties.b7', []),
      threadOf('sections.duties.b8', ['resolve']),
      threadOf('sections.summary', ['resolve']),
      threadOf('', []),
    ]);
    expect([...openBySection(counts)]).to.deep.equal([
      ['sections.duties', 2],
      ['', 1],
    ]);
  });

  it('is closed with its action', () => {
    expect(steps.filter(isDiscussed)).to.deep.equal(['draft', 'in review', 'posted']);
    expect([1, 2].map(openThreadsInWords)).to.deep.equal(['1 open thread', '2 open threads']);
  });
});
