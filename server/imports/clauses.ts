// Standing text that many classes share and that is no duty of its own: recognised here, its wording kept.

const clauses: readonly RegExp[] = [
  /^(?:perform(?:s|ing)?|does|do|undertakes?|assumes?|carries out|other)\b.{0,60}\b(?:related (?:duties|work|tasks|assignments|functions)|(?:duties|work|tasks|assignments|functions)(?: [\w-]+){0,4} as (?:assigned|required|needed|directed|necessary))\b.{0,80}$/i,
  /\bre-?deploy(?:ed|ment)\b.{0,200}\b(?:emergency|capacit)/i,
  /\bdisaster service workers?\b/i,
  /\bany one position may not include all\b/i,
  /\ballocation of (?:a )?positions? (?:will|shall|is to) be determined\b/i,
  /\b(?:not (?:intended to be )?(?:an? )?(?:all[ -]inclusive|exhaustive)|(?:not|do not) (?:necessarily )?include all (?:of the )?(?:duties|tasks|work))\b/i,
  /\bphysical demands are a general guide\b/i,
  /\bmay be required to (?:\w+ ){0,6}?(?:assume|perform) (?:\w+ ){0,4}?duties (?:outside|not )/i,
];

export function isClause(text: string): boolean {
  return text.length <= 1200 && clauses.some((clause) => clause.test(text));
}
