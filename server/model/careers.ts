// Where work in a class can lead: the next level of its series, and moves into other series that the two texts make likely. A
// reading of the texts and never a right. The rule, told on the page and in docs/careers.md: a move is shown where both texts
// say their education and years in words that can be read, the other asks for no more education and two more years at most,
// its pay begins between a tenth lower and a third higher, its degree is in one of the same fields, and it asks for
// experience in work of the same occupational group or in what this text speaks of. What cannot be read is not guessed.
import type { Grade, SectionKey, Specification } from '../../schemas/types.ts';
import type { ClassText } from './findings/plan-view.ts';
import { numberWords } from './number-words.ts';
import { type Education, educationAsked, yearsAsked } from './qualifications.ts';
import { proseOf } from './specification.ts';

export const careerRule = Object.freeze({
  mostYearsMore: 2,
  /** Of the pay at which this class begins: within it a move is lateral. */
  lateral: 0.1,
  mostHigher: 1 / 3,
  /** Words of the experience asked for that this text must have too, and their part by weight; tried on the sample plan. */
  leastWords: 2,
  leastShare: 0.3,
});

export interface CareerClass {
  readonly classId: string;
  readonly code: string;
  readonly title: string;
  readonly series: { readonly id: string; readonly level: number } | null;
  readonly group: string | null;
  /** At which the pay of a year begins; null where it is not known. */
  readonly pay: number | null;
  readonly education: Education | null;
  readonly years: number | null;
  /** What it asks for, in its own words; '' where it has none. */
  readonly asks: { readonly education: string; readonly experience: string };
  readonly asksLicense: boolean;
}

/** What another class asks and gives beyond this one; null where either text does not tell. */
export interface CareerStep {
  readonly to: CareerClass;
  /** In ranks: 0 the same. */
  readonly education: number | null;
  readonly years: number | null;
  /** 0.1 is a tenth more. */
  readonly pay: number | null;
}

export interface CareerMove extends CareerStep {
  readonly kind: 'lateral' | 'promotion';
  readonly isSameGroup: boolean;
  /** The most telling words of the experience asked for that this text has too. */
  readonly shared: readonly string[];
}

/** Words in one number, each with the word as it is written. */
type Words = ReadonlyMap<string, string>;

interface Read {
  readonly career: CareerClass;
  /** The words that say what people do. */
  readonly work: Words;
  readonly experience: Words;
  readonly fields: Words;
}

export interface CareerIndex {
  readonly classes: ReadonlyMap<string, Read>;
  /** In how many requirements of experience a word stands. */
  readonly holders: ReadonlyMap<string, number>;
}

/** Duties name too many things in passing. */
const telling: readonly SectionKey[] = ['summary', 'experience'];
const mostShared = 4;

/** What requirements are made of besides the kind of work. */
const unsaid = new Set(
  `experience work working year month full time level professional progressive responsible responsibility similar comparable
  related field other including included include which with that from such have into must required position lead leading
  supervise supervising supervision supervisor manage managing employee staff degree bachelor master associate diploma course
  credit accepted closely another graduation high school certificate equivalency equivalent ${numberWords.replaceAll('|', ' ')}`.split(
    /\s+/,
  ),
);

/** ‘records’ is ‘record’; nothing else of the form of a word is taken off, since that joins strangers. */
function wordsIn(body: Specification, keys: readonly SectionKey[], title = ''): Words {
  const text = [title, ...keys.map((key) => proseOf(body, key))].join(' ').toLowerCase();
  const words = (text.match(/\p{L}{4,}/gu) ?? []).map(
    (word) => [word.replace(/(?<=..[^s])s$/, ''), word] as const,
  );
  return new Map(words.filter(([word]) => !unsaid.has(word)));
}

export function indexCareers(texts: readonly ClassText[], grades: readonly Grade[] | null): CareerIndex {
  const pay = new Map(grades?.map(({ grade, minimum }) => [grade, minimum]));
  const classes = new Map<string, Read>();
  const holders = new Map<string, number>();
  for (const text of texts) {
    const { body, classId } = text;
    const experience = wordsIn(body, ['experience']);
    for (const word of experience.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
    classes.set(classId, {
      career: careerClass(text, pay),
      work: wordsIn(body, telling, body.title),
      experience,
      fields: wordsIn(body, ['education']),
    });
  }
  return { classes, holders };
}

function careerClass({ classId, body }: ClassText, pay: ReadonlyMap<string, number>): CareerClass {
  const { details, licensure } = body.sections;
  return {
    classId,
    code: body.code ?? '',
    title: body.title,
    series: body.series,
    group: details?.occupationalGroup ?? null,
    pay: pay.get(details?.payGrade ?? '') ?? null,
    education: educationAsked(body),
    years: yearsAsked(body),
    asks: { education: proseOf(body, 'education'), experience: proseOf(body, 'experience') },
    asksLicense: licensure?.state === 'text',
  };
}

/** The classes of a series, the lowest first. */
export function levelsIn({ classes }: CareerIndex, seriesId: string): CareerClass[] {
  const all = [...classes.values()].map(({ career }) => career);
  const levels = all.filter(({ series }) => series?.id === seriesId);
  return levels.sort((one, other) => (one.series?.level ?? 0) - (other.series?.level ?? 0));
}

export function stepBetween(from: CareerClass, to: CareerClass): CareerStep {
  return {
    to,
    education: from.education && to.education && to.education.rank - from.education.rank,
    years: from.years === null || to.years === null ? null : to.years - from.years,
    pay: from.pay === null || to.pay === null ? null : to.pay / from.pay - 1,
  };
}

/** Moves from a class into other series, the best paid first. */
export function movesFrom(index: CareerIndex, classId: string): CareerMove[] {
  const from = index.classes.get(classId);
  if (!from) return [];
  const moves = [...index.classes.values()].flatMap((to) => moveBetween(index, from, to) ?? []);
  return moves.sort((one, other) => (other.pay ?? 0) - (one.pay ?? 0) || byTitle(one.to, other.to));
}

/** The classes of other series from which a move leads into this one. */
export function movesInto(index: CareerIndex, classId: string): CareerClass[] {
  const to = index.classes.get(classId);
  if (!to) return [];
  const from = [...index.classes.values()].filter((each) => moveBetween(index, each, to) !== null);
  return from.map(({ career }) => career).sort(byTitle);
}

function byTitle(one: CareerClass, other: CareerClass): number {
  return one.title === other.title ? (one.code < other.code ? -1 : 1) : one.title < other.title ? -1 : 1;
}

function moveBetween(index: CareerIndex, from: Read, to: Read): CareerMove | null {
  const [here, there] = [from.career, to.career];
  if (here === there || (here.series !== null && here.series.id === there.series?.id)) return null;
  const step = stepBetween(here, there);
  const { education, years, pay } = step;
  if (education === null || years === null || pay === null) return null;
  if (education > 0 || years > careerRule.mostYearsMore) return null;
  if (pay < -careerRule.lateral || pay > careerRule.mostHigher) return null;
  const isSameGroup = here.group !== null && here.group === there.group;
  const { share, words } = sharedExperience(index, from, to);
  const isRelated = words.length >= careerRule.leastWords && share >= careerRule.leastShare;
  if (!sharesField(from, to) || !(isSameGroup || isRelated)) return null;
  return { ...step, kind: pay > careerRule.lateral ? 'promotion' : 'lateral', isSameGroup, shared: words };
}

const firstDegree = 3;

/** A degree counts only in a field that both name; below a degree there are no fields. */
function sharesField({ fields }: Read, to: Read): boolean {
  if ((to.career.education?.rank ?? 0) < firstDegree) return true;
  return [...to.fields.keys()].some((word) => fields.has(word));
}

/** A word that every requirement has weighs nothing. */
function sharedExperience({ classes, holders }: CareerIndex, from: Read, to: Read) {
  const weigh = (word: string) => Math.log(classes.size / (holders.get(word) ?? 1));
  const sum = (words: readonly string[]) => words.reduce((total, word) => total + weigh(word), 0);
  const asked = [...to.experience.keys()];
  const shared = asked.filter((word) => from.work.has(word)).sort((one, other) => weigh(other) - weigh(one));
  const words = shared.slice(0, mostShared).map((word) => to.experience.get(word) ?? word);
  return { share: sum(shared) / (sum(asked) || 1), words };
}
