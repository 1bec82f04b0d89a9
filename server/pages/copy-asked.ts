// What is asked of a copy: the hash of its bytes, with the revision that the file claims to be; or a revision alone, as a
// short address names it.
import type { Request } from 'express';
import type { Issue } from '../model/issue.ts';
import { longestPaste, readHash } from '../model/pasted-hash.ts';
import { readRevisionName, type RevisionName } from '../model/revision-name.ts';
import { queryValue, sentValue } from './page.ts';

export interface CopyAsked {
  /** As it was pasted, for the field. */
  readonly typed: string;
  readonly sha256: string | null;
  /** What the file says of itself; of no weight without a hash. */
  readonly claims: RevisionName | null;
  /** A revision that is asked for without a file. */
  readonly revision: RevisionName | null;
  readonly issues: readonly Issue[];
}

export function askedCopy(request: Request): CopyAsked {
  const given = sentValue(request, 'sha256').trim();
  const typed = given.length <= longestPaste ? given : '';
  const sha256 = readHash(typed);
  const isAsked = given !== '';
  return {
    typed: typed.slice(0, 200),
    sha256,
    claims: sha256 === null ? null : revisionIn(request, 'claims'),
    revision: isAsked ? null : revisionIn(request, 'revision'),
    issues:
      isAsked && sha256 === null ? [{ field: 'sha256', problem: 'format', message: notAHash(typed) }] : [],
  };
}

function revisionIn(request: Request, name: string): RevisionName | null {
  return readRevisionName(queryValue(request, name) ?? '');
}

function notAHash(typed: string): string {
  const digits = typed.replace(/[\s:]/g, '');
  const count = /^[0-9a-f]+$/i.test(digits) ? ` This has ${digits.length}.` : '';
  return `Paste one SHA-256: 64 characters from 0 to 9 and a to f.${count}`;
}
