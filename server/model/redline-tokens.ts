// The words and marks of a text for a redline. Two tokens are the same when their keys are: curly and straight quotes,
// every dash and every run of spaces are folded, so that what Word does to a text by itself is no change of it.

export interface Token {
  /** As it was written. */
  readonly text: string;
  /** What it is compared by. */
  readonly key: string;
}

/** A word with its inner apostrophes and hyphens and a trailing '(s)'; a number with its inner marks; '(5)'; spaces; one mark. */
const token =
  /[\p{L}\p{N}\p{M}]+(?:(?:'|-{1,3}|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{N}\p{M}]+)*(?:\(s\))?|\(\p{N}+\)|\s+|\.{3}|-{2,3}|./gsu;

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const [folded] of fold(text).matchAll(token)) {
    tokens.push({ text: text.slice(at, at + folded.length), key: keyOf(folded) });
    at += folded.length;
  }
  return tokens;
}

/** How many words a text has, as tokens count them. */
export function wordCount(text: string): number {
  return tokensOf(text).filter(({ key }) => /[\p{L}\p{N}]/u.test(key)).length;
}

/** One character for one, so that a place in the folded text is the same place in the text. */
function fold(text: string): string {
  return text
    .replace(/[\u2018-\u201b\u02bc\u2032]/g, "'")
    .replace(/[\u201c-\u201f\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-')
    .replace(/\s/g, ' ');
}

function keyOf(folded: string): string {
  if (folded.startsWith(' ')) return ' ';
  if (folded === '...') return '…';
  return folded.replace(/-+/g, '-').normalize('NFC');
}
