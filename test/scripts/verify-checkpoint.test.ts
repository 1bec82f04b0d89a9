// The verifier with checkpoints that somebody kept: a cut tail is told from a rewrite, and only what the key signed
// shows anything.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import type SqliteDatabase from 'better-sqlite3';
import { keptCheckpoints } from '../../scripts/kept-checkpoints.ts';
import { type Anchor, verify } from '../../server/store/record-verdict.ts';
import { signCheckpoint } from '../../server/model/checkpoint.ts';
import { dropTriggers, temporaryFolder, withRaw, writeRecord } from '../store/record-room.ts';
import { isRefused, runCommand } from './command.ts';
import { rewriteFrom, rowOf } from './tampering.ts';

const length = 40;
const origin = 'classes.example.gov/record';

describe('the verifier with a saved checkpoint', () => {
  const folder = temporaryFolder();
  const clean = folder.file('clean.db');
  const victim = folder.file('victim.db');
  const kept = folder.file('checkpoints.txt');
  const keyFile = folder.file('checkpoint-key.pem');
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const note = (seq: number, hash = rowHash(seq)) => signCheckpoint({ origin, size: seq, hash }, privateKey);
  const hashes: string[] = [];

  before(async () => {
    await writeRecord(clean, length);
    withRaw(clean, (database) => {
      database.pragma('journal_mode = delete');
      dropTriggers(database);
      for (let seq = 1; seq <= length; seq += 1) hashes.push(rowOf(database, seq).hash);
    });
    writeFileSync(keyFile, publicKey.export({ format: 'pem', type: 'spki' }));
    writeFileSync(kept, [0, 12, 24, 32].map((seq) => note(seq)).join('\n'));
  });
  after(() => folder.remove());

  function rowHash(seq: number): string {
    return seq === 0 ? '0'.repeat(64) : (hashes[seq - 1] ?? '');
  }

  function tampered(act: (database: SqliteDatabase.Database) => void): string {
    copyFileSync(clean, victim);
    withRaw(victim, (database) => {
      for (const setting of ['foreign_keys = 0', 'synchronous = 0', 'ignore_check_constraints = 1'])
        database.pragma(setting);
      database.transaction(act)(database);
    });
    return victim;
  }

  /** As somebody cuts who knows the record: what is left agrees with itself. */
  function cutAfter(database: SqliteDatabase.Database, keep: number): void {
    database.prepare('delete from revisions where seq > ?').run(keep);
    database.prepare('delete from official_documents where record_seq > ?').run(keep);
    database
      .prepare('update record_head set (seq, hash) = (select seq, hash from revisions where seq = ?)')
      .run(keep);
  }

  const anchors = (): readonly Anchor[] => keptCheckpoints(kept, keyFile).anchors;

  it('says intact of the record, and of the record that has grown since', () => {
    expect(verify(clean, anchors()).verdict).to.equal('intact');
    expect(runCommand('verify', clean, clean, '--checkpoint', kept, '--key', keyFile)).to.deep.equal({
      status: 0,
      stdout: `Intact: 40 entries and 10 official PDFs. Head 40:${rowHash(40)}\nHeld against 4 checkpoints, signed by the key in ${keyFile}.\n`,
      stderr: '',
    });
  });

  it('tells every careful cut of the tail, up to the last checkpoint', () => {
    for (let keep = 1; keep < length; keep += 1) {
      const file = tampered((database) => cutAfter(database, keep));
      expect(verify(file, []).verdict, `${keep} without`).to.equal('intact');
      const { verdict, sentence } = verify(file, anchors());
      expect(verdict, sentence).to.equal(keep < 32 ? 'tail cut' : 'intact');
    }
  });

  it('tells every complete rewrite, from wherever it begins, up to the last checkpoint', () => {
    for (let from = 1; from <= length; from += 1) {
      const file = tampered((database) => rewriteFrom(database, from, length));
      expect(verify(file, []).verdict, `${from} without`).to.equal('intact');
      const { verdict, sentence } = verify(file, anchors());
      expect(verdict, sentence).to.equal(from <= 32 ? 'rewritten' : 'intact');
      const first = [12, 24, 32].find((seq) => seq >= from);
      if (first)
        expect(sentence).to.match(
          new RegExp(`^Rewritten: .* entry ${first} is not the one that the checkpoint in line \\d+ of`),
        );
    }
  });

  it('tells a tail that was cut and has grown again as a rewrite', async () => {
    const file = folder.file('grown.db');
    await writeRecord(file, length, 'another history');
    expect(verify(file, []).verdict).to.equal('intact');
    expect(verify(file, anchors()).sentence).to.match(/^Rewritten: .* entry 12 /);
  });

  it('gives no alarm on 20 clean records, each with a checkpoint of every length', async () => {
    for (let each = 0; each < 20; each += 1) {
      const [file, entries] = [folder.file(`clean-${each}.db`), 1 + ((each * 7) % 23)];
      await writeRecord(file, entries, `mark ${each}`);
      const notes = withRaw(file, (database) =>
        Array.from({ length: entries }, (_, index) => note(index + 1, rowOf(database, index + 1).hash)),
      );
      writeFileSync(folder.file('kept.txt'), notes.join('\n'));
      const { sentence } = verify(file, keptCheckpoints(folder.file('kept.txt'), keyFile).anchors);
      expect(sentence).to.match(/^Intact: /);
    }
  });

  it('ends with 1 for what it tells, and says when signatures were not checked', () => {
    const file = tampered((database) => cutAfter(database, 20));
    const { status, stdout } = runCommand('verify', clean, file, '--checkpoint', kept);
    expect([status, stdout]).to.deep.equal([
      1,
      'Tail cut: the record ends with entry 20, and entry 32 once existed.\nHeld against 4 checkpoints. Signatures were not checked: name the key with --key.\n',
    ]);
  });

  it('takes the private key in PEM for its public half, and several files', () => {
    const own = folder.file('own.pem');
    writeFileSync(own, privateKey.export({ format: 'pem', type: 'pkcs8' }));
    const single = folder.file('single.txt');
    writeFileSync(single, note(40));
    const words = ['--checkpoint', kept, '--checkpoint', single, '--key', own];
    const { status, stdout } = runCommand('verify', clean, clean, ...words);
    expect([status, stdout.split('\n').slice(1)]).to.deep.equal([
      0,
      [
        `Held against 4 checkpoints, signed by the key in ${own}.`,
        `Held against 1 checkpoint, signed by the key in ${own}.`,
        '',
      ],
    ]);
  });

  it('refuses, in a sentence, what shows nothing', () => {
    const text = readFileSync(kept, 'utf8');
    const files: Record<string, string> = {
      'forged.txt': text.replace('\n24\n', '\n23\n'),
      'torn.txt': text.slice(0, -40),
      'empty.txt': '\n\n',
    };
    for (const [name, content] of Object.entries(files)) writeFileSync(folder.file(name), content);
    const other = folder.file('other.pem');
    writeFileSync(
      other,
      createPublicKey(generateKeyPairSync('ed25519').privateKey).export({ format: 'pem', type: 'spki' }),
    );
    const at = (name: string) => ['--checkpoint', folder.file(name)];
    const refused: [string[], RegExp][] = [
      [
        [...at('forged.txt'), '--key', keyFile],
        /The checkpoint in line 13 of .*forged\.txt is not signed by the key/,
      ],
      [
        [...at('checkpoints.txt'), '--key', other],
        /The checkpoint in line 1 of .* is not signed by the key in .*other\.pem/,
      ],
      [
        [...at('torn.txt'), '--key', keyFile],
        /Line 23 of .*torn\.txt belongs to no checkpoint: it should be the line of a signature/,
      ],
      [at('empty.txt'), /empty\.txt holds no checkpoint/],
      [at('nowhere.txt'), /nowhere\.txt cannot be read/],
      [[...at('checkpoints.txt'), '--key', kept], /checkpoints\.txt is no Ed25519 public key in PEM/],
      [['--key', keyFile], /--key checks the signatures of --checkpoint FILE/],
    ];
    for (const [words, sentence] of refused) {
      const ran = runCommand('verify', clean, clean, ...words);
      expect(ran.stderr).to.match(sentence);
      expect(isRefused(ran), ran.stderr).to.equal(true);
    }
  });
});
