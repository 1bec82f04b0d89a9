// Every schema compiles, and what a line and a text of the plan may hold: no control character, at least one that can be seen.
import { expect } from 'chai';
import { problemsOf, schemaNames } from '../server/schemas.ts';

const withText = (text: string) => ({
  code: null,
  title: 'T',
  series: null,
  sections: { summary: { state: 'text', blocks: [{ id: 'b1', kind: 'paragraph', text }] } },
  additional: [{ id: 'b2', heading: text.slice(0, 300), blocks: [{ id: 'b3', kind: 'paragraph', text }] }],
});
const placesOf = (text: string) => [
  ...new Set(problemsOf('specification.schema.json', withText(text)).map(({ at }) => at)),
];

describe('the schemas', () => {
  for (const name of schemaNames)
    it(`${name} can be used`, () => expect(() => problemsOf(name, null)).not.to.throw());
});

describe('texts and lines', () => {
  for (const text of ['Bell here', 'x', '  Née à Zürich ', 'Ring 🔔'])
    it(`${JSON.stringify(text)} is taken`, () => expect(placesOf(text)).to.deep.equal([]));

  const every = ['/sections/summary/blocks/0/text', '/additional/0/heading', '/additional/0/blocks/0/text'];
  for (const text of ['Bell \u0007 here', '\u0007', 'a\nb', 'a\u007f', 'a\u0000', ' ', '\u00a0\u2003', ''])
    it(`${JSON.stringify(text)} is refused`, () => expect(placesOf(text)).to.include.members(every));

  it('many control characters, with or without more, are refused', () => {
    for (const text of ['\u0007'.repeat(120_000), `${'a'.repeat(120_000)}\u0007`, ' '.repeat(120_000)])
      expect(placesOf(text)).to.include('/sections/summary/blocks/0/text');
  });

  it('a title has no control character either', () => {
    const problems = problemsOf('specification.schema.json', { ...withText('x'), title: 'Bell \u0007 here' });
    expect(problems.map(({ at }) => at)).to.deep.equal(['/title']);
  });
});
