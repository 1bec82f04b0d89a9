// Subjects that a copied list of demands names although the work has nothing to do with them: the marks of a leftover.

export interface Telltale {
  readonly name: string;
  readonly word: RegExp;
}

export const telltales: readonly Telltale[] = Object.freeze([
  { name: 'animals', word: /\banimals?\b/i },
  { name: 'firearms', word: /\b(?:firearms?|weapons?)\b/i },
  { name: 'aircraft', word: /\b(?:aircraft|airplanes?)\b/i },
  { name: 'patients', word: /\bpatients?\b/i },
  { name: 'inmates', word: /\b(?:inmates?|prisoners?)\b/i },
]);

/** What a text names that the text of the work does not. */
export function leftoversIn(text: string, work: string): Telltale[] {
  return telltales.filter(({ word }) => word.test(text) && !word.test(work));
}
