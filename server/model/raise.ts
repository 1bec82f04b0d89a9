// Whether a passage asks more than the one a level below, by the words that were exchanged and by nothing else. Each ladder
// is a row of words that rise; a rise is told with the two words that show it, and where one ladder falls there is none.
import { numberOf, numberWords } from './number-words.ts';

/** 'work group' → 'operation' */
export interface Rise {
  readonly from: string;
  readonly to: string;
}

interface Rung {
  readonly height: number;
  readonly words: RegExp;
}

function ladder(...rungs: readonly string[]): readonly Rung[] {
  return rungs.map((words, height) => ({ height, words: new RegExp(`\\b(?:${words})\\b`, 'i') }));
}

/** The verb that a duty begins with. */
const responsibility = ladder(
  'assists?|helps?|observes?|shows?',
  'performs?|carries out|prepares?|processes|records?|maintains?|operates?|repairs?|answers?|monitors?|tracks?|applies|enters?|posts?',
  'coordinates?|guides?|leads?|reviews?',
  'supervises?|oversees?',
  'manages?',
  'directs?|establishes',
);
const span = ladder(
  "an? (?:technology )?work group|one work group|the work group(?:'s)?|a crew|the crew|a shift",
  "work groups|crews|shifts|an operation|one operation|the operation(?:'s)?",
  'operations|districts?|a branch|the branch',
  "(?:a|the|one) division(?:'s)?|functions",
  'all (?:\\w+ )?divisions|divisions',
  "citywide|whole city|the city's|all departments",
);
const whom = ladder(
  'apprentices|technicians|technical employees|support staff',
  'supervisors|crew leaders',
  'managers',
  'directors',
  'division directors|executives',
);
const horizon = ladder('daily', 'weekly', 'monthly', 'yearly|annual', 'multi-year|long-range|several years');

/** Of ladders where the lowest words also stand inside higher ones, the highest that fits counts. */
function heightIn(rungs: readonly Rung[], text: string): { height: number; word: string } | null {
  const highest = rungs.findLast(({ words }) => words.test(text));
  const [word] = highest?.words.exec(text) ?? [];
  return highest && word !== undefined ? { height: highest.height, word } : null;
}

/** null where nothing shows a rise, or something shows a fall. */
export function riseBetween(before: string, after: string): Rise | null {
  const steps = [
    stepOf(responsibility, opening(before), opening(after)),
    stepOf(span, before, after),
    stepOf(whom, before, after),
    stepOf(horizon, before, after),
    stepOfNumber(before, after),
  ].filter((step) => step !== null);
  if (steps.some(({ by }) => by < 0)) return null;
  const rise = steps.find(({ by }) => by > 0);
  return rise ? { from: rise.from, to: rise.to } : null;
}

interface Step extends Rise {
  readonly by: number;
}

function stepOf(rungs: readonly Rung[], before: string, after: string): Step | null {
  const [low, high] = [heightIn(rungs, before), heightIn(rungs, after)];
  return low && high && { by: high.height - low.height, from: low.word, to: high.word };
}

function opening(text: string): string {
  return /^\P{L}*\p{L}+(?: out)?/u.exec(text)?.[0] ?? '';
}

const number = new RegExp(`\\b(?:\\d{1,7}|${numberWords})\\b`, 'gi');

/** Where both say the same but for one number. */
function stepOfNumber(before: string, after: string): Step | null {
  const [low, high] = [before, after].map((text) => text.match(number) ?? []);
  const isOtherwiseSame = before.replace(number, '#') === after.replace(number, '#');
  const at = low?.findIndex((each, index) => each !== high?.[index]) ?? -1;
  const [from, to] = [low?.[at], high?.[at]];
  if (!isOtherwiseSame || from === undefined || to === undefined) return null;
  return { by: valueOf(to) - valueOf(from), from, to };
}

function valueOf(figure: string): number {
  return numberOf(figure) ?? Number(figure);
}
