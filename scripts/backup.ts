// npm run backup -- FILE: a copy of the whole database in one file, also while the server writes, and proved before it
// gets its name.
import { existsSync, statSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { readConfig } from '../server/config.ts';
import { readWords, run, UsageError } from './command-line.ts';
import { putInPlace, refuseWhereExists } from './put-in-place.ts';
import { verify } from '../server/store/record-verdict.ts';

const usage = 'Usage: npm run backup -- FILE';

await run(async () => {
  const { positionals } = readWords({}, usage);
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError(usage);
  const { databaseFile } = readConfig(process.env);
  if (!existsSync(databaseFile))
    throw new UsageError(`There is no database ${databaseFile}. Name it in DATABASE_URL.`);
  refuseWhereExists(file);
  const sentence = await putInPlace(file, (partial) => {
    copy(databaseFile, partial);
    return proven(partial, databaseFile);
  });
  console.log(`Backed up ${databaseFile} to ${file}, ${statSync(file).size} bytes. ${sentence}`);
  return 0;
});

/** One state of the database, as of the moment at which it begins. */
function copy(from: string, to: string): void {
  const database = new SqliteDatabase(from, { fileMustExist: true });
  try {
    database.pragma('trusted_schema = 0');
    database.prepare('vacuum into ?').run(to);
  } finally {
    database.close();
  }
}

/** A copy of what is damaged is no backup: it would push out a good one. */
function proven(copied: string, source: string): string {
  const { verdict, sentence } = verify(copied, []);
  if (verdict !== 'intact' || !isSound(copied))
    throw new UsageError(
      `Not backed up, because the record in ${source} is not intact. ${sentence} Keep the earlier backups.`,
    );
  return sentence;
}

function isSound(file: string): boolean {
  const database = new SqliteDatabase(file, { readonly: true });
  try {
    return database.pragma('integrity_check', { simple: true }) === 'ok';
  } finally {
    database.close();
  }
}
