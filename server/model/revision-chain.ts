// The hash rule of the permanent record. Every entry names the hash of the entry before it, so that a change
// anywhere shows from there on. scripts/record-verdict.ts uses this file and nothing else of the application.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** What an entry of the record says besides its body. `events` is part of it, so that history is sealed too. */
export interface RevisionHeader {
  readonly seq: number;
  readonly subject: string;
  readonly subjectId: string;
  readonly number: number;
  readonly status: string;
  readonly changes: readonly string[];
  readonly effectiveOn: string;
  readonly decidedOn: string | null;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly action: string | null;
  readonly events: readonly unknown[];
  readonly previousHash: string;
  readonly bodyHash: string;
}

/** The previousHash of the first entry. */
export const genesisHash = '0'.repeat(64);

/** RFC 8785: one text for one value, whatever the order of its keys. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('This value has no JSON form');
  return text;
}

/** The salt lets a body be removed by a court's order while its hash still stands. */
export function hashBody(salt: string, canonicalBody: string): string {
  return sha256(`classplan/body/1\0${salt}${canonicalBody}`);
}

export function hashRevision(header: RevisionHeader): string {
  return sha256(`classplan/revision/1\0${canonicalJson(header)}`);
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
