// The forms of SQL that could change history: each is refused, whatever connection it comes through, and the
// record verifies intact afterwards. What rests on a setting of the connection rather than on a trigger is said.
import { expect } from 'chai';
import type SqliteDatabase from 'better-sqlite3';
import { verify } from '../../server/store/record-verdict.ts';
import { rawConnection, temporaryFolder, writeRecord } from './record-room.ts';

type Columns = Readonly<Record<string, string>>;

const last = 'from revisions where seq = (select max(seq) from revisions)';
const ownHash = `printf('%064d', 7)`;

/** The insertion of a copy of the last entry as the next one, with the given expressions in place of its own. */
function copyOfLast(changed: Columns = {}, insert = 'insert', rest = ''): string {
  const copied: Columns = {
    seq: 'seq + 1',
    subject: 'subject',
    subject_id: 'subject_id',
    number: 'number + 1',
    status: 'status',
    changes: 'changes',
    effective_on: 'effective_on',
    decided_on: 'decided_on',
    recorded_at: 'recorded_at',
    recorded_by: 'recorded_by',
    action: 'action',
    events: 'events',
    body: 'body',
    salt: 'salt',
    body_hash: 'body_hash',
    previous_hash: 'hash',
    hash: ownHash,
    ...changed,
  };
  return `${insert} into revisions (${Object.keys(copied).join(', ')})
    select ${Object.values(copied).join(', ')} ${last} ${rest}`;
}

function document(insert: string, values: string, rest = ''): string {
  return `${insert} into official_documents (revision_seq, kind, record_seq, sha256, bytes)
    values (${values}, printf('%064d', 1), x'00') ${rest}`;
}

const permanent = /permanent/;
const chain = /must continue the record/;
const advance = /only advances/;

const onRevisions: [string, string, RegExp][] = [
  ['update without where', `update revisions set status = 'abolished'`, permanent],
  ['update of one body', `update revisions set body = '{}' where seq = 3`, permanent],
  ['update that changes nothing', 'update revisions set seq = seq where seq = 3', permanent],
  ['update of rowid', 'update revisions set rowid = 999 where seq = 3', permanent],
  ['update or ignore', `update or ignore revisions set body = '{}' where seq = 3`, permanent],
  ['update or replace', 'update or replace revisions set seq = 4 where seq = 3', permanent],
  [
    'update from',
    'update revisions set body = other.body from revisions as other where other.seq = 5',
    permanent,
  ],
  ['update returning', `update revisions set action = '' returning seq`, permanent],
  ['delete of one', 'delete from revisions where seq = 2', permanent],
  ['delete of the last', 'delete from revisions where seq = (select max(seq) from revisions)', permanent],
  ['delete without where', 'delete from revisions', permanent],
  ['delete returning', 'delete from revisions where seq = 2 returning body', permanent],
  ['replace', copyOfLast({ seq: '2' }, 'replace'), chain],
  ['insert or replace of an entry', copyOfLast({ seq: 'seq', number: 'number' }, 'insert or replace'), chain],
  [
    'insert or replace through the hash of another',
    copyOfLast({ hash: '(select hash from revisions where seq = 2)' }, 'insert or replace'),
    permanent,
  ],
  ['insert or ignore with a gap', copyOfLast({ seq: 'seq + 2' }, 'insert or ignore'), chain],
  ['upsert', copyOfLast({ seq: '2' }, 'insert', `on conflict (seq) do update set body = '{}'`), chain],
  [
    'upsert on the hash',
    copyOfLast({ hash: 'hash' }, 'insert', `on conflict (hash) do update set body = '{}'`),
    permanent,
  ],
  ['insert with a gap', copyOfLast({ seq: 'seq + 2' }), chain],
  ['insert before the first', copyOfLast({ seq: '0' }), chain],
  ['insert without a seq', copyOfLast({ seq: 'null' }), chain],
  ['insert of a seq that is there', copyOfLast({ seq: '3' }), chain],
  ['insert with another previous hash', copyOfLast({ previous_hash: 'previous_hash' }), chain],
  ['insert with a number too high', copyOfLast({ number: 'number + 2' }), chain],
  ['insert with a number that is there', copyOfLast({ number: 'number' }), chain],
  ['insert of a new subject as number 2', copyOfLast({ subject_id: `'new'`, number: '2' }), chain],
  ['insert of an unknown subject', copyOfLast({ subject: `'note'`, number: '1' }), /CHECK/],
  ['insert of a hash too short', copyOfLast({ hash: `'abc'` }), /CHECK/],
];

const onTheRest: [string, string, RegExp][] = [
  ['head deleted', 'delete from record_head', /cannot be deleted/],
  ['head going back', 'update record_head set seq = seq - 1', advance],
  [
    'head going back with the hash of that entry',
    `update record_head set (seq, hash) = (select seq, hash from revisions where seq = 2)`,
    advance,
  ],
  ['head skipping', 'update record_head set seq = seq + 2', advance],
  ['head advancing to no entry', `update record_head set seq = seq + 1, hash = ${ownHash}`, advance],
  ['hash of the head changed', `update record_head set hash = ${ownHash}`, advance],
  ['second head', `insert into record_head values (2, 1, ${ownHash})`, /one row/],
  ['head replaced', `insert or replace into record_head values (1, 0, ${ownHash})`, /one row/],
  ['head upserted', `insert into record_head values (1, 0, '') on conflict do update set seq = 0`, /one row/],
  [
    'bytes of a document changed',
    `update official_documents set bytes = x'00' where revision_seq = 1`,
    permanent,
  ],
  [
    'document moved to another revision',
    'update official_documents set revision_seq = 2 where revision_seq = 1',
    permanent,
  ],
  ['document deleted', 'delete from official_documents where revision_seq = 1', permanent],
  ['all documents deleted', 'delete from official_documents', permanent],
  ['document replaced', document('replace', `1, 'specification', 3`), permanent],
  ['document inserted or replaced', document('insert or replace', `1, 'specification', 3`), permanent],
  [
    'document upserted',
    document('insert', `1, 'specification', 3`, 'on conflict do update set bytes = excluded.bytes'),
    permanent,
  ],
  ['document replaced through its entry', document('insert or replace', `4, 'specification', 2`), permanent],
  [
    'document moved to another entry',
    'update official_documents set record_seq = 3 where record_seq = 2',
    permanent,
  ],
  ['document of an unknown kind', document('insert', `1, 'draft', 3`), /CHECK/],
];

const throughView = `create temp view door as select * from revisions;
  create temp trigger opened instead of update on door
    begin update revisions set body = new.body where seq = old.seq; end;
  update door set body = '{}' where seq = 2`;

const connections: Readonly<Record<string, readonly string[]>> = {
  'with the settings of the store': ['recursive_triggers = 1', 'foreign_keys = 1'],
  'with the settings of better-sqlite3': [],
  'with foreign keys and recursive triggers off': ['recursive_triggers = 0', 'foreign_keys = 0'],
};

describe('the record is permanent', () => {
  const folder = temporaryFolder();
  const file = folder.file('record.db');
  before(() => writeRecord(file, 20));
  after(() => folder.remove());

  for (const [name, settings] of Object.entries(connections)) {
    describe(name, () => {
      let database: SqliteDatabase.Database;
      before(() => {
        database = rawConnection(file);
        for (const setting of settings) database.pragma(setting);
      });
      after(() => database.close());

      for (const [form, statement, sentence] of [...onRevisions, ...onTheRest]) {
        it(`refuses: ${form}`, () => expectRefused(database, statement, sentence));
      }
      it('refuses: update of any column', () => {
        const columns = database.prepare(`select name from pragma_table_info('revisions')`).pluck().all();
        expect(columns).to.have.length(17);
        for (const column of columns) {
          expectRefused(database, `update revisions set ${String(column)} = '7' where seq = 4`, permanent);
        }
      });
      it('refuses: update through a view with a trigger of its own', () =>
        expectRefused(database, throughView, permanent));
      it('accepts an entry that continues the chain (so the refusals above are not for another reason)', () => {
        database.exec('begin');
        expect(database.prepare(copyOfLast()).run().changes).to.equal(1);
        database.exec('rollback');
      });
    });
  }

  it('a document of no revision is refused by foreign_keys alone', () => {
    const stray = document('insert', `999, 'specification', 3`);
    const database = rawConnection(file);
    expect(() => database.exec(stray)).to.throw(/FOREIGN KEY/);
    database.pragma('foreign_keys = 0');
    database.exec('begin');
    expect(() => database.exec(stray)).not.to.throw();
    database.exec('rollback');
    database.close();
  });

  afterEach(() => expect(verify(file, []).verdict).to.equal('intact'));
});

function expectRefused(database: SqliteDatabase.Database, statement: string, sentence: RegExp): void {
  const before = contents(database);
  expect(() => database.exec(statement)).to.throw(sentence);
  expect(contents(database)).to.deep.equal(before);
}

function contents(database: SqliteDatabase.Database): unknown[] {
  return ['revisions', 'record_head', 'official_documents'].map((table) =>
    database.prepare(`select * from ${table}`).all(),
  );
}
