// The triggers that guard the permanent record. A database has each of them word for word as the migrations make it,
// and no other: an emptied guard lets everything pass, and a foreign one can swallow what is written.
import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';

/** The text of each trigger by its name. */
export type Guards = ReadonlyMap<string, string>;

export async function guardsOf(db: Kysely<Database>): Promise<Guards> {
  const { rows } = await sql<{
    name: string;
    text: string;
  }>`select name, sql as text from sqlite_schema where type = 'trigger'`.execute(db);
  return new Map(rows.map(({ name, text }) => [name, text.replace(/\s+/g, ' ')]));
}

/** Refuses a database whose guards are not those that were `made`. */
export function compareGuards(found: Guards, made: Guards): void {
  const names = (guards: Guards, wrong: (name: string) => boolean) => [...guards.keys()].filter(wrong);
  const faults: [string, string[]][] = [
    ['has lost its guards', names(made, (name) => !found.has(name))],
    [
      'has guards that were changed',
      names(made, (name) => found.has(name) && found.get(name) !== made.get(name)),
    ],
    ['has triggers that are not its own', names(found, (name) => !made.has(name))],
  ];
  const told = faults.flatMap(([fault, which]) => (which.length > 0 ? `${fault} (${which.join(', ')})` : []));
  if (told.length > 0) throw new Error(`The record ${told.join(' and ')}. Run npm run verify on this file.`);
}
