// Requests made at random from the document: right ones, nearly right ones and nonsense, by anybody and by people with
// tokens. The same seed makes the same choices.
import type { Operation } from '../../server/api/operation.ts';
import { described, isValidBody, isValidParameter } from './room.ts';

export interface Random {
  /** From 0 on, below 1. */
  (): number;
}

/** mulberry32 */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface FuzzedRequest {
  readonly operation: Operation;
  /** Below /api/v1, with its query. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** False where the document does not allow the query or the body: then it must be refused. */
  readonly isValid: boolean;
}

/** What earlier answers told, so that requests come to where something can be done. */
export interface Known {
  readonly tokens: readonly string[];
  readonly classIds: readonly string[];
  /** The numbers of the actions that were opened, the latest last. */
  readonly numbers: string[];
  readonly tags: Map<string, string>;
  readonly bodies: Map<string, object>;
}

const words = {
  code: ['CI2788', 'ci2787', 'CA1090', 'CA1091', 'CF1411', 'ZZ9999', 'CL4103'],
  n: ['1', '2', '3', '4', '9', '02', '0'],
  id: ['it-management', 'alchemy', 'clerical-support'],
  number: ['CN1746', 'CN1746', 'new', 'CN9999'],
  classId: ['class-none'],
} as const;
const nonsense = [
  '',
  ' ',
  '../..',
  "' or 1=1 --",
  '%00',
  '\u0000',
  'ü𝄞',
  '<script>',
  '-1',
  '1e9',
  'null',
  'x'.repeat(300),
];
const queryWords: Readonly<Record<string, readonly string[]>> = {
  q: ['network', 'clerk typ*', '"', 'CI2788', 'AND OR NOT', 'a:b', '((', 'é'],
  series: ['it-management', 'none'],
  grade: ['PR-13', 'none'],
  flsa: ['E', 'N'],
  group: ['IT', 'none'],
  status: ['active', 'abolished', 'any'],
  on: ['2024-07-01', '0001-01-01', '9999-12-31', '2024-02-30', '2020-01-01'],
  limit: ['1', '7', '100', '101', '0', '-1', '1.5', '1e1'],
  cursor: ['AAAA', 'W10', 'WyJhIl0', 'WzFd', 'WyJhIiwiYiIsImMiXQ', 'WzFlMzBd'],
  from: ['1', '2', '3', '2021-01-01', '2024-07-01', '9', '2024-02-30'],
  to: ['2', '3', '4', '2022-01-01', '2026-07-01', '9', 'x'],
  levels: ['CI2787,CI2788', 'ci2787,ci2789,CI2790', 'CI2787', 'CI2787,ZZ1', ','],
  show: ['all', 'differences', 'none'],
  since: ['0', '10', '999999999', '2026-11-22', '0000-01-01', '9999-12-31', 'x'],
};

function pick<T>(random: Random, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)] as T;
}

export function fuzzed(random: Random, operation: Operation, known: Known): FuzzedRequest {
  const path = pathOf(random, operation, known);
  const query = queryOf(random, operation);
  const body = operation.body === null ? null : bodyOf(random, operation, known, path);
  return {
    operation,
    address: path + (query.pairs.length === 0 ? '' : `?${new URLSearchParams(query.pairs).toString()}`),
    headers: { ...headersOf(random, operation, known, path), ...(body && { 'Content-Type': body.type }) },
    body: body && body.text,
    isValid: query.isValid && (body === null || body.isValid),
  };
}

function pathOf(random: Random, { path }: Operation, known: Known): string {
  const drafts = [...known.bodies.keys()].slice(-5);
  if (path.endsWith('{classId}') && drafts.length > 0 && random() < 0.7) return pick(random, drafts);
  return path.replace(/\{(\w+)\}/g, (_all, name: keyof typeof words) =>
    encodeURIComponent(wordOf(random, name, known) || 'none'),
  );
}

/** Mostly what leads somewhere. */
function wordOf(random: Random, name: keyof typeof words, known: Known): string {
  if (random() < 0.05) return pick(random, nonsense);
  const lively = name === 'number' ? known.numbers.slice(-3) : name === 'classId' ? known.classIds : [];
  return pick(random, lively.length > 0 && random() < 0.75 ? lively : words[name]);
}

function queryOf(random: Random, operation: Operation): { pairs: [string, string][]; isValid: boolean } {
  const parameters = described(operation).parameters.filter((each) => each.in === 'query');
  const pairs: [string, string][] = parameters
    .filter(({ required }) => random() < (required ? 0.95 : 0.3))
    .map(({ name }) => [name, pick(random, random() < 0.95 ? (queryWords[name] ?? nonsense) : nonsense)]);
  if (random() < 0.04) pairs.push([pick(random, ['colour', '__proto__', 'knownAt', 'page']), 'x']);
  if (random() < 0.04 && pairs[0]) pairs.push(pairs[0]);
  const names = pairs.map(([name]) => name);
  const isValid =
    new Set(names).size === names.length &&
    pairs.every(([name, text]) =>
      isValidParameter(
        parameters.find((each) => each.name === name),
        text,
      ),
    ) &&
    parameters.every(({ name, required }) => !required || names.includes(name));
  return { pairs, isValid };
}

function headersOf(random: Random, operation: Operation, known: Known, path: string): Record<string, string> {
  const headers: Record<string, string> = {};
  if (random() < 0.95) headers.Authorization = `Bearer ${pick(random, known.tokens)}`;
  else if (random() < 0.1)
    headers.Authorization = pick(random, ['Bearer x', 'Basic eDp5', `Bearer classplan_${'x'.repeat(43)}`]);
  const resource = path.replace(/\/steps$/, '/preparation');
  const stale = [`"${'0'.repeat(64)}"`, '*', 'W/"x"', '"x", "y"'];
  if (operation.isConditional && random() < 0.95)
    headers['If-Match'] = (random() < 0.85 && known.tags.get(resource)) || pick(random, stale);
  if (operation.method === 'post' && random() < 0.97)
    headers['Idempotency-Key'] =
      random() < 0.95 ? `key-${Math.floor(random() * 1e9)}` : pick(random, ['key-1', '"key-2"', 'a b']);
  if (random() < 0.05) headers['If-None-Match'] = pick(random, ['*', '"x"', ...known.tags.values()]);
  return headers;
}

interface SentBody {
  readonly type: string;
  readonly text: string;
  readonly isValid: boolean;
}

function bodyOf(random: Random, operation: Operation, known: Known, path: string): SentBody {
  const isText = random() < 0.04;
  if (isText) return { ...broken(random), isValid: false };
  const example = startOf(random, operation, known, path);
  const times = random() < 0.45 ? 0 : 1 + Math.floor(random() * 3);
  let value: unknown = structuredClone(example);
  for (let time = 0; time < times; time += 1) value = mutated(random, value);
  return { type: 'application/json', text: JSON.stringify(value), isValid: isValidBody(operation, value) };
}

function broken(random: Random): Omit<SentBody, 'isValid'> {
  const text = pick(random, [
    '{',
    '',
    '{"a":1,"a":2}',
    '"\\ud800"',
    'null,',
    '['.repeat(5000),
    '\u0000',
    '{"number":1e999}',
  ]);
  const type = pick(random, [
    'application/json',
    'text/plain',
    'application/json; charset=x',
    'application/merge-patch+json',
  ]);
  return { type, text };
}

function startOf(random: Random, { id, example }: Operation, known: Known, path: string): object {
  if (id === 'openAction') return { ...example.body, number: `F${Math.floor(random() * 1e6)}` };
  if (id === 'takeStep')
    return pick(random, [
      ...['submit', 'post', 'reopen', 'adopt', 'withdraw'].map((act) => ({ act })),
      { act: 'return', note: 'Again.' },
      { act: 'ratify', ratifiedBy: 'Ordinance 1' },
    ]);
  if (id === 'addDraft')
    return pick(random, [
      ...[...known.classIds, 'class-none'].map((classId) => ({
        intent: pick(random, ['change', 'correct', 'abolish']),
        classId,
      })),
      {
        intent: 'create',
        specification: { code: null, title: 'New', series: null, sections: {}, additional: [] },
      },
    ]);
  return known.bodies.get(path) ?? example.body ?? {};
}

/** The value with one place changed. */
function mutated(random: Random, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || random() < 0.15) return junk(random);
  const keys = Object.keys(value);
  const key = pick(random, keys) as string | undefined;
  const changed = structuredClone(value) as Record<string, unknown>;
  if (key === undefined || random() < 0.1)
    changed[pick(random, ['extra', 'id', 'toString', 'constructor'])] = junk(random);
  else if (random() < 0.15 && !Array.isArray(changed)) delete changed[key];
  else changed[key] = mutated(random, changed[key]);
  return changed;
}

function junk(random: Random): unknown {
  return pick(random, [
    ...[
      null,
      true,
      0,
      -1,
      1.5,
      1e308,
      [],
      {},
      [[]],
      '',
      ' ',
      'x',
      '2027-01-01',
      '2027-02-30',
      'adopt',
      'forward',
    ],
    ...[
      '\u0000',
      '\u0007',
      '\u2028',
      '𝄞',
      'x'.repeat(301),
      'x'.repeat(20_001),
      'none',
      'class-librarian',
      'PR-13',
    ],
  ]);
}
