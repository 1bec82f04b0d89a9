// Backup and restore: a backup made while others write holds everything acknowledged before it began, and opens as a
// plan that verifies. Nothing is written over, and nothing is deleted.
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect } from 'chai';
import { verify } from '../../server/store/record-verdict.ts';
import { openStore } from '../../server/store/open.ts';
import { recordHead } from '../../server/store/record.ts';
import { startWriting } from '../store/endless-writing.ts';
import {
  append,
  dropTriggers,
  temporaryFolder,
  textEntry,
  withRaw,
  writeRecord,
} from '../store/record-room.ts';
import { isRefused, runCommand, runMeanwhile } from './command.ts';

describe('npm run backup', () => {
  const folder = temporaryFolder();
  const plan = folder.file('plan.db');
  before(() => writeRecord(plan, 12));
  after(() => folder.remove());

  it('makes one whole file, for its owner alone, and says what it holds', () => {
    const file = folder.file('backup.db');
    const { status, stdout, stderr } = runCommand('backup', plan, file);
    expect([status, stderr]).to.deep.equal([0, '']);
    const { sentence } = verify(plan, []);
    expect(stdout).to.equal(`Backed up ${plan} to ${file}, ${statSync(file).size} bytes. ${sentence}\n`);
    expect(verify(file, []).sentence).to.equal(sentence);
    expect(statSync(file).mode & 0o777).to.equal(0o600);
    expect(filesLike(file)).to.deep.equal(['backup.db']);
  });

  it('keeps people, sessions and audit, which no bundle holds', async () => {
    const [source, file] = [folder.file('staffed.db'), folder.file('staffed-backup.db')];
    await writeRecord(source, 3);
    withRaw(source, (database) =>
      database.exec(`insert into people (id, name, email, initials, roles, is_demonstration, created_at, sessions_from)
        values ('p1', 'Ana', 'ana@city.example', 'A', '[]', 0, '2024-01-01', '2024-01-01');
        insert into audit values (1, '2024-01-01', 'p1', 'sign-in', 'person p1', '{}')`),
    );
    expect(runCommand('backup', source, file).status).to.equal(0);
    const count = (table: string) =>
      withRaw(file, (database) => database.prepare(`select count(*) from ${table}`).pluck().get());
    expect([count('people'), count('audit'), count('class_search')]).to.deep.equal([1, 1, 1]);
  });

  it('writes over nothing', () => {
    const file = folder.file('letter.txt');
    writeFileSync(file, 'Dear Sir or Madam,');
    const ran = runCommand('backup', plan, file);
    expect(isRefused(ran), ran.stderr).to.equal(true);
    expect(ran.stderr).to.match(/letter\.txt already exists, and nothing is written over/);
    expect(readFileSync(file, 'utf8')).to.equal('Dear Sir or Madam,');
    const begun = folder.file('begun.db');
    writeFileSync(`${begun}.partial`, '');
    expect(runCommand('backup', plan, begun).stderr).to.match(/begun\.db\.partial exists: another command/);
    expect(filesLike(begun)).to.deep.equal(['begun.db.partial']);
  });

  it('refuses what is no record, or is not intact, and leaves nothing', async () => {
    const altered = folder.file('altered.db');
    await writeRecord(altered, 12);
    withRaw(altered, (database) => {
      dropTriggers(database);
      database.exec(`update revisions set body = '{}' where seq = 7`);
    });
    const refused: [string, RegExp][] = [
      [folder.file('nowhere.db'), /There is no database .*nowhere\.db/],
      [altered, /Not backed up, .*Altered at 7: .*Keep the earlier backups/],
    ];
    for (const [source, sentence] of refused) {
      const file = folder.file('refused.db');
      const ran = runCommand('backup', source, file);
      expect(ran.stderr).to.match(sentence);
      expect(isRefused(ran), ran.stderr).to.equal(true);
      expect(filesLike(file)).to.deep.equal([]);
    }
    expect(runCommand('backup', plan).stderr).to.equal('Usage: npm run backup -- FILE\n');
    expect(runCommand('backup', plan, folder.file('no/such/folder.db')).stderr).to.match(/cannot be written/);
  });

  it('holds, under load, all that was acknowledged before it began: three times', async function () {
    this.timeout(60_000);
    const busy = folder.file('busy.db');
    const writing = startWriting(busy, 'load');
    try {
      await writing.begin(20);
      for (let each = 1; each <= 3; each += 1) {
        const [file, restored] = [folder.file(`load-${each}.db`), folder.file(`restored-${each}.db`)];
        const acknowledged = [...writing.acknowledged];
        expect((await runMeanwhile('backup', busy, file)).stderr).to.equal('');
        expect(writing.acknowledged, 'it was written meanwhile').to.have.length.above(acknowledged.length);
        expect((await runMeanwhile('restore', restored, file)).stderr).to.equal('');
        expect(verify(restored, acknowledged).verdict).to.equal('intact');
        const store = await openStore(restored);
        const { seq } = await recordHead(store);
        expect((await append(store, textEntry('after', 'Goes on.'))).seq).to.equal(seq + 1);
        await store.close();
        await writing.more(5);
      }
    } finally {
      await writing.kill();
    }
    expect(verify(busy, writing.acknowledged).verdict).to.equal('intact');
  });
});

describe('npm run restore', () => {
  const folder = temporaryFolder();
  const backup = folder.file('backup.db');
  before(async () => {
    await writeRecord(folder.file('source.db'), 9);
    expect(runCommand('backup', folder.file('source.db'), backup).status).to.equal(0);
  });
  after(() => folder.remove());

  let count = 0;
  async function database(entries: number): Promise<string> {
    const file = folder.file(`plan-${(count += 1)}.db`);
    await writeRecord(file, entries, 'the earlier one');
    return file;
  }

  it('puts a backup where there is no database', () => {
    const file = folder.file('new.db');
    const { status, stdout } = runCommand('restore', file, backup);
    const { sentence } = verify(backup, []);
    expect([status, stdout]).to.deep.equal([0, `Restored ${backup} to ${file}. ${sentence}\n`]);
    expect(filesLike(file)).to.deep.equal(['new.db']);
    expect(verify(file, []).sentence).to.equal(sentence);
  });

  it('replaces only when told to, and keeps what was there', async () => {
    const file = await database(4);
    const before = verify(file, []).sentence;
    const ran = runCommand('restore', file, backup);
    expect(isRefused(ran), ran.stderr).to.equal(true);
    expect(ran.stderr).to.match(/already exists\. To move it aside .*--replace/);
    expect(verify(file, []).sentence).to.equal(before);
    const { status, stdout } = runCommand('restore', file, backup, '--replace');
    expect(status).to.equal(0);
    const aside = /is now (\S+\.replaced-\d{8}T\d{6}Z)\./.exec(stdout)?.[1] ?? '';
    expect(verify(aside, []).sentence).to.equal(before);
    expect(verify(file, []).sentence).to.equal(verify(backup, []).sentence);
  });

  it('refuses while the database is open, though nobody uses it, and touches nothing', async () => {
    const file = await database(4);
    const store = await openStore(file);
    const ran = runCommand('restore', file, backup, '--replace');
    expect(isRefused(ran), ran.stderr).to.equal(true);
    expect(ran.stderr).to.match(/is open in another program\. Stop the server first/);
    expect((await append(store, textEntry('a', 'Goes on.'))).seq).to.equal(5);
    await store.close();
    expect(filesLike(file)).to.deep.equal([basename(file)]);
    expect(runCommand('restore', file, backup, '--replace').status).to.equal(0);
  });

  it('moves a log aside that lost its database, so that it is never played into another', async () => {
    const file = folder.file('lost.db');
    const writing = startWriting(file, 'lost');
    await writing.begin(10);
    await writing.kill();
    const log = readFileSync(`${file}-wal`);
    const alone = folder.file('alone.db');
    writeFileSync(`${alone}-wal`, log);
    expect(runCommand('restore', alone, backup).stderr).to.match(/alone\.db-wal already exists/);
    expect(runCommand('restore', alone, backup, '--replace').status).to.equal(0);
    expect(verify(alone, []).sentence).to.equal(verify(backup, []).sentence);
    const [aside = ''] = filesLike(alone).filter((name) => name.includes('replaced'));
    expect(readFileSync(folder.file(aside)).equals(log)).to.equal(true);
  });

  it('brings the log of a killed server into what it moves aside', async () => {
    const file = folder.file('killed.db');
    const writing = startWriting(file, 'killed');
    await writing.begin(10);
    await writing.kill();
    const { stdout } = runCommand('restore', file, backup, '--replace');
    const aside = /is now (\S+)\. /.exec(stdout)?.[1] ?? '';
    expect(verify(aside, writing.acknowledged).verdict).to.equal('intact');
    expect(filesLike(aside)).to.deep.equal([basename(aside)]);
  });

  it('replaces a database that is damaged', () => {
    const file = folder.file('damaged.db');
    writeFileSync(file, 'noise '.repeat(2000));
    const { status, stdout } = runCommand('restore', file, backup, '--replace');
    expect([status, stdout.includes('is now')]).to.deep.equal([0, true]);
    expect(verify(file, []).verdict).to.equal('intact');
  });

  it('refuses a backup that is none, or would not open, and touches nothing', async () => {
    const [file, letter, altered, unguarded, used] = [
      await database(4),
      folder.file('letter.txt'),
      folder.file('altered.db'),
      folder.file('unguarded.db'),
      folder.file('used.db'),
    ];
    writeFileSync(letter, 'Dear Sir or Madam, '.repeat(100));
    for (const [copy, change] of [
      [altered, `update revisions set body = '{}' where seq = 7`],
      [unguarded, 'select 1'],
    ] as const) {
      await writeRecord(copy, 8);
      withRaw(copy, (raw) => {
        dropTriggers(raw);
        raw.exec(change);
      });
    }
    const store = await openStore(used);
    await append(store, textEntry('a', 'In the log.'));
    const before = verify(file, []).sentence;
    const refused: [string, RegExp][] = [
      [letter, /cannot be read as a database/],
      [altered, /Not restored: the record in .*altered\.db is not intact\. Altered at 7/],
      [unguarded, /Not restored: .*unguarded\.db does not open\. .*has lost its guards/],
      [used, /used\.db is a database in use, not a backup/],
      [folder.file('nowhere.db'), /There is no file .*nowhere\.db/],
    ];
    for (const [from, sentence] of refused) {
      const ran = runCommand('restore', file, from, '--replace');
      expect(ran.stderr).to.match(sentence);
      expect(isRefused(ran), ran.stderr).to.equal(true);
    }
    await store.close();
    expect(verify(file, []).sentence).to.equal(before);
    expect(filesLike(file)).to.deep.equal([basename(file)]);
  });

  it('takes a backup that cannot be written to', () => {
    const file = folder.file('from-read-only.db');
    chmodSync(backup, 0o400);
    expect(runCommand('restore', file, backup).status).to.equal(0);
    expect(verify(file, []).verdict).to.equal('intact');
  });
});

/** The names of the files that begin with this one. */
function filesLike(file: string): string[] {
  return readdirSync(dirname(file))
    .filter((name) => name.startsWith(basename(file)))
    .sort();
}
