// The redline of two classes: the ids of their blocks say nothing of each other, so that words decide what is the same.
import { expect } from 'chai';
import fc from 'fast-check';
import type { Block, Specification } from '../../schemas/types.ts';
import { redlineOfClasses } from '../../server/model/redline-classes.ts';
import { applied, undone } from '../../server/model/redline-runs.ts';
import { clerk, settings } from './dock-clerk.ts';

function withDuties(...texts: string[]): Specification {
  const blocks = texts.map((text, index): Block => ({ id: `b${index + 1}`, kind: 'item', level: 1, text }));
  return { ...clerk, sections: { duties: { state: 'text', blocks } }, additional: [] };
}

function duties(before: Specification, after: Specification) {
  const { sections } = redlineOfClasses(before, after, settings);
  return sections.find(({ key }) => key === 'duties')?.blocks ?? [];
}

describe('the redline of two classes', () => {
  it('finds a duty under another id, reworded too', () => {
    const before = withDuties('Weighs cargo on the pier.', 'Keeps the register of ships that arrive.');
    const after = withDuties(
      'Keeps and audits the register of ships that arrive.',
      'Weighs cargo on the pier.',
      'Speaks for the harbor.',
    );
    const found = duties(before, after).map(({ change, runs }) => `${change}: ${applied(runs)}`);
    expect(found.filter((each) => /register|Weighs/.test(each))).to.not.satisfy((all: string[]) =>
      all.some((each) => /^(inserted|deleted)/.test(each)),
    );
    expect(found).to.include('inserted: Speaks for the harbor.');
  });

  it('takes nothing for the same because its id is', () => {
    const blocks = duties(withDuties('Weighs cargo.'), withDuties('Answers letters politely.'));
    expect(blocks.map(({ change }) => change)).to.deep.equal(['deleted', 'inserted']);
  });

  it('calls series by their titles, and by their ids where they have none', () => {
    const within = (id: string, level: number) => ({ ...withDuties(), series: { id, level } });
    const titles = new Map([['dock-work', 'Dock Work']]);
    const { sections } = redlineOfClasses(within('dock-work', 1), within('harbor', 2), settings, titles);
    const [series] = sections.find(({ key }) => key === 'series')?.facts ?? [];
    expect(series).to.include({ from: 'Dock Work, level 1', to: 'harbor, level 2' });
  });

  it('matches additional sections by their heading', () => {
    const extra = (id: string, heading: string) => ({
      ...withDuties(),
      additional: [{ id, heading, blocks: [{ id: 'x1', kind: 'paragraph' as const, text: 'At night.' }] }],
    });
    const { sections } = redlineOfClasses(extra('a1', 'Hours'), extra('a2', 'HOURS'), settings);
    const [hours, ...others] = sections.filter(({ key }) => key.startsWith('additional.'));
    expect(others).to.deep.equal([]);
    expect(hours?.facts.map(({ label }) => label)).to.deep.equal(['Heading']);
    const apart = redlineOfClasses(extra('a1', 'Hours'), extra('a1', 'Tools'), settings).sections;
    const found = apart.filter(({ key }) => key.startsWith('additional.'));
    expect(found.map(({ change }) => change)).to.deep.equal(['inserted', 'deleted']);
    expect(new Set(found.map(({ key }) => key)).size).to.equal(2);
  });

  it('loses and invents nothing', () => {
    const text = fc.array(fc.constantFrom('weighs', 'cargo', 'keeps', 'the', 'register', 'of', 'ships'), {
      minLength: 1,
      maxLength: 8,
    });
    const texts = fc.array(
      text.map((words) => words.join(' ')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const blocks = duties(withDuties(...before), withDuties(...after));
        const now = blocks.filter(({ to }) => to !== null).map(({ runs }) => applied(runs));
        const was = blocks.filter(({ from }) => from !== null).map(({ runs }) => undone(runs));
        expect(now).to.deep.equal(after);
        expect(was.sort()).to.deep.equal([...before].sort());
      }),
    );
  });
});
