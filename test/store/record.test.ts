// The chain of the record: no gaps, a number for each revision of its subject, hashes from genesis on, and
// transactions that are kept whole or not at all.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import { sql } from 'kysely';
import type { RevisionsTable, Store } from '../../server/store/database.ts';
import { openStore } from '../../server/store/open.ts';
import { genesisHash, hashBody, hashRevision } from '../../server/model/revision-chain.ts';
import { keepOfficialDocument, officialDocument } from '../../server/store/official-documents.ts';
import { problemsOf } from '../../server/schemas.ts';
import { appendRevision, fromRow, recordHead, revisionsOf } from '../../server/store/record.ts';
import { verify } from '../../server/store/record-verdict.ts';
import { append, classEntry, printing, temporaryFolder, textEntry } from './record-room.ts';

describe('the record', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(':memory:');
  });
  afterEach(() => store.close());

  it('counts seq over all subjects and number within one', async () => {
    const order = ['a', 'b', 'a', 'c', 'a', 'b'];
    for (const id of order) await append(store, textEntry(id, 'Text.'));
    await append(store, classEntry('a'));
    const rows = await allRows(store);
    expect(rows.map(({ seq }) => seq)).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
    expect(rows.map(({ number }) => number)).to.deep.equal([1, 1, 2, 1, 3, 2, 1]);
  });

  it('chains every hash from genesis, and the head names the last', async () => {
    for (let each = 0; each < 5; each += 1) await append(store, textEntry('a', `Text ${each}.`));
    let previous = genesisHash;
    for (const row of await allRows(store)) {
      const { hash, body: _body, ...header } = fromRow(row);
      expect(header.previousHash).to.equal(previous);
      expect(hashRevision(header)).to.equal(hash);
      expect(hashBody(row.salt, row.body)).to.equal(header.bodyHash);
      previous = hash;
    }
    expect(await recordHead(store)).to.deep.equal({ seq: 5, hash: previous });
  });

  it('writes one text for one value, whatever the order of its keys', async () => {
    const entry = textEntry('a', 'Text.');
    const { id, kind, term, text } = entry.body;
    const turned = { text, term, kind, id };
    expect(JSON.stringify(turned)).not.to.equal(JSON.stringify(entry.body));
    await append(store, entry);
    await append(store, { ...entry, body: turned });
    const [one, other] = await allRows(store);
    expect(other?.body).to.equal(one?.body);
  });

  it('salts equal bodies apart', async () => {
    for (let each = 0; each < 3; each += 1) await append(store, textEntry('a', 'Text.'));
    const rows = await allRows(store);
    expect(new Set(rows.map(({ body }) => body))).to.have.property('size', 1);
    expect(new Set(rows.map(({ salt }) => salt))).to.have.property('size', 3);
    expect(new Set(rows.map(({ body_hash }) => body_hash))).to.have.property('size', 3);
  });

  it('answers what it keeps, and it is frozen', async () => {
    const entry = classEntry('a');
    const kept = await append(store, entry);
    expect(kept.body).to.deep.equal(entry.body);
    expect(await revisionsOf(store, 'class', 'a')).to.deep.equal([kept]);
    expect(kept).to.be.frozen;
  });

  it('keeps nothing of a transaction that fails', async () => {
    await append(store, textEntry('a', 'Kept.'));
    const head = await recordHead(store);
    const failure = await store
      .transaction(async (transaction) => {
        await appendRevision(transaction, textEntry('a', 'Lost.'));
        await appendRevision(transaction, classEntry('c'));
        throw new Error('half way');
      })
      .catch((error: unknown) => error);
    expect(failure).to.have.property('message', 'half way');
    expect(await recordHead(store)).to.deep.equal(head);
    expect(await allRows(store)).to.have.length(1);
    expect(await store.db.selectFrom('class_index').selectAll().execute()).to.deep.equal([]);
    await append(store, textEntry('a', 'Next.'));
    expect((await recordHead(store)).seq).to.equal(2);
  });

  it('keeps nothing of a class without a code', async () => {
    const failure = await append(store, classEntry('c', { code: null })).catch((error: unknown) => error);
    expect(failure)
      .to.have.property('message')
      .that.matches(/no class code/);
    expect(await allRows(store)).to.deep.equal([]);
  });

  it('seals an official PDF in an entry of its own, and keeps neither without the other', async () => {
    const { seq } = await append(store, classEntry('a'));
    const before = await recordHead(store);
    const failure: unknown = await store
      .transaction(async (transaction) => {
        await keepOfficialDocument(transaction, seq, printing('lost'));
        throw new Error('half way');
      })
      .catch((error: unknown) => error);
    expect(failure).to.have.property('message', 'half way');
    expect(await officialDocument(store, seq)).to.equal(null);
    expect(await recordHead(store)).to.deep.equal(before);

    for (const text of ['kept', 'late'])
      await store.transaction((transaction) => keepOfficialDocument(transaction, seq, printing(text)));
    const document = await officialDocument(store, seq);
    expect(document && Buffer.from(document.bytes).toString()).to.equal('%PDF-1.7 kept');
    const [, row, ...others] = await allRows(store);
    expect(others).to.deep.equal([]);
    expect(row).to.include({
      seq: 2,
      subject: 'official-document',
      subject_id: '1-specification',
      number: 1,
    });
    expect(row).to.include({
      effective_on: '2024-01-02',
      recorded_by: 'printer',
      previous_hash: before.hash,
    });
    const body: unknown = JSON.parse(row?.body ?? '');
    expect(problemsOf('official-document.schema.json', body)).to.deep.equal([]);
    expect(body).to.deep.include({ revisionSeq: seq, sha256: document?.sha256, bytes: 13, pages: 2 });
  });

  it('does not serve an official PDF whose bytes are not what was stored', async () => {
    const { seq } = await append(store, classEntry('a'));
    await store.transaction((transaction) => keepOfficialDocument(transaction, seq, printing('kept')));
    await sql.raw('drop trigger official_documents_refuse_update').execute(store.db);
    await sql.raw(`update official_documents set bytes = x'00'`).execute(store.db);
    const failure: unknown = await officialDocument(store, seq).catch((error: unknown) => error);
    expect(failure)
      .to.have.property('message')
      .that.matches(/is not what was stored/);
  });

  it('orders transactions that are begun together', async () => {
    const all = Array.from({ length: 40 }, (_, each) =>
      append(store, textEntry(`s-${each % 3}`, `Text ${each}.`)),
    );
    const kept = await Promise.all(all);
    expect(kept.map(({ seq }) => seq).sort((one, other) => one - other)).to.deep.equal(
      all.map((_, index) => index + 1),
    );
    const texts = (await allRows(store)).map((row) => (JSON.parse(row.body) as { text: string }).text);
    expect(new Set(texts)).to.have.property('size', 40);
  });
});

describe('the record of two processes', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  it('has no gap and loses no entry', async () => {
    const file = folder.file('shared.db');
    await (await openStore(file)).close();
    const writers = ['one', 'other'].map((name) => {
      const script = new URL('writer.ts', import.meta.url).pathname;
      return spawn(process.execPath, [script, file, name, '40'], { stdio: ['pipe', 'pipe', 'inherit'] });
    });
    const ended = writers.map((writer) => once(writer, 'exit'));
    await Promise.all(writers.map((writer) => once(writer.stdout, 'data')));
    for (const writer of writers) writer.stdin.write('go\n');
    expect((await Promise.all(ended)).map(([code]) => code as number)).to.deep.equal([0, 0]);

    const store = await openStore(file);
    const rows = await allRows(store);
    await store.close();
    expect(rows.map(({ seq }) => seq)).to.deep.equal(Array.from({ length: 80 }, (_, index) => index + 1));
    const texts = rows.map((row) => (JSON.parse(row.body) as { text: string }).text);
    expect(new Set(texts)).to.have.property('size', 80);
    expect(verify(file, []).verdict).to.equal('intact');
  });
});

function allRows(store: Store): Promise<RevisionsTable[]> {
  return store.db.selectFrom('revisions').selectAll().orderBy('seq').execute();
}
