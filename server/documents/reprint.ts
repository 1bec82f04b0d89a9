// An official PDF printed again from the record alone: the same text under the same settings, with the date and the anchor
// that its sealed entry names. What is stored is compared, never replaced.
import type { OfficialDocument as Sealed } from '../../schemas/types.ts';
import { sha256 } from '../model/revision-chain.ts';
import type { PrintJob } from '../print/printer.ts';
import type { Store } from '../store/database.ts';
import { officialDocumentFacts } from '../store/official-documents.ts';
import { entryAt, type RecordedRevision, revisionsOf } from '../store/record.ts';
import type { Views } from '../views.ts';
import { historyTo, printJob } from './official.ts';

export interface Reprint {
  readonly revision: RecordedRevision<'class'>;
  readonly sealed: Sealed;
  readonly job: PrintJob;
  /** Of everything that goes into the print but the browser: the same again prints the same. */
  readonly source: string;
}

/** `unofficial` is what a print says of itself that is not to be taken for the official one. */
export async function reprintOf(
  { store, views }: { store: Store; views: Views },
  revisionSeq: number,
  unofficial?: (sealed: Sealed) => string,
): Promise<Reprint> {
  const revision = await entryAt(store, 'class', revisionSeq);
  const sealed = await officialDocumentFacts(store, revisionSeq);
  if (!revision || !sealed) throw new Error(`Entry ${revisionSeq} of the record has no official PDF`);
  const { anchor, printedAt, publicUrl = null } = sealed;
  const settings = (await revisionsOf(store, 'plan', 'plan')).findLast(({ seq }) => seq <= anchor.seq);
  if (!settings) throw new Error(`The record had no settings at its entry ${anchor.seq}`);
  const history = historyTo(revision, await revisionsOf(store, 'class', revision.subjectId));
  const upon = {
    anchor,
    printedAt: new Date(printedAt),
    publicUrl,
    ...(unofficial && { unofficial: unofficial(sealed) }),
  };
  const job = printJob(views, { ...revision, classId: revision.subjectId, history }, settings.body, upon);
  const source = sha256(JSON.stringify([job.html, job.properties]));
  return { revision, sealed, job, source };
}
