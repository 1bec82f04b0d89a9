// A term and its definition on one line: "Carrying: Transporting or moving an object."

export interface SplitTerm {
  readonly term: string;
  readonly text: string;
}

const separator = /\s(?:-{1,2}|–|—)\s|(?<!\d)[–—](?!\d)|:(?=\s)/;

/** The term before the first dash or colon; null where what stands before is no term of at most six words. */
export function splitTerm(line: string): SplitTerm | null {
  const match = separator.exec(line.slice(0, 120));
  if (!match) return null;
  const term = line.slice(0, match.index).trim();
  const text = line.slice(match.index + match[0].length).trim();
  if (!/^[\p{Lu}\p{N}]/u.test(term) || /[.;!?]/.test(term) || !/[\p{L}\p{N}]/u.test(text)) return null;
  const words = term.split(/\s+/).length;
  // "If you get blocked - you ask." is a sentence.
  const isSentence = words > 3 && match[0] !== ':' && /^\p{Ll}/u.test(text);
  return term.length <= 80 && words <= 6 && !isSentence ? { term, text } : null;
}
