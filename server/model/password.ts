// What a password must be: long rather than complicated, and not one that others guess first (NIST SP 800-63B).
import { commonPhrases, commonWords, rowsOfKeys } from './common-passwords.ts';

export const shortestPassword = 15;
export const longestPassword = 200;

export type PasswordFault = 'too-short' | 'too-long' | 'too-common' | 'too-personal';

export const passwordSentences: Readonly<Record<PasswordFault, string>> = Object.freeze({
  'too-short': `Use at least ${shortestPassword} characters. Four or five words that do not belong together are easy to remember.`,
  'too-long': `Use at most ${longestPassword} characters.`,
  'too-common': 'This password is one that is guessed first. Choose words that do not belong together.',
  'too-personal':
    'This password is made of names that others know: yours or your employer’s. Choose other words.',
});

/** `known` are names that a guesser knows: the person's, their email, the employer's. */
export function passwordFault(password: string, known: readonly string[]): PasswordFault | null {
  const length = [...password.normalize('NFC')].length;
  if (length < shortestPassword) return 'too-short';
  if (length > longestPassword) return 'too-long';
  const plain = plainLetters(password);
  if (isGuessedFirst(plain)) return 'too-common';
  const names = known.flatMap((name) => [
    plainLetters(name),
    ...name.split(/[^\p{L}\p{N}]+/u).map(plainLetters),
  ]);
  const rest = without(
    plain,
    names.filter((name) => name.length >= 3),
  );
  return rest !== plain && distinct(rest) < 6 ? 'too-personal' : null;
}

const swaps: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Lower case, without marks and spaces, in both readings: '4' may be a digit or stand for 'a'. */
function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@$!]/gu, '');
}

function unswapped(plain: string): string {
  return [...plain].map((letter) => swaps[letter] ?? letter).join('');
}

function isGuessedFirst(plain: string): boolean {
  return [plain.replace(/[@$!]/g, ''), unswapped(plain)].some((text) => {
    const unit = repeatedUnit(text);
    return unit.length <= 8 || isRun(text) || commonPhrases.has(text) || isCommonWithTail(text);
  });
}

/** 'abcabcab' → 'abc'; the text itself where nothing repeats. */
function repeatedUnit(text: string): string {
  for (let length = 1; length < text.length; length += 1) {
    const unit = text.slice(0, length);
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return unit;
  }
  return text;
}

/** Along the keyboard, the alphabet or the digits, forward or back. */
function isRun(text: string): boolean {
  return rowsOfKeys.some((row) => {
    const round = row.repeat(Math.ceil(text.length / row.length) + 1);
    return round.includes(text) || [...round].reverse().join('').includes(text);
  });
}

/** Words that everybody uses and little else: 'password', 'welcome', then digits. */
function isCommonWithTail(text: string): boolean {
  const rest = without(text, commonWords);
  return rest !== text && distinct(rest.replace(/\d/g, '')) < 5;
}

function without(text: string, words: readonly string[]): string {
  const longestFirst = [...words].sort((one, other) => other.length - one.length);
  return longestFirst.reduce((rest, word) => rest.replaceAll(word, ' '), text).replaceAll(' ', '');
}

function distinct(text: string): number {
  return new Set(text).size;
}
