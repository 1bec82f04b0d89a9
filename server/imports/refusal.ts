// A document that is not imported, and the sentence that says why and what to do instead.

export interface RefusedText {
  readonly outcome: 'refused';
  /** What the document looks like, as a noun phrase: "a job posting". */
  readonly looksLike: string;
  readonly sentence: string;
}

export function refused(looksLike: string, sentence: string): RefusedText {
  return { outcome: 'refused', looksLike, sentence };
}
