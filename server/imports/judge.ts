// Is this a class specification? Judged by evidence counted over the text, never by its name: headings and facts
// of a specification against the signs of a posting, an article or a list of openings.
import type { Heading } from './headings.ts';
import type { Part } from './parts.ts';
import { refused, type RefusedText } from './refusal.ts';
import { signsIn, type Sign, type SignKind } from './signs.ts';
import { knownFacts, loneLabel } from './facts.ts';
import { lettersOf, type SourceLine } from './source-line.ts';

const advice = 'Import the class specification itself.';

/** Headings that postings and articles have as well count little. */
const ordinary =
  /^(?:(?:essential |key |job |primary |main )?(?:duties|responsibilities|functions|job functions)|(?:essential )?duties (?:and|&) responsibilities|(?:minimum |required |preferred |desired |desirable )?(?:qualifications|requirements)|requirements\/minimum qualifications|(?:required )?(?:education|experience|skills)|(?:education|experience|skills|knowledge) ?(?:and|&|\/) ?(?:education|experience|skills|abilities)|experience required|knowledge, skills,? (?:and|&) abilities|(?:job |position |general )?summary|job overview|examination|selection process|special requirements|licenses?.{0,20}|physical requirements|work(?:ing)? (?:environment|conditions)|reports to|supervisory responsibilities|assessment|(?:core )?competencies|background checks?)$/i;
/** Headings that only classification work has, though no section of a plan takes them. */
const ownWords =
  /^(series (?:concept|narrative)|standard classification factors|descriptions? of levels of work|specialty areas|promotional line|class(?:ification)? specifications?|class titles?|abolished date|date abolished)(?:\s*:|\s*$|\s+for\b)/i;

const nouns: Readonly<Record<SignKind, string>> = {
  posting: 'a job posting',
  article: 'an article or template about a job',
  openings: 'a list of several openings',
};

/** What a text is read for. Beside ours, a text may call its sections what it likes, as long as it has some. */
export type Purpose = 'plan' | 'comparison';

export function judge(
  parts: readonly Part[],
  lines: readonly SourceLine[],
  purpose: Purpose,
): RefusedText | null {
  if (isNoise(lines)) {
    return refused(
      'noise',
      `This file holds few readable words, so no specification can be read from it. ${advice}`,
    );
  }
  const own = evidenceFor(parts, lines);
  const signs = signsIn(lines);
  const against = signs.reduce((sum, { weight }) => sum + weight, 0);
  if (own.weight >= 1 && own.weight > against) return null;
  if (against >= 2) return lookalike(signs, own.headings);
  const isDivided = parts.filter(({ heading }) => heading !== null).length > 1;
  return purpose === 'comparison' && isDivided ? null : unknown(own.headings);
}

interface Evidence {
  readonly weight: number;
  readonly headings: number;
}

function evidenceFor(parts: readonly Part[], lines: readonly SourceLine[]): Evidence {
  const weights = new Map<string, number>();
  for (const { heading } of parts) {
    if (heading) note(heading);
  }
  for (const { text } of lines) {
    const own = ownWords.exec(text.trim().slice(0, 120))?.[1];
    if (own) weights.set(own.toLowerCase(), 1);
  }
  const headings = weights.size;
  const facts = new Set(lines.flatMap(({ text }) => factsOn(text)));
  const weight = [...weights.values()].reduce((sum, each) => sum + each, 0) + Math.min(facts.size, 4) * 0.5;
  return { weight: headings === 0 && facts.size < 2 ? 0 : weight, headings };

  function note({ target, words }: Heading): void {
    if (target === 'additional') return;
    const weight = ordinary.test(words) ? 0.5 : 1.5;
    weights.set(target, Math.max(weights.get(target) ?? 0, weight));
  }
}

function factsOn(text: string): string[] {
  const facts = knownFacts(text);
  const label = facts.length === 0 ? loneLabel(text) : null;
  return [...facts, ...(label ? [label] : [])].flatMap(({ field, label: name }) =>
    field === 'other' || /^(?:salary|title|department|effective)/i.test(name) ? [] : field,
  );
}

function isNoise(lines: readonly SourceLine[]): boolean {
  const text = lines.map((line) => line.text).join('\n');
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const letters = lettersOf(text).length;
  const visible = text.replace(/\s+/g, '').length;
  const lengths = words.reduce((sum, word) => sum + word.length, 0);
  return words.length < 8 || letters < visible * 0.5 || lengths / words.length > 15;
}

function lookalike(signs: readonly Sign[], headings: number): RefusedText {
  const weights = new Map<SignKind, number>();
  for (const { kind, weight } of signs) weights.set(kind, (weights.get(kind) ?? 0) + weight);
  const kind = [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'posting';
  const told = signs
    .filter((sign) => sign.kind === kind)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3);
  const evidence = told.map(({ words, line }) => `"${words}" in line ${line}`).join(', ');
  return refused(
    nouns[kind],
    `This looks like ${nouns[kind]} (${evidence}) and has ${headings === 0 ? 'none' : `only ${headings}`} of the headings of a class specification. ${advice}`,
  );
}

function unknown(headings: number): RefusedText {
  return refused(
    'text without the headings of a class specification',
    `${headings === 0 ? 'No heading' : `Only ${headings} weak heading${headings === 1 ? '' : 's'}`} of a class specification, such as Definition or Examples of Duties, stands in this file, so its sections cannot be told apart. Put each heading on a line of its own and import the file again.`,
  );
}
