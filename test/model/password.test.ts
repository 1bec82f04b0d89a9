// Passwords: length is what counts, and what is guessed first is refused however long it is.
import { expect } from 'chai';
import fc from 'fast-check';
import { commonPhrases, commonWords } from '../../server/model/common-passwords.ts';
import { passwordFault, type PasswordFault, passwordSentences } from '../../server/model/password.ts';

const known = ['Ada Maria Quist', 'ada.quist@city.gov', 'City of Larkhaven'];

const refused: readonly (readonly [password: string, fault: PasswordFault])[] = [
  ['', 'too-short'],
  ['fourteen chars', 'too-short'],
  ['🧑🏽‍🚒🧑🏽‍🚒🧑🏽‍🚒', 'too-short'],
  ['x'.repeat(201), 'too-long'],
  ['aaaaaaaaaaaaaaaa', 'too-common'],
  ['abababababababab', 'too-common'],
  ['passwordpassword', 'too-common'],
  ['Sommer24Sommer24', 'too-common'],
  ['123456789012345', 'too-common'],
  ['987654321098765', 'too-common'],
  ['qwertyuiopasdfgh', 'too-common'],
  ['abcdefghijklmnop', 'too-common'],
  ['1qaz2wsx3edc4rfv', 'too-common'],
  ['correct horse battery staple', 'too-common'],
  ['Correct-Horse-Battery-Staple!', 'too-common'],
  ['Password123456789', 'too-common'],
  ['P@ssw0rd!P@ssw0rd!', 'too-common'],
  ['Welcome2024Welcome', 'too-common'],
  ['AdminAdminPassword1', 'too-common'],
  ['ChangeMe!ChangeMe!', 'too-common'],
  ['adamariaquist1234', 'too-personal'],
  ['Ada.Quist@city.gov', 'too-personal'],
  ['CityOfLarkhaven2024', 'too-personal'],
];

const taken = [
  'lanterns over the harbor',
  'purple staplers orbit quietly',
  'Larkhaven has nineteen bridges and one ferry',
  'köstliche Äpfel reifen',
  'my cat sleeps under seven clouds',
  'Tj7#vLq9!mWx2@pZ',
  'the password of the day is marmalade',
];

describe('passwords', () => {
  for (const [password, fault] of refused) {
    it(`${password.slice(0, 30) || 'nothing'} is ${fault}`, () =>
      expect(passwordFault(password, known)).to.equal(fault));
  }
  for (const password of taken) {
    it(`${password} is taken`, () => expect(passwordFault(password, known)).to.equal(null));
  }

  it('every listed phrase is refused, in any case and with marks between', () => {
    for (const phrase of commonPhrases) {
      if (phrase.length < 15) continue;
      expect(passwordFault(phrase.toUpperCase(), []), phrase).to.equal('too-common');
      expect(passwordFault(phrase.split('').join('-'), []), phrase).to.equal('too-common');
    }
    for (const word of commonWords) {
      expect(passwordFault(`${word}${'1234567890123'}`, []), word).to.be.oneOf(['too-common', 'too-short']);
    }
  });

  it('anything shorter than fifteen characters is refused, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 14 }), (text) => passwordFault(text, known) === 'too-short'),
    );
  });

  it('words that do not belong together are taken', () => {
    const word = fc.constantFrom('marble', 'otter', 'ladder', 'velvet', 'comet', 'ginger', 'pylon', 'walnut');
    const phrase = fc.uniqueArray(word, { minLength: 4, maxLength: 6 });
    fc.assert(fc.property(phrase, (words) => passwordFault(words.join(' '), known) === null));
  });

  it('every fault has a sentence', () => {
    for (const sentence of Object.values(passwordSentences)) expect(sentence).to.match(/\.$/);
  });
});
