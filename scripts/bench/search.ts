// Searching: what the server does for a page of hits, with facets and passages, beside the bare full-text query for the same
// words; over 50,000 classes of two revisions each.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { readSearch } from '../../server/model/search-reading.ts';
import { type ClassSearch, searchClasses } from '../../server/store/class-search.ts';
import { suggestClasses } from '../../server/store/class-suggestions.ts';
import type { Store } from '../../server/store/database.ts';
import { openStore } from '../../server/store/open.ts';
import { planDirectory } from '../../server/store/plan-directory.ts';
import { searchExpression } from '../../server/store/search-expression.ts';
import type { Group, Reading } from './reading.ts';
import { classCount, questions, writePlan } from './search-inputs.ts';

const rounds = 15;
const on = '2026-11-22';
const present: Omit<ClassSearch, 'typed'> = {
  on,
  isExact: false,
  chosen: { status: 'active' },
  sort: 'relevance',
  limit: 25,
  offset: 0,
};

export const search: Group = {
  title: `Searching ${new Intl.NumberFormat('en-US').format(classCount)} classes of two revisions each`,
  measure: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'classplan-bench-'));
    const file = join(folder, 'plan.db');
    const store = await openStore(file);
    try {
      await writePlan(store);
      return await measureSearch(store, file);
    } finally {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Of each question the times of every round. */
type Times = ReadonlyMap<string, number[]>;

async function measureSearch(store: Store, file: string) {
  const first = await timed(() => searchClasses(store, { ...present, typed: 'manager' }));
  const bare = await bareQuery(store, file);
  const ours = (typed: string) => searchClasses(store, { ...present, typed });
  const past = (typed: string) => searchClasses(store, { ...present, typed, on: '2022-06-01' });
  const keys = (typed: string) => suggestClasses(store, { typed, on, limit: 8 });
  const [times, bareTimes] = await timesInTurn(ours, bare.ask);
  const [pastTimes, keyTimes] = await timesInTurn(past, keys);
  bare.close();
  const ratio = sum(times) / sum(bareTimes);
  return {
    readings: [
      reading('search, middle', at(times, 0.5), null),
      reading('search, 99 of 100', at(times, 0.99), '≤ 10'),
      reading('bare full-text query, middle', at(bareTimes, 0.5), null),
      reading('bare full-text query, 99 of 100', at(bareTimes, 0.99), null),
      { ...reading('search in bare full-text query', 100 * ratio, '≤ 150'), unit: '%' } as const,
      reading('search on a past date, 99 of 100', at(pastTimes, 0.99), null),
      reading('suggestions, 99 of 100', at(keyTimes, 0.99), null),
      reading('first search after a start', first, null),
    ],
    details: ['milliseconds: ours, bare', ...questions.map((each) => lineOf(each, times, bareTimes))],
  };
}

/** The best 25 of the same expression by bm25 with our weights, and how many there are: nothing of dates, facets or passages. */
async function bareQuery(store: Store, file: string) {
  const { vocabulary } = await planDirectory(store);
  const database = new SqliteDatabase(file, { readonly: true });
  const best = database.prepare(`select rowid from class_search where class_search match ?
    order by bm25(class_search, 10, 4, 2, 1) limit 25`);
  const count = database.prepare('select count(*) from class_search where class_search match ?');
  return {
    ask: (typed: string) => {
      const expression = searchExpression(readSearch(typed, false, vocabulary).groups);
      return Promise.resolve([best.all(expression), count.get(expression)]);
    },
    close: () => database.close(),
  };
}

type Ask = (typed: string) => Promise<unknown>;

/** Two ways in turn, so that both meet the machine in the same state; a first round is not counted. */
async function timesInTurn(one: Ask, other: Ask): Promise<[Times, Times]> {
  const told: [Map<string, number[]>, Map<string, number[]>] = [new Map(), new Map()];
  for (let round = 0; round <= rounds; round += 1)
    for (const typed of questions)
      for (const [index, ask] of [one, other].entries()) {
        const ms = await timed(() => ask(typed));
        const times = told[index]?.get(typed) ?? [];
        if (round > 0) told[index]?.set(typed, [...times, ms]);
      }
  return told;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function at(times: Times, part: number): number {
  const sorted = [...times.values()].flat().sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

function sum(times: Times): number {
  return [...times.values()].flat().reduce((total, ms) => total + ms, 0);
}

function lineOf(typed: string, ours: Times, bare: Times): string {
  const middle = (times: Times) => at(new Map([[typed, times.get(typed) ?? []]]), 0.5).toFixed(2);
  return `${typed}: ${middle(ours)}, ${middle(bare)}`;
}

function reading(name: string, value: number, aim: string | null): Reading {
  return { name, value, unit: 'ms', ratio: null, aim, note: null };
}
