// The tables, as Kysely types them. `revisions`, `record_head` and `official_documents` are the permanent
// record; `class_index` and `class_search` are derived from it and can be made anew.
import type { Kysely } from 'kysely';

export interface RevisionsTable {
  seq: number;
  subject: string;
  subject_id: string;
  number: number;
  status: string;
  changes: string;
  effective_on: string;
  decided_on: string | null;
  recorded_at: string;
  recorded_by: string;
  action: string | null;
  events: string;
  body: string;
  salt: string;
  body_hash: string;
  previous_hash: string;
  hash: string;
}

export interface RecordHeadTable {
  id: number;
  seq: number;
  hash: string;
}

export interface OfficialDocumentsTable {
  revision_seq: number;
  kind: string;
  sha256: string;
  bytes: Uint8Array;
  pages: number;
  printed_at: string;
  browser: string;
}

export interface ClassIndexTable {
  revision_seq: number;
  class_id: string;
  number: number;
  status: string;
  effective_on: string;
  recorded_at: string;
  code: string;
  title: string;
  series_id: string | null;
  series_level: number | null;
  pay_grade: string | null;
  flsa: string | null;
  occupational_group: string | null;
  summary: string;
}

export interface Database {
  revisions: RevisionsTable;
  record_head: RecordHeadTable;
  official_documents: OfficialDocumentsTable;
  class_index: ClassIndexTable;
}

/** The open database. `transaction` takes the writers' lock before anything is read in it. */
export interface Store {
  readonly db: Kysely<Database>;
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
