// What is wrong with one entry of the record where it stands: nothing of the application is used but the hash rule.
import { canonicalJson, hashBody, hashRevision, type RevisionHeader } from '../model/revision-chain.ts';
import type { RevisionsTable } from './database.ts';

/** The fault of an entry after `previous`, as number `number` of its subject; null where it is what was recorded. */
export function entryFault(
  row: RevisionsTable,
  previous: { readonly seq: number; readonly hash: string },
  number: number,
): string | null {
  if (row.seq !== previous.seq + 1) return 'no entry can stand there';
  const header = headerOf(row);
  if (header === null) return 'a column is not the text that was written';
  if (hashBody(row.salt, row.body) !== row.body_hash) return 'its body does not match its hash';
  if (hashRevision(header) !== row.hash) return 'its header does not match its hash';
  if (row.previous_hash !== previous.hash) return 'it does not continue the entry before it';
  return row.number === number ? null : `it is numbered ${row.number} where ${number} comes next`;
}

function headerOf(row: RevisionsTable): RevisionHeader | null {
  const [changes, events] = [canonicalList(row.changes), canonicalList(row.events)];
  // A BLOB with the bytes of the text would hash alike.
  if (!changes || !events || typeof row.body !== 'string' || typeof row.salt !== 'string') return null;
  return {
    seq: row.seq,
    subject: row.subject,
    subjectId: row.subject_id,
    number: row.number,
    status: row.status,
    changes: changes as string[],
    effectiveOn: row.effective_on,
    decidedOn: row.decided_on,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    action: row.action,
    events,
    previousHash: row.previous_hash,
    bodyHash: row.body_hash,
  };
}

/** The list, where the text is its one canonical form; null otherwise, so that no byte can change unseen. */
function canonicalList(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && canonicalJson(value) === text ? (value as unknown[]) : null;
  } catch {
    return null;
  }
}
