// One official PDF held against what the record prints today: stored, sealed and printed must be the same bytes, but for the
// employer's signature.
import { type Reprint, reprintOf } from '../server/documents/reprint.ts';
import { sha256 } from '../server/model/revision-chain.ts';
import type { Printer } from '../server/print/printer.ts';
import type { Store } from '../server/store/database.ts';
import { officialDocument, storedHash } from '../server/store/official-documents.ts';
import type { Views } from '../server/views.ts';
import type { Done, Journal } from './reprint-journal.ts';

export interface Reprinting {
  readonly store: Store;
  readonly printer: Printer;
  readonly views: Views;
  readonly journal: Journal;
}

/** A sentence on what differs; null where nothing does. */
export async function checkAgain(tools: Reprinting, revisionSeq: number): Promise<string | null> {
  const reprint = await reprintOf(tools, revisionSeq);
  const { revision, sealed } = reprint;
  const name = `${revision.body.code} revision ${revision.number}`;
  if ((await storedHash(tools.store, revisionSeq)) !== sealed.sha256)
    return `${name}: the stored bytes are not those that the record seals.`;
  const found = tools.journal.find(revisionSeq);
  if (found && wasTheSame(found, reprint)) return null;
  const { bytes, browser } = await tools.printer.print(reprint.job);
  const stored = await officialDocument(tools.store, revisionSeq);
  const isSame = stored !== null && unsigned(bytes).equals(unsigned(stored.bytes));
  tools.journal.add({ ...doneOf(reprint), printed: sha256(bytes), isSame, browser, file: null });
  return isSame ? null : `${name}: ${differenceOf(reprint, bytes, browser)}`;
}

export function doneOf({
  revision,
  sealed,
  source,
}: Reprint): Omit<Done, 'printed' | 'isSame' | 'browser' | 'file'> {
  const { seq: revisionSeq, number, body } = revision;
  return { revisionSeq, code: body.code, revision: number, source, official: sealed.sha256 };
}

function wasTheSame(found: Done, { source, sealed }: Reprint): boolean {
  return found.source === source && found.official === sealed.sha256 && found.isSame === true;
}

/** Without the signature that may stand in it: some keys never sign the same twice. */
function unsigned(bytes: Uint8Array): Buffer {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [, from, to] = /\/ByteRange \[ ?0 (\d+) (\d+) \d+/.exec(whole.toString('latin1')) ?? [];
  if (from === undefined || to === undefined) return whole;
  return Buffer.concat([whole.subarray(0, Number(from)), whole.subarray(Number(to))]);
}

function differenceOf({ sealed }: Reprint, bytes: Uint8Array, browser: string): string {
  const sizes = `the record prints ${bytes.length} bytes today, the official PDF has ${sealed.bytes}`;
  const reason =
    browser === sealed.browser
      ? `both by ${browser}: its dress, its fonts, its text or the key that signs changed`
      : `printed by ${sealed.browser} then and by ${browser} now, and bytes are the same for one build only`;
  return `${sizes}; ${reason}.`;
}
