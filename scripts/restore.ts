// npm run restore -- BACKUP [--replace]: puts a backup where the database belongs. What is there already is moved
// aside, never deleted, and nothing is touched while a server has it open.
import { copyFileSync, existsSync, renameSync, statSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { readConfig } from '../server/config.ts';
import { openStore } from '../server/store/open.ts';
import { inOneLine, readWords, run, UsageError } from './command-line.ts';
import { putInPlace } from './put-in-place.ts';
import { verify } from '../server/store/record-verdict.ts';

const usage = 'Usage: npm run restore -- BACKUP [--replace]';

/** A database in use is several files; a journal without its own database would be played into another. */
const endings = ['', '-wal', '-shm', '-journal'];

await run(async () => {
  const { values, positionals } = readWords({ options: { replace: { type: 'boolean' } } }, usage);
  const [backup, ...rest] = positionals;
  if (backup === undefined || rest.length > 0) throw new UsageError(usage);
  refuseNoBackup(backup);
  const { databaseFile } = readConfig(process.env);
  const [found] = filesOf(databaseFile);
  if (found !== undefined && !values.replace)
    throw new UsageError(
      `${found} already exists. To move it aside and put the backup in its place, add --replace.`,
    );
  refuseWhereOpen(databaseFile);
  const { sentence, aside } = await putInPlace(databaseFile, async (partial) => {
    copyFileSync(backup, partial);
    return { sentence: await proven(partial, backup), aside: moveAside(databaseFile) };
  });
  const moved = aside === null ? '' : ` What was there is now ${aside}.`;
  console.log(`Restored ${backup} to ${databaseFile}.${moved} ${sentence}`);
  return 0;
});

function filesOf(database: string): string[] {
  return endings.map((ending) => database + ending).filter((file) => existsSync(file));
}

function refuseNoBackup(backup: string): void {
  if (!existsSync(backup)) throw new UsageError(`There is no file ${backup}.\n${usage}`);
  const log = `${backup}-wal`;
  if (existsSync(log) && statSync(log).size > 0)
    throw new UsageError(
      `${backup} is a database in use, not a backup. Make one of it: npm run backup -- FILE`,
    );
}

/** Intact, and it opens as promised, with every guard; or it is not put back. */
async function proven(copied: string, backup: string): Promise<string> {
  const { verdict, sentence } = verify(copied, []);
  if (verdict !== 'intact')
    throw new UsageError(`Not restored: the record in ${backup} is not intact. ${sentence}`);
  try {
    await (await openStore(copied)).close();
  } catch (error) {
    throw new UsageError(`Not restored: ${backup} does not open. ${inOneLine(error)}`);
  }
  return sentence;
}

/** The name under which the earlier database is kept; null where there was none. */
function moveAside(file: string): string | null {
  const found = filesOf(file);
  if (found.length === 0) return null;
  refuseWhereOpen(file);
  const aside = `${file}.replaced-${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}`;
  for (const each of filesOf(file)) renameSync(each, aside + each.slice(file.length));
  return aside;
}

/** Leaving the write-ahead log needs the database for oneself; it also brings the log into the file. */
function refuseWhereOpen(file: string): void {
  if (!existsSync(file)) return;
  const database = new SqliteDatabase(file, { timeout: 0 });
  try {
    database.pragma('journal_mode = delete');
  } catch (error) {
    const code = error instanceof SqliteDatabase.SqliteError ? error.code : '';
    if (/^SQLITE_(BUSY|LOCKED)/.test(code))
      throw new UsageError(`${file} is open in another program. Stop the server first, then restore.`);
    // A damaged database is what a restore is for: it is moved aside as it is.
    if (!/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code)) throw error;
  } finally {
    database.close();
  }
}
