// The verifier: every tampering is found and the first bad entry named, no clean record gives alarm, and what
// cannot be shown without an anchor is not claimed.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import type SqliteDatabase from 'better-sqlite3';
import fc from 'fast-check';
import { type Anchor, verify } from '../../server/store/record-verdict.ts';
import { beginPlan } from '../../server/actions/begin-plan.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { openStore } from '../../server/store/open.ts';
import { effort } from '../effort.ts';
import { dropTriggers, round, temporaryFolder, withRaw, writeRecord } from '../store/record-room.ts';
import { now } from '../tools.ts';
import {
  anyTampering,
  exchangeDocument,
  resealFrom,
  rewriteFrom,
  rowOf,
  type Tampering,
} from './tampering.ts';

const length = 60;
const printed = Array.from({ length: length / round }, (_, index) => index * round + 1);
const script = new URL('../../scripts/verify.ts', import.meta.url).pathname;

describe('the verifier', () => {
  const folder = temporaryFolder();
  const clean = folder.file('clean.db');
  const unguarded = folder.file('unguarded.db');
  const victim = folder.file('victim.db');
  const anchors: Anchor[] = [];

  before(async () => {
    await writeRecord(clean, length);
    copyFileSync(clean, unguarded);
    withRaw(unguarded, (database) => {
      database.pragma('journal_mode = delete');
      dropTriggers(database);
      for (let seq = 1; seq <= length; seq += 1) anchors.push({ seq, hash: rowOf(database, seq).hash });
    });
  });
  after(() => folder.remove());

  function anchorAt(seq: number): Anchor[] {
    return anchors.filter((anchor) => anchor.seq === seq);
  }

  /** A fresh copy, changed. */
  function tampered(act: (database: SqliteDatabase.Database) => void): string {
    copyFileSync(unguarded, victim);
    withRaw(victim, (database) => {
      for (const setting of ['foreign_keys = 0', 'synchronous = 0', 'ignore_check_constraints = 1'])
        database.pragma(setting);
      database.transaction(act)(database);
    });
    return victim;
  }

  it('says intact, and how much, with and without anchors', async () => {
    const last = anchors.at(-1);
    const sentence = `Intact: 60 entries and 15 official PDFs. Head 60:${last?.hash}`;
    expect(verify(clean, [])).to.deep.equal({ verdict: 'intact', sentence });
    expect(verify(clean, anchors)).to.deep.equal({ verdict: 'intact', sentence });
    expect(verify(clean, [{ seq: 9, hash: rowHash(9).slice(0, 16) }]).verdict).to.equal('intact');
    const file = folder.file('sample.db');
    const store = await openStore(file);
    await beginPlan({ store, now, by: 'test' }, readSamplePlan());
    expect(verify(file, []).verdict, 'while it is open').to.equal('intact');
    await store.close();
    expect(verify(file, []).verdict).to.equal('intact');
  });

  it('counts the entry of an official PDF as an entry', async () => {
    for (const [entries, counted] of [
      [1, '1 entries and 0 official PDFs'],
      [2, '2 entries and 1 official PDF'],
      [6, '6 entries and 2 official PDFs'],
    ] as const) {
      const file = folder.file(`counted-${entries}.db`);
      await writeRecord(file, entries);
      expect(verify(file, []).sentence).to.match(new RegExp(`^Intact: ${counted}\\. Head ${entries}:`));
    }
  });

  it('says intact of a record that has only begun', async () => {
    const file = folder.file('empty.db');
    await (await openStore(file)).close();
    expect(verify(file, []).sentence).to.match(/^Intact: 0 entries and 0 official PDFs/);
  });

  it('changes nothing of the file', () => {
    const before = readFileSync(clean);
    verify(clean, []);
    expect(readFileSync(clean).equals(before)).to.equal(true);
  });

  it('finds tamperings of every kind and names the first bad entry', () => {
    fc.assert(
      fc.property(anyTampering(length, printed), ({ name, act, found }: Tampering) => {
        const { verdict, sentence } = verify(tampered(act), []);
        expect(sentence, name).to.match(found);
        expect(verdict, name).not.to.equal('intact');
      }),
      { numRuns: effort(100, 1000) },
    );
  });

  it('gives no alarm on clean records', async () => {
    for (let each = 0; each < effort(30, 100); each += 1) {
      const file = folder.file(`clean-${each}.db`);
      await writeRecord(file, (each * 7) % 23, `mark ${each}`);
      expect(verify(file, []).sentence).to.match(/^Intact: /);
    }
  });

  describe('of a record whose tail is cut', () => {
    const cut = (keep: number, head: boolean) =>
      tampered((database) => {
        database.prepare('delete from revisions where seq > ?').run(keep);
        database.prepare('delete from official_documents where record_seq > ?').run(keep);
        if (head)
          database
            .prepare('update record_head set (seq, hash) = (select seq, hash from revisions where seq = ?)')
            .run(keep);
      });

    for (const keep of [59, 57, 30, 2, 1]) {
      it(`after ${keep}: says so by the head, or by an anchor, or cannot know`, () => {
        expect(verify(cut(keep, false), []).sentence).to.equal(
          `Tail cut: the record ends with entry ${keep}, and entry 60 once existed.`,
        );
        expect(verify(cut(keep, true), []).verdict).to.equal('intact');
        expect(verify(cut(keep, true), anchorAt(keep)).verdict).to.equal('intact');
        expect(verify(cut(keep, true), anchorAt(keep + 1)).verdict).to.equal('tail cut');
        expect(verify(cut(keep, true), anchors).verdict).to.equal('tail cut');
      });
    }

    it('and whose official PDFs are left: says that the record does not know them', () => {
      const left = tampered((database) => {
        database.exec('delete from revisions where seq > 57');
        database.exec(
          'update record_head set (seq, hash) = (select seq, hash from revisions where seq = 57)',
        );
      });
      expect(verify(left, []).sentence).to.match(/^Altered: .*the record does not know/);
    });

    it('before its first entry: says so by the head', () => {
      const emptied = tampered((database) =>
        database.exec('delete from revisions; delete from official_documents'),
      );
      expect(verify(emptied, []).sentence).to.match(/^Tail cut: .*entry 0, and entry 60/);
    });
  });

  describe('of a record that is rewritten and agrees with itself', () => {
    for (const from of [1, 30, 60]) {
      it(`from ${from} on: says so by an anchor of that entry or a later one`, () => {
        const file = tampered((database) => rewriteFrom(database, from, length));
        expect(verify(file, []).verdict).to.equal('intact');
        expect(verify(file, anchorAt(from)).sentence).to.match(new RegExp(`^Rewritten: .* entry ${from} `));
        expect(verify(file, anchorAt(60)).verdict).to.equal('rewritten');
        expect(verify(file, anchors).sentence).to.match(new RegExp(`^Rewritten: .* entry ${from} `));
        if (from > 1) expect(verify(file, anchorAt(from - 1)).verdict).to.equal('intact');
      });
    }

    it('with an official PDF exchanged: says so by an anchor of its entry or a later one', () => {
      const file = tampered((database) => exchangeDocument(database, 29, length));
      expect(verify(file, []).verdict).to.equal('intact');
      expect(verify(file, anchorAt(29)).verdict).to.equal('intact');
      expect(verify(file, anchorAt(30)).sentence).to.match(/^Rewritten: .* entry 30 /);
      expect(verify(file, anchorAt(60)).verdict).to.equal('rewritten');
    });

    it('with an entry that says nothing of its official PDF: found, not a crash', () => {
      for (const body of ['', 'null', '{}', '[]']) {
        const file = tampered((database) => {
          database.prepare('update revisions set body = ? where seq = 30').run(body);
          resealFrom(database, 30, length);
        });
        expect(verify(file, []).sentence, body).to.match(/^Altered: the official PDF .*sealed by entry 30,/);
      }
    });

    it('is not deceived by a second anchor of the same entry', () => {
      const file = tampered((database) => rewriteFrom(database, 30, length));
      const theirs = withRaw(file, (database) => rowOf(database, 40).hash);
      expect(verify(file, [...anchorAt(40), { seq: 40, hash: theirs }]).verdict).to.equal('rewritten');
      expect(verify(file, [{ seq: 40, hash: theirs }, ...anchorAt(40)]).verdict).to.equal('rewritten');
    });
  });

  describe('of a database that is itself changed', () => {
    const cases: [string, string, RegExp][] = [
      ['revisions dropped', 'drop table revisions', /^Missing at 1: the table revisions/],
      ['documents dropped', 'drop table official_documents', /^Missing: the table official_documents/],
      ['head dropped', 'drop table record_head', /^Missing: the table record_head/],
      ['a column dropped', 'alter table revisions drop column decided_on', /^Altered at 1:/],
      [
        'a document of no revision',
        'update official_documents set revision_seq = 999 where revision_seq = 1',
        /^Altered: the official PDF of entry 1, sealed by entry 2,/,
      ],
      [
        'text in place of the bytes of a document',
        `create table loose as select * from official_documents; drop table official_documents;
         alter table loose rename to official_documents;
         update official_documents set bytes = cast(bytes as text) where revision_seq = 5`,
        /^Altered: the official PDF of entry 5, sealed by entry 6,/,
      ],
      [
        'the same document twice',
        `create table loose as select * from official_documents; drop table official_documents;
         alter table loose rename to official_documents;
         insert into official_documents select * from official_documents where revision_seq = 5`,
        /^Altered: there is an official PDF that the record does not know/,
      ],
      [
        'bytes in place of text',
        `create table loose as select * from revisions; drop table revisions; alter table loose rename to revisions;
         update revisions set body = cast(body as blob) where seq = 12`,
        /^Altered at 12:/,
      ],
      [
        'the same entry twice',
        `create table loose as select * from revisions; drop table revisions; alter table loose rename to revisions;
         insert into revisions select * from revisions where seq = 12`,
        /^Altered at 12:/,
      ],
    ];
    for (const [name, statements, found] of cases) {
      it(`${name}: found`, () =>
        expect(
          verify(
            tampered((database) => database.exec(statements)),
            [],
          ).sentence,
        ).to.match(found));
    }

    it('pages overwritten: found, not a crash', () => {
      const bytes = readFileSync(unguarded);
      const overwritten = bytes.map((byte, index) => (index >= 8192 && index % 3 === 0 ? 0x5a : byte));
      writeFileSync(victim, overwritten);
      expect(verify(victim, []))
        .to.have.property('verdict')
        .that.is.oneOf(['altered', 'missing', 'tail cut']);
    });
  });

  describe('as a command', () => {
    const command = (...words: string[]) =>
      spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' });

    it('ends with 0 for intact and 1 for anything else', () => {
      const good = command(clean, '--anchor', `60:${rowHash(60)}`);
      expect([good.status, good.stderr]).to.deep.equal([0, '']);
      expect(good.stdout).to.match(/^Intact: 60 entries.*\n$/);
      const bad = command(clean, '--anchor', `60:${'0'.repeat(64)}`);
      expect([bad.status, bad.stderr]).to.deep.equal([1, '']);
      expect(bad.stdout).to.match(/^Rewritten: /);
    });

    it('ends with 2 and a sentence for what it cannot verify', () => {
      const letter = folder.file('letter.txt');
      writeFileSync(letter, 'Dear Sir or Madam, '.repeat(100));
      const foreign = folder.file('foreign.db');
      writeFileSync(foreign, '');
      withRaw(foreign, (database) => database.exec('create table recipes (name text)'));
      const directory = folder.file('directory');
      mkdirSync(directory);
      const refused: [string[], RegExp][] = [
        [[letter], /letter\.txt cannot be read as a database/],
        [[foreign], /foreign\.db is a database and holds no record/],
        [[directory], /directory cannot be read as a database/],
        [[folder.file('nowhere.db')], /There is no file/],
        [[clean, '--anchor', '60:abc'], /--anchor is SEQ:HASH/],
        [[clean, '--ancor', '1:2'], /ancor/],
      ];
      for (const [words, sentence] of refused) {
        const { status, stdout, stderr } = command(...words);
        expect([status, stdout], words.join(' ')).to.deep.equal([2, '']);
        expect(stderr)
          .to.match(sentence)
          .and.to.contain('Usage: ')
          .and.not.to.match(/\n\s+at /);
      }
    });
  });

  function rowHash(seq: number): string {
    return anchors[seq - 1]?.hash ?? '';
  }
});
