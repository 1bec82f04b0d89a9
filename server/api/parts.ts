// A list in parts: each ends with a cursor, a name of its last entry that only this server reads, and the next part
// begins after it. So nothing is told twice or left out where entries come in between.
import type { ListPage } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';

const standardLength = 50;

export interface AskedPart {
  readonly limit?: number;
  readonly cursor?: string;
}

export interface Part<T> {
  readonly data: T[];
  readonly page: ListPage;
}

export function lengthOf({ limit = standardLength }: AskedPart): number {
  return limit;
}

export function cursorOf(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key in a cursor of ours, each part of the type that is named; null at the beginning of the list. */
export function keyIn<K extends 'string' | 'number'>(
  { cursor }: AskedPart,
  ...types: readonly K[]
): (K extends 'number' ? number : string)[] | null {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const fits = Array.isArray(key) && key.length === types.length;
    if (fits && types.every((type, index) => isOf(type, key[index])))
      return key as (K extends 'number' ? number : string)[];
  } catch {
    // Not JSON: no cursor of ours either.
  }
  throw refusedCursor();
}

/** A number of a cursor is a place or an entry: whole, and never below zero. */
function isOf(type: 'string' | 'number', value: unknown): boolean {
  return type === 'string' ? typeof value === 'string' : Number.isSafeInteger(value) && Number(value) >= 0;
}

/** A part of a list that is read whole; `nameOf` tells its entries apart. */
export function partOf<T>(all: readonly T[], asked: AskedPart, nameOf: (entry: T) => string): Part<T> {
  const [after] = keyIn(asked, 'string') ?? [];
  const limit = lengthOf(asked);
  const start = after === undefined ? 0 : all.findIndex((entry) => nameOf(entry) === after) + 1;
  if (after !== undefined && start === 0) throw refusedCursor();
  const data = all.slice(start, start + limit);
  const last = data.at(-1);
  const hasMore = start + data.length < all.length && last !== undefined;
  return { data, page: { limit, nextCursor: hasMore ? cursorOf([nameOf(last)]) : null, total: all.length } };
}

export function refusedCursor() {
  const detail = 'This is no cursor of this list, or its entry is gone. Begin without one.';
  return refusal('request-not-valid', { errors: [{ parameter: 'cursor', detail }] });
}
