// The directory of a plan as it stands in the database: read at the first question, brought up to date when the record has
// grown, and the same for every question until then. What it holds can be read anew at any time.
import type { CalendarDate, Instant, PlanSettings, Status, Synonym } from '../../schemas/types.ts';
import {
  type Directory,
  type InForce,
  inForceOn,
  type Listed,
  makeDirectory,
} from '../model/class-directory.ts';
import type { Vocabulary } from '../model/search-reading.ts';
import { makeVocabulary } from '../model/vocabulary.ts';
import type { ClassIndexTable, Store } from './database.ts';
import { recordHead } from './record.ts';
import { standardSynonyms } from './synonyms.ts';

export interface PlanDirectory {
  readonly directory: Directory;
  readonly vocabulary: Vocabulary;
  readonly inForce: (on: CalendarDate, knownAt: Instant) => InForce;
}

interface Kept extends PlanDirectory {
  readonly headSeq: number;
  /** The revision of the settings whose synonyms are known. */
  readonly planSeq: number;
  readonly listed: readonly Listed[];
}

/** A transaction sees what it has written itself, and so has a directory of its own. */
const kept = new WeakMap<Store['db'], Promise<Kept | null>>();

export async function planDirectory(store: Store): Promise<PlanDirectory> {
  const before = kept.get(store.db) ?? Promise.resolve(null);
  const present = before.catch(() => null).then((last) => broughtUpToDate(store, last));
  kept.set(store.db, present);
  return present;
}

async function broughtUpToDate(store: Store, last: Kept | null): Promise<Kept> {
  const { seq: headSeq } = await recordHead(store);
  if (last?.headSeq === headSeq) return last;
  const before = last?.listed ?? [];
  const since = before.reduce((most, { seq }) => Math.max(most, seq), 0);
  const added = (await listedAfter(store, since)).map(toListed);
  const plan = await latestPlan(store);
  if (last && added.length === 0 && last.planSeq === plan.seq) return { ...last, headSeq };
  const listed = [...before, ...added];
  const directory = makeDirectory(listed);
  const texts = await store.db.selectFrom('class_words').selectAll().execute();
  const words = new Map(texts.map(({ word, texts: count }) => [word, count]));
  const vocabulary = makeVocabulary(directory, words, [standardSynonyms(), plan.synonyms]);
  const inForce = rememberedDates(directory);
  return { headSeq, planSeq: plan.seq, listed, directory, vocabulary, inForce };
}

function listedAfter(store: Store, seq: number) {
  return store.db
    .selectFrom('class_index')
    .select([
      ...(['revision_seq', 'class_id', 'number', 'status', 'effective_on', 'recorded_at', 'code'] as const),
      ...(['title', 'series_id', 'series_level', 'pay_grade', 'flsa', 'eeo4', 'bargaining_unit'] as const),
      'occupational_group',
    ])
    .where('revision_seq', '>', seq)
    .execute();
}

function toListed(row: Omit<ClassIndexTable, 'summary'>): Listed {
  return {
    seq: row.revision_seq,
    classId: row.class_id,
    number: row.number,
    status: row.status as Status,
    effectiveOn: row.effective_on,
    recordedAt: row.recorded_at,
    code: row.code,
    title: row.title,
    seriesId: row.series_id,
    seriesLevel: row.series_level,
    payGrade: row.pay_grade,
    flsa: row.flsa,
    eeo4: row.eeo4,
    bargainingUnit: row.bargaining_unit,
    occupationalGroup: row.occupational_group,
  };
}

async function latestPlan(store: Store): Promise<{ seq: number; synonyms: readonly Synonym[] }> {
  const row = await store.db
    .selectFrom('revisions')
    .select(['seq', 'body'])
    .where('subject', '=', 'plan')
    .where('subject_id', '=', 'plan')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const settings = row && (JSON.parse(row.body) as PlanSettings);
  return { seq: row?.seq ?? 0, synonyms: settings?.synonyms ?? [] };
}

const mostDates = 16;

/** What is in force on the dates asked for last. */
function rememberedDates(directory: Directory): PlanDirectory['inForce'] {
  const dates = new Map<string, InForce>();
  return (on, knownAt) => {
    const key = `${on} ${knownAt}`;
    const found = dates.get(key) ?? inForceOn(directory, on, knownAt);
    dates.delete(key);
    dates.set(key, found);
    for (const [oldest] of dates) {
      if (dates.size <= mostDates) break;
      dates.delete(oldest);
    }
    return found;
  };
}
