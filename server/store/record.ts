// The permanent record: one chain of revisions of classes, series, shared texts, pay schedules and the plan's
// settings. A revision is appended once and never changes; appending happens inside a transaction.
import { randomBytes } from 'node:crypto';
import type {
  CalendarDate,
  ChangeKind,
  HistoryEvent,
  Instant,
  Schemas,
  Status,
} from '../../schemas/types.ts';
import { canonicalJson, hashBody, hashRevision, type RevisionHeader } from '../model/revision-chain.ts';
import type { RevisionsTable, Store } from './database.ts';
import { indexClass } from './class-index.ts';

/** What the record keeps revisions of, with the form of each body. */
export interface Bodies {
  class: Schemas['specification.schema.json'];
  series: Schemas['series.schema.json'];
  plan: Schemas['plan-settings.schema.json'];
  'shared-text': Schemas['shared-text.schema.json'];
  'pay-schedule': Schemas['pay-schedule.schema.json'];
  action: Schemas['decided-action.schema.json'];
  'official-document': Schemas['official-document.schema.json'];
}

export type Subject = keyof Bodies;

/** As known at the end of time: all that is recorded counts. */
export const endOfTime: Instant = '9999-12-31T23:59:59.999Z';

export interface NewRevision<S extends Subject> {
  readonly subject: S;
  readonly subjectId: string;
  readonly status: Status;
  readonly changes: readonly ChangeKind[];
  readonly effectiveOn: CalendarDate;
  readonly decidedOn: CalendarDate | null;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly action: string | null;
  readonly events: readonly HistoryEvent[];
  readonly body: Bodies[S];
}

/** A revision as kept: its header, its hash, its body. */
export interface RecordedRevision<S extends Subject = Subject> extends RevisionHeader {
  readonly subject: S;
  readonly status: Status;
  readonly changes: readonly ChangeKind[];
  readonly events: readonly HistoryEvent[];
  readonly hash: string;
  readonly body: Bodies[S];
}

/** Appends one revision as the next of its subject and of the record, reads it back and proves its hashes. */
export async function appendRevision<S extends Subject>(
  store: Store,
  entry: NewRevision<S>,
): Promise<RecordedRevision<S>> {
  const { body, ...stated } = entry;
  const head = await recordHead(store);
  const text = canonicalJson(body);
  const salt = randomBytes(16).toString('hex');
  const header: RevisionHeader = {
    ...stated,
    seq: head.seq + 1,
    number: (await latestNumber(store, entry.subject, entry.subjectId)) + 1,
    previousHash: head.hash,
    bodyHash: hashBody(salt, text),
  };
  return keepEntry(store, { header, body: text, salt, hash: hashRevision(header) });
}

/** An entry of the record in full: what its hash is over, and the hash. `body` is canonical JSON. */
export interface Entry {
  readonly header: RevisionHeader;
  readonly body: string;
  readonly salt: string;
  readonly hash: string;
}

/** Keeps the next entry of the record as it is given, reads it back, proves its hashes and indexes it. */
export async function keepEntry<S extends Subject>(store: Store, entry: Entry): Promise<RecordedRevision<S>> {
  const { seq } = entry.header;
  await store.db.insertInto('revisions').values(toRow(entry)).execute();
  await store.db.updateTable('record_head').set({ seq, hash: entry.hash }).where('id', '=', 1).execute();
  const kept = await readBack<S>(store, seq, entry.hash);
  if (isOfClass(kept)) await indexClass(store, kept);
  return kept;
}

function isOfClass(revision: RecordedRevision): revision is RecordedRevision<'class'> {
  return revision.subject === 'class';
}

export async function recordHead(store: Store): Promise<{ seq: number; hash: string }> {
  return store.db.selectFrom('record_head').select(['seq', 'hash']).executeTakeFirstOrThrow();
}

/** The latest entry: its number, and when it was taken in; null of an empty record. */
export async function headEntry(store: Store): Promise<{ seq: number; recordedAt: Instant } | null> {
  const row = await store.db
    .selectFrom('revisions')
    .select(['seq', 'recorded_at as recordedAt'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

async function latestNumber(store: Store, subject: Subject, subjectId: string): Promise<number> {
  const row = await store.db
    .selectFrom('revisions')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('subject', '=', subject)
    .where('subject_id', '=', subjectId)
    .executeTakeFirst();
  return row?.number ?? 0;
}

async function readBack<S extends Subject>(
  store: Store,
  seq: number,
  hash: string,
): Promise<RecordedRevision<S>> {
  const row = await store.db
    .selectFrom('revisions')
    .selectAll()
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow();
  const kept = fromRow<S>(row);
  const { hash: keptHash, body: _body, ...header } = kept;
  const holds =
    keptHash === hash && hashRevision(header) === hash && hashBody(row.salt, row.body) === header.bodyHash;
  if (!holds) throw new Error(`Revision ${seq} read back from the database is not what was written`);
  return kept;
}

function toRow({ header, body, salt, hash }: Entry): RevisionsTable {
  return {
    seq: header.seq,
    subject: header.subject,
    subject_id: header.subjectId,
    number: header.number,
    status: header.status,
    changes: canonicalJson(header.changes),
    effective_on: header.effectiveOn,
    decided_on: header.decidedOn,
    recorded_at: header.recordedAt,
    recorded_by: header.recordedBy,
    action: header.action,
    events: canonicalJson(header.events),
    body,
    salt,
    body_hash: header.bodyHash,
    previous_hash: header.previousHash,
    hash,
  };
}

/** The row as a revision. Its JSON was validated before it was written and is sealed by its hash since. */
export function fromRow<S extends Subject>(row: RevisionsTable): RecordedRevision<S> {
  return Object.freeze({
    seq: row.seq,
    subject: row.subject as S,
    subjectId: row.subject_id,
    number: row.number,
    status: row.status as Status,
    changes: JSON.parse(row.changes) as ChangeKind[],
    effectiveOn: row.effective_on,
    decidedOn: row.decided_on,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    action: row.action,
    events: JSON.parse(row.events) as HistoryEvent[],
    previousHash: row.previous_hash,
    bodyHash: row.body_hash,
    hash: row.hash,
    body: JSON.parse(row.body) as Bodies[S],
  });
}

/** The revision of a subject in force on `on`, of those that take effect by then the latest, then the highest; as known at an instant, where one is given. */
export async function revisionInForce<S extends Subject>(
  store: Store,
  subject: S,
  subjectId: string,
  on: CalendarDate,
  knownAt: Instant = endOfTime,
): Promise<RecordedRevision<S> | null> {
  const row = await store.db
    .selectFrom('revisions')
    .selectAll()
    .where('subject', '=', subject)
    .where('subject_id', '=', subjectId)
    .where('effective_on', '<=', on)
    .where('recorded_at', '<=', knownAt)
    .orderBy('effective_on', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? fromRow<S>(row) : null;
}

/** An entry by its number in the record. */
export async function entryAt<S extends Subject>(
  store: Store,
  subject: S,
  seq: number,
): Promise<RecordedRevision<S> | null> {
  const row = await store.db
    .selectFrom('revisions')
    .selectAll()
    .where('seq', '=', seq)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row ? fromRow<S>(row) : null;
}

/** Every revision of a subject, by number. */
export async function revisionsOf<S extends Subject>(
  store: Store,
  subject: S,
  subjectId: string,
): Promise<RecordedRevision<S>[]> {
  const rows = await store.db
    .selectFrom('revisions')
    .selectAll()
    .where('subject', '=', subject)
    .where('subject_id', '=', subjectId)
    .orderBy('number')
    .execute();
  return rows.map((row) => fromRow<S>(row));
}

/** Every revision of many subjects, by number, under the id of each. */
export async function revisionsOfEach<S extends Subject>(
  store: Store,
  subject: S,
  subjectIds: readonly string[],
): Promise<Map<string, RecordedRevision<S>[]>> {
  const rows = await store.db
    .selectFrom('revisions')
    .selectAll()
    .where('subject', '=', subject)
    .where('subject_id', 'in', [...subjectIds])
    .orderBy('number')
    .execute();
  const found = new Map<string, RecordedRevision<S>[]>(subjectIds.map((id) => [id, []]));
  for (const row of rows) found.get(row.subject_id)?.push(fromRow<S>(row));
  return found;
}
