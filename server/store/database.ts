// The tables, as Kysely types them. `revisions`, `record_head` and `official_documents` are the permanent
// record; `class_index`, `class_search` and `class_words` are derived from it and can be made anew.
import type { Generated, Kysely } from 'kysely';

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
  /** The entry of the record that seals these bytes. */
  record_seq: number;
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
  eeo4: string | null;
  bargaining_unit: string | null;
}

/** Every word of a text or name, with how many revisions hold it. */
export interface ClassWordsTable {
  word: string;
  texts: number;
}

export interface ActionsTable {
  number: string;
  title: string;
  reason: string;
  authority: string;
  step: string;
  effective_on: string | null;
  posted_on: string | null;
  comments_until: string | null;
  decided_on: string | null;
  ratified_on: string | null;
  opened_by: string;
  opened_at: string;
  hash: string;
}

export interface DraftsTable {
  action: string;
  class_id: string;
  position: number;
  intent: string;
  base_number: number | null;
  effective_on: string | null;
  carry: string | null;
  choices: string;
  body: string;
  hash: string;
  saved_by: string;
  saved_at: string;
}

export interface DraftVersionsTable {
  id: Generated<number>;
  action: string;
  class_id: string;
  hash: string;
  draft: string;
  saved_by: string;
  saved_at: string;
}

export interface ActionLogTable {
  id: Generated<number>;
  action: string;
  at: string;
  by: string;
  act: string;
  step: string;
  note: string | null;
  hash: string;
  snapshot: string | null;
}

export interface AdoptionsTable {
  action: string;
  hash: string;
  approved_by: string;
  approved_at: string;
  total: number;
  moved_at: string;
  fault: string | null;
}

export interface WaitingPrintsTable {
  action: string;
  text_hash: string;
  facts: string;
  bytes: Uint8Array;
}

export interface PeopleTable {
  id: string;
  name: string;
  email: string;
  initials: string;
  roles: string;
  password: string | null;
  oidc_issuer: string | null;
  oidc_subject: string | null;
  is_demonstration: number;
  created_at: string;
  disabled_at: string | null;
  sessions_from: string;
}

export interface SessionsTable {
  id_hash: string;
  person_id: string | null;
  body: string;
  created_at: string;
  expires_at: string;
}

export interface AuditTable {
  seq: number;
  at: string;
  person_id: string | null;
  act: string;
  subject: string;
  detail: string;
}

export interface ThreadsTable {
  id: number;
  action: string;
  class_id: string;
  place: string;
  quote: string | null;
}

export interface ThreadEntriesTable {
  id: number;
  thread: number;
  at: string;
  by: string;
  act: string;
  text: string;
}

export interface PublicCommentsTable {
  action: string;
  number: number;
  posted_on: string;
  received_at: string;
  class_id: string | null;
  class_title: string | null;
  class_code: string | null;
  name: string | null;
  text: string;
}

export interface CommentDecisionsTable {
  id: number;
  action: string;
  comment: number;
  at: string;
  by: string;
  decision: string;
  reason: string | null;
}

export interface SuppressionsTable {
  seq: number;
  act: string;
  rule: string;
  class_id: string | null;
  finding_key: string;
  evidence: string;
  reason: string;
  by: string;
  at: string;
}

export interface PlanTextDraftsTable {
  action: string;
  subject: string;
  subject_id: string;
  position: number;
  base_number: number | null;
  status: string;
  body: string;
  hash: string;
  saved_by: string;
  saved_at: string;
}

export interface PlanTextVersionsTable {
  id: Generated<number>;
  action: string;
  subject: string;
  subject_id: string;
  hash: string;
  draft: string;
  saved_by: string;
  saved_at: string;
}

export interface SweepsTable {
  id: string;
  action: string;
  proposal: string;
  begun_by: string;
  begun_at: string;
}

export interface SweepDecisionsTable {
  id: Generated<number>;
  sweep: string;
  class_id: string;
  decision: string;
  reason: string | null;
  fingerprint: string;
  by: string;
  at: string;
}

export interface SweepStepsTable {
  id: Generated<number>;
  sweep: string;
  step: string;
  outcome: string | null;
  by: string;
  at: string;
}

/** A file that was read for a draft and waits for its sender to say that it is meant. */
export interface UploadsTable {
  id: string;
  action: string;
  class_id: string;
  base: string;
  body: string;
  report: string;
  person: string;
  at: string;
}

export interface TokensTable {
  id: string;
  person_id: string;
  name: string;
  scopes: string;
  hash: string;
  created_at: string;
  expires_at: string;
  revoked_at: string | null;
  used_at: string | null;
}

/** `answer` is null while the first request is under way. */
export interface IdempotencyKeysTable {
  holder: string;
  key: string;
  fingerprint: string;
  at: string;
  answer: string | null;
}

export interface Database {
  tokens: TokensTable;
  idempotency_keys: IdempotencyKeysTable;
  uploads: UploadsTable;
  threads: ThreadsTable;
  thread_entries: ThreadEntriesTable;
  public_comments: PublicCommentsTable;
  comment_decisions: CommentDecisionsTable;
  people: PeopleTable;
  sessions: SessionsTable;
  audit: AuditTable;
  actions: ActionsTable;
  action_authors: { action: string; person_id: string };
  drafts: DraftsTable;
  draft_versions: DraftVersionsTable;
  action_log: ActionLogTable;
  adoptions: AdoptionsTable;
  waiting_prints: WaitingPrintsTable;
  revisions: RevisionsTable;
  record_head: RecordHeadTable;
  official_documents: OfficialDocumentsTable;
  class_index: ClassIndexTable;
  class_words: ClassWordsTable;
  suppressions: SuppressionsTable;
  plan_text_drafts: PlanTextDraftsTable;
  plan_text_versions: PlanTextVersionsTable;
  sweeps: SweepsTable;
  sweep_decisions: SweepDecisionsTable;
  sweep_steps: SweepStepsTable;
}

/** The open database. `transaction` takes the writers' lock before anything is read in it. */
export interface Store {
  readonly db: Kysely<Database>;
  /** Another one whenever something was written that a page of the public could show. */
  seenVersion(): string;
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
