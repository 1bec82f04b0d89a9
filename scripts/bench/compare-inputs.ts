// What comparisons are measured on: texts of the sample plan at common sizes, and made-up ones of sizes that nobody sends in
// earnest.
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import type { Block, Specification } from '../../schemas/types.ts';
import { amended, putTogether } from './six-pages.ts';
import type { MatrixInput, RedlineInput } from './tasks.ts';

const plan = readSamplePlan();

/** The latest texts of a series from the lowest level up. */
function levelsOf(id: string): Specification[] {
  const latest = new Map(plan.classes.map(({ classId, specification }) => [classId, specification]));
  return [...latest.values()]
    .filter(({ series }) => series?.id === id)
    .sort((one, other) => (one.series?.level ?? 0) - (other.series?.level ?? 0));
}

/** Two series of technology, five levels and three. */
export function eightLevels(): MatrixInput {
  const texts = [...levelsOf('it-management'), ...levelsOf('systems-administration')];
  return { columns: texts.map((body) => ({ body, pay: null })), settings: plan.settings };
}

export function sixPages(): RedlineInput {
  const [first, second] = levelsOf('systems-administration');
  if (!first || !second) throw new Error('The sample plan has no two levels of Systems Administration');
  const before = putTogether([first, second]);
  return { before, after: amended(before), settings: plan.settings };
}

/** Two texts of ten thousand duties each, and two of one sentence, as each task takes them. */
export function hostileInputs() {
  const duties = [manyDuties('Reviews'), manyDuties('Approves')] as const;
  const sentences = [[longSentence('reviews')], [longSentence('approves')]] as const;
  return {
    align: { duties, sentences },
    matrix: { duties: matrixOfDuties(duties), sentences: matrixOfDuties(sentences) },
    redline: { duties: redlineOfDuties(duties), sentences: redlineOfDuties(sentences) },
  };
}

function manyDuties(verb: string): string[] {
  return Array.from(
    { length: 10_000 },
    (_, index) => `${verb} the accounts of office ${(index * 7_919) % 10_007}.`,
  );
}

/** A million characters without an end in between. */
function longSentence(verb: string): string {
  const clauses = Array.from(
    { length: 40_000 },
    (_, index) => `${verb} account ${(index * 7_919) % 40_009},`,
  );
  return `${clauses.join(' ').padEnd(1_000_000, ' and more').slice(0, 999_999)}.`;
}

type TwoLists = readonly [readonly string[], readonly string[]];

function matrixOfDuties([one, other]: TwoLists): MatrixInput {
  const columns = [withDuties(one, 'b'), withDuties(other, 'c')].map((body) => ({ body, pay: null }));
  return { columns, settings: plan.settings };
}

function redlineOfDuties([before, after]: TwoLists): RedlineInput {
  return { before: withDuties(before, 'b'), after: withDuties(after, 'c'), settings: plan.settings };
}

function withDuties(duties: readonly string[], prefix: string): Specification {
  const blocks = duties.map((text, index): Block => ({
    id: `${prefix}${index}`,
    kind: 'item',
    level: 1,
    text,
  }));
  return {
    code: 'T1',
    title: 'Text',
    series: null,
    sections: { duties: { state: 'text', blocks } },
    additional: [],
  };
}
