// A person's own expression: found like any other, stopped when it would run for ever, and told when it cannot be read.
import { expect } from 'chai';
import { findExpression } from '../../server/expressions/find.ts';

describe('an expression of a person’s own', () => {
  it('is found in each text, with its groups', async () => {
    const found = await findExpression('(\\w+)-year', false, ['nothing', 'A Five-Year plan, a two-year one']);
    expect(found).to.have.property('groups', 1);
    expect('matches' in found && [...found.matches]).to.deep.equal([
      [
        1,
        [
          { start: 2, end: 11, groups: ['Five'] },
          { start: 20, end: 28, groups: ['two'] },
        ],
      ],
    ]);
  });

  it('keeps the case where asked, and finds nothing where it is empty', async () => {
    const found = await findExpression('five|b*', true, ['Five', 'five']);
    expect('matches' in found && [...found.matches.keys()]).to.deep.equal([1]);
  });

  for (const [pattern, why] of [
    ['(', /Unterminated group/],
    ['[z-a]', /Range out of order/],
    ['\\p{Nothing}', /Invalid property name/],
    ['(?<a>x)\\k<b>', /Invalid named/],
  ] as const) {
    it(`is told what is wrong with ${pattern}`, async () => {
      const found = await findExpression(pattern, false, ['text']);
      expect(found)
        .to.have.property('problem')
        .that.matches(why)
        .and.matches(/cannot be read/);
    });
  }

  const endless = ['(a+)+$', '(a|a)*b', '(.*)*\\1x', '((a{1,50}){1,50}){1,50}b'];
  for (const pattern of endless) {
    it(`is stopped in time where it would not end: ${pattern}`, async () => {
      const begun = performance.now();
      let answered = 0;
      const ticking = setInterval(() => (answered += 1), 5);
      const found = await findExpression(pattern, false, [`${'a'.repeat(5000)}!`], 300);
      clearInterval(ticking);
      expect(performance.now() - begun).to.be.below(2500);
      expect(found).to.have.property('problem').that.is.a('string');
      expect(answered).to.be.greaterThan(5);
    });
  }

  it('waits for its turn, and every search is answered', async () => {
    const all = await Promise.all(
      Array.from({ length: 6 }, (_, index) => findExpression(`${index}`, false, ['0 1 2 3 4 5'])),
    );
    expect(all.filter((found) => 'matches' in found && found.matches.size === 1)).to.have.length(6);
  });

  it('is refused where it is found too often', async () => {
    expect(await findExpression('a', false, ['a'.repeat(60_000)])).to.have.property('problem');
  });
});
