// A revision in one word, and a hash as people paste it.
import { expect } from 'chai';
import fc from 'fast-check';
import { readHash } from '../../server/model/pasted-hash.ts';
import { nameOfRevision, readRevisionName, shortPath } from '../../server/model/revision-name.ts';

describe('the name of a revision', () => {
  it('is read back as it was written, whatever the code', () => {
    const code = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9.-]{0,15}$/);
    fc.assert(
      fc.property(code, fc.integer({ min: 1, max: 999_999 }), (of, number) => {
        expect(readRevisionName(nameOfRevision(of, number))).to.deep.equal({ code: of, number });
      }),
    );
    expect(shortPath('CI2788', 4)).to.equal('/v/CI2788.4');
  });

  for (const odd of [
    '',
    'CI2788',
    'CI2788.',
    '.4',
    'CI2788.0',
    'CI2788.04',
    'CI 2788.4',
    'CI2788.4.pdf',
    '<b>.4',
  ])
    it(`is not “${odd}”`, () => expect(readRevisionName(odd)).to.equal(null));
});

describe('a pasted hash', () => {
  const hash = 'ab12'.repeat(16);
  const grouped = hash.replace(/../g, '$& ').trim();
  const pasted = {
    alone: hash,
    'in upper case': ` ${hash.toUpperCase()}\n`,
    'in groups': grouped,
    'with colons': grouped.replaceAll(' ', ':'),
    'as sha256sum prints it': `${hash}  CI2788.pdf`,
    'as shasum prints it for BSD': `SHA256 (CI2788.pdf) = ${hash}`,
    'as certutil prints it': `SHA256 hash of CI2788.pdf:\n${hash}\nCertUtil: completed successfully.`,
  };
  for (const [how, text] of Object.entries(pasted))
    it(`is read ${how}`, () => expect(readHash(text)).to.equal(hash));

  const odd = ['', 'abc', hash.slice(1), `${hash}0`, 'g'.repeat(64), `${hash} ${'0'.repeat(64)}`];
  for (const text of odd)
    it(`is not “${text.slice(0, 40)}” (${text.length})`, () => expect(readHash(text)).to.equal(null));
});
