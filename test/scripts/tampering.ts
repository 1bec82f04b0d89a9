// What somebody with the file and a purpose can do to a record: each tampering with the verdict it must meet.
import type SqliteDatabase from 'better-sqlite3';
import fc from 'fast-check';
import { canonicalJson, hashBody, hashRevision, sha256 } from '../../server/model/revision-chain.ts';
import { fromRow } from '../../server/store/record.ts';
import type { RevisionsTable } from '../../server/store/database.ts';

export interface Tampering {
  readonly name: string;
  readonly act: (database: SqliteDatabase.Database) => void;
  /** What the sentence of the verdict must say. */
  readonly found: RegExp;
}

const textColumns = [
  'subject',
  'subject_id',
  'status',
  'changes',
  'effective_on',
  'decided_on',
  'recorded_at',
  'recorded_by',
  'action',
  'events',
  'body',
  'salt',
  'body_hash',
  'previous_hash',
  'hash',
] as const;

const rewordings: Readonly<Record<string, (old: string, at: number) => string>> = {
  append: (old) => `${old} `,
  'cut off': (old) => old.slice(0, -1) || 'x',
  empty: (old) => (old === '' ? 'x' : ''),
  'change a letter of': (old, at) => {
    const place = old === '' ? 0 : at % old.length;
    return `${old.slice(0, place)}${old[place] === 'e' ? 'a' : 'e'}${old.slice(place + 1)}`;
  },
  'break a line in': (old, at) =>
    `${old.slice(0, at % (old.length + 1))}\n${old.slice(at % (old.length + 1))}`,
};

/** Any tampering with a record of `length` entries, of which `printed` have an official PDF in the entry after. */
export function anyTampering(length: number, printed: readonly number[]): fc.Arbitrary<Tampering> {
  const entry = fc.integer({ min: 1, max: length });
  const document = fc.constantFrom(...printed);
  const two = fc
    .uniqueArray(entry, { minLength: 2, maxLength: 2 })
    .map((pair) => pair.sort((one, other) => one - other));
  const reworded = fc.tuple(
    entry,
    fc.constantFrom(...textColumns),
    fc.constantFrom(...Object.keys(rewordings)),
    fc.nat(500),
  );
  return fc.oneof(
    { weight: 6, arbitrary: reworded.map(rewordedColumn) },
    { weight: 1, arbitrary: fc.tuple(entry, fc.integer({ min: 1, max: 9 })).map(renumbered) },
    { weight: 2, arbitrary: fc.tuple(entry, fc.constantFrom(-3, 0, length + 1, length + 40)).map(moved) },
    { weight: 2, arbitrary: entry.map((seq) => deleted(seq, length)) },
    { weight: 2, arbitrary: two.map(([one = 0, other = 0]) => swappedBodies(one, other)) },
    { weight: 2, arbitrary: two.map(([one = 0, other = 0]) => swappedRows(one, other)) },
    { weight: 2, arbitrary: fc.tuple(entry, fc.constantFrom(-1, 0, length + 1)).map(inserted) },
    { weight: 1, arbitrary: entry.map((seq) => continued(seq, length)) },
    { weight: 2, arbitrary: fc.tuple(document, fc.nat(10)).map(changedDocument) },
    { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...documentChanges), document).map(alteredDocument) },
    { weight: 1, arbitrary: document.map(deletedDocument) },
    { weight: 1, arbitrary: document.map(loosenedDocument) },
    { weight: 1, arbitrary: document.map(extraDocument) },
    { weight: 1, arbitrary: fc.constantFrom(...changedHeads(length)) },
  );
}

function rewordedColumn([seq, column, how, at]: [number, string, string, number]): Tampering {
  const reword = rewordings[how] ?? String;
  return {
    name: `${how} ${column} of ${seq}`,
    act: (database) => {
      const old = database.prepare(`select ${column} from revisions where seq = ?`).pluck().get(seq) as
        string | null;
      database
        .prepare(`update revisions set ${column} = ? where seq = ?`)
        .run(old === null ? 'x' : reword(old, at), seq);
    },
    found: new RegExp(`^Altered at ${seq}:`),
  };
}

function renumbered([seq, by]: [number, number]): Tampering {
  return {
    name: `number of ${seq} raised by ${by}`,
    act: (database) =>
      database.prepare('update revisions set number = number + ? + 100 where seq = ?').run(by, seq),
    found: new RegExp(`^Altered at ${seq}:`),
  };
}

function moved([seq, to]: [number, number]): Tampering {
  return {
    name: `entry ${seq} moved to ${to}`,
    act: (database) => database.prepare('update revisions set seq = ? where seq = ?').run(to, seq),
    found: to < 1 ? new RegExp(`^Altered at ${to}:`) : new RegExp(`^Missing at ${seq}:`),
  };
}

function deleted(seq: number, length: number): Tampering {
  return {
    name: `entry ${seq} deleted`,
    act: (database) => database.prepare('delete from revisions where seq = ?').run(seq),
    found:
      seq === length
        ? new RegExp(`^Tail cut: .*entry ${seq - 1}, and entry ${seq} `)
        : new RegExp(`^Missing at ${seq}:`),
  };
}

function swappedBodies(one: number, other: number): Tampering {
  return {
    name: `bodies of ${one} and ${other} swapped`,
    act: (database) => {
      const sealed = database.prepare('select body, salt, body_hash from revisions where seq = ?');
      const put = database.prepare(
        'update revisions set body = @body, salt = @salt, body_hash = @body_hash where seq = @seq',
      );
      const [first, second] = [sealed.get(one) as object, sealed.get(other) as object];
      put.run({ ...first, seq: other });
      put.run({ ...second, seq: one });
    },
    found: new RegExp(`^Altered at ${one}:`),
  };
}

function swappedRows(one: number, other: number): Tampering {
  return {
    name: `entries ${one} and ${other} swapped`,
    act: (database) => {
      const put = database.prepare('update revisions set seq = ? where seq = ?');
      put.run(-9, one);
      put.run(one, other);
      put.run(other, -9);
    },
    found: new RegExp(`^Altered at ${one}:`),
  };
}

function inserted([seq, to]: [number, number]): Tampering {
  return {
    name: `copy of ${seq} inserted as ${to}`,
    act: (database) =>
      insertRow(database, { ...rowOf(database, seq), seq: to, number: 900, hash: 'e'.repeat(64) }),
    found: new RegExp(`^Altered at ${to}:`),
  };
}

/** An entry that continues the chain in every way, but for the head. */
function continued(seq: number, length: number): Tampering {
  return {
    name: `copy of ${seq} appended past the head`,
    act: (database) => {
      const { subject, subject_id } = rowOf(database, seq);
      const number = database
        .prepare('select max(number) + 1 from revisions where subject = ? and subject_id = ?')
        .pluck()
        .get(subject, subject_id) as number;
      const previous_hash = rowOf(database, length).hash;
      insertRow(database, sealed({ ...rowOf(database, seq), seq: length + 1, number, previous_hash }));
    },
    found: new RegExp(`^Altered: the head of the record does not name its last entry, ${length + 1}`),
  };
}

function changedDocument([seq, at]: [number, number]): Tampering {
  return {
    name: `official document of ${seq} changed at ${at}`,
    act: (database) => {
      const bytes = database
        .prepare('select bytes from official_documents where revision_seq = ?')
        .pluck()
        .get(seq) as Buffer;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      database.prepare('update official_documents set bytes = ? where revision_seq = ?').run(bytes, seq);
    },
    found: documentFound('Altered', seq),
  };
}

function documentFound(verdict: string, seq: number): RegExp {
  return new RegExp(`^${verdict}: the official PDF of entry ${seq}, sealed by entry ${seq + 1},`);
}

const anotherText = Buffer.from('%PDF-1.7 another text');

/** Changes of the row of one document, by name; the bytes and their hash together are what a careful hand changes. */
const documentChanges: readonly (readonly [name: string, change: string, ...values: unknown[]])[] = [
  ['hash changed', 'sha256 = ?', '0'.repeat(64)],
  ['bytes and hash changed together', 'bytes = ?, sha256 = ?', anotherText, sha256(anotherText)],
  ['emptied', `bytes = x''`],
  ['kind changed', `kind = 'draft'`],
  ['moved to another revision', 'revision_seq = revision_seq + 2'],
];

function alteredDocument([[name, change, ...values], seq]: [
  (typeof documentChanges)[number],
  number,
]): Tampering {
  return {
    name: `official document of ${seq}: ${name}`,
    act: (database) =>
      database.prepare(`update official_documents set ${change} where revision_seq = ?`).run(...values, seq),
    found: documentFound('Altered', seq),
  };
}

function deletedDocument(seq: number): Tampering {
  return {
    name: `official document of ${seq} deleted`,
    act: (database) => database.prepare('delete from official_documents where revision_seq = ?').run(seq),
    found: documentFound('Missing', seq),
  };
}

function loosenedDocument(seq: number): Tampering {
  return {
    name: `official document of ${seq} put under an entry that seals none`,
    act: (database) =>
      database
        .prepare('update official_documents set record_seq = record_seq + 1 where revision_seq = ?')
        .run(seq),
    found: documentFound('Missing', seq),
  };
}

function extraDocument(seq: number): Tampering {
  return {
    name: `unknown official document of ${seq + 2}`,
    act: (database) =>
      database
        .prepare(`insert into official_documents values (?, 'specification', ?, ?, ?)`)
        .run(seq + 2, sha256(anotherText), anotherText, seq + 2),
    found: /^Altered: there is an official PDF that the record does not know/,
  };
}

function changedHeads(length: number): Tampering[] {
  const head = (change: string, found: RegExp): Tampering => ({
    name: `head: ${change}`,
    act: (database) => database.prepare(change).run(),
    found,
  });
  return [
    head('update record_head set seq = seq - 1', /^Altered: the head/),
    head('update record_head set seq = seq + 1', new RegExp(`^Tail cut: .*entry ${length + 1} once existed`)),
    head(`update record_head set hash = '${'0'.repeat(64)}'`, /^Altered: the head/),
    head('delete from record_head', /^Altered: the head/),
  ];
}

export function rowOf(database: SqliteDatabase.Database, seq: number): RevisionsTable {
  return database.prepare('select * from revisions where seq = ?').get(seq) as RevisionsTable;
}

function insertRow(database: SqliteDatabase.Database, row: RevisionsTable): void {
  const names = Object.keys(row);
  database
    .prepare(
      `insert into revisions (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`,
    )
    .run(row);
}

/** The row with the hashes that what it says would have. */
function sealed(row: RevisionsTable): RevisionsTable {
  const body_hash = hashBody(row.salt, row.body);
  const { hash: _hash, body: _body, ...header } = fromRow({ ...row, body_hash, body: '{}' });
  return { ...row, body_hash, hash: hashRevision(header) };
}

/** Changes the body of entry `seq` and makes every later hash, and the head, agree with it. */
export function rewriteFrom(database: SqliteDatabase.Database, seq: number, length: number): void {
  const body = canonicalJson({
    ...(JSON.parse(rowOf(database, seq).body) as object),
    title: 'Another title',
  });
  database.prepare('update revisions set body = ? where seq = ?').run(body, seq);
  resealFrom(database, seq, length);
}

/** Makes every hash from entry `seq` on, and the head, agree with what the entries say. */
export function resealFrom(database: SqliteDatabase.Database, seq: number, length: number): void {
  const put = database.prepare(
    'update revisions set body_hash = @body_hash, previous_hash = @previous_hash, hash = @hash where seq = @seq',
  );
  for (let each = seq; each <= length; each += 1) {
    const row = rowOf(database, each);
    const previous_hash = each === 1 ? row.previous_hash : rowOf(database, each - 1).hash;
    const made = sealed({ ...row, previous_hash });
    put.run({ seq: each, body_hash: made.body_hash, previous_hash, hash: made.hash });
  }
  database.prepare('update record_head set hash = ?').run(rowOf(database, length).hash);
}

/** Exchanges the PDF of entry `seq` and makes the entry that seals it, and every later hash, agree with it. */
export function exchangeDocument(database: SqliteDatabase.Database, seq: number, length: number): void {
  const entry = JSON.parse(rowOf(database, seq + 1).body) as object;
  const body = canonicalJson({ ...entry, sha256: sha256(anotherText), bytes: anotherText.length });
  database.prepare('update revisions set body = ? where seq = ?').run(body, seq + 1);
  database
    .prepare('update official_documents set bytes = ?, sha256 = ? where revision_seq = ?')
    .run(anotherText, sha256(anotherText), seq);
  resealFrom(database, seq + 1, length);
}
