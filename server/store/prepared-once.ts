// A connection that compiles each statement once and keeps it: most of the time of a small query is its compiling. Nothing reads
// a statement row by row while it is asked again: Kysely takes all rows at once.
import type SqliteDatabase from 'better-sqlite3';
import type { SqliteDatabase as Connection, SqliteStatement } from 'kysely';

/** More than the program has; lists of values of different lengths are statements of their own. */
const mostKept = 500;

export function preparedOnce(connection: SqliteDatabase.Database): Connection {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => void connection.close(),
    prepare: (text) => {
      const statement = kept.get(text) ?? connection.prepare(text);
      kept.delete(text);
      kept.set(text, statement);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return statement;
    },
  };
}
