// Reads a file for a draft and keeps what was read until its sender says that it is meant. The draft is not touched: what is
// put into it later is what was read now, and nothing that a browser sends back.
import { randomBytes } from 'node:crypto';
import type { ImportReport, Specification } from '../../schemas/types.ts';
import { finding } from '../imports/finding.ts';
import { importDocument } from '../imports/import-document.ts';
import type { Source } from '../imports/import-text.ts';
import { uploadedText } from '../model/uploaded-text.ts';
import { problemsOf } from '../schemas.ts';
import { keepUpload } from '../store/uploads.ts';

import type { Uploading } from './confirm-upload.ts';
import { requireAction, requireDraft, requireEditable } from './requirements.ts';

export type UploadOutcome =
  | { readonly outcome: 'refused'; readonly sentence: string }
  | { readonly outcome: 'read'; readonly id: string };

export async function readUpload(
  { store, now, by }: Uploading,
  number: string,
  classId: string,
  source: Source,
): Promise<UploadOutcome> {
  requireEditable(await requireAction(store, number));
  await requireDraft(store, number, classId);
  const read = await importDocument(source);
  if (read.outcome === 'refused') return { outcome: 'refused', sentence: read.sentence };
  return store.transaction(async (transaction) => {
    requireEditable(await requireAction(transaction, number));
    const draft = await requireDraft(transaction, number, classId);
    const body = uploadedText(read, draft.body, freshId);
    const [problem] = problemsOf('specification.schema.json', body);
    if (problem)
      return {
        outcome: 'refused',
        sentence: `The text cannot be saved as it is: ${problem.at} ${problem.problem}.`,
      };
    const report = withCode(read.report, read.specification, draft.body);
    const id = randomBytes(12).toString('hex');
    const upload = {
      id,
      action: number,
      classId,
      base: draft.hash,
      body,
      report,
      person: by.id,
      at: now.toISOString(),
    };
    await keepUpload(transaction, upload);
    return { outcome: 'read', id };
  });
}

/** Several people may write at once: an id that none of them can have given. */
function freshId(): string {
  return `n${randomBytes(6).toString('hex')}x`;
}

/** The document of another class is easily sent by mistake. */
function withCode(report: ImportReport, { code }: Specification, draft: Specification): ImportReport {
  if (code === null || draft.code === null || code === draft.code) return report;
  const message = `The document names the code ${code}, the draft ${draft.code}. Is it the document of this class?`;
  return { ...report, findings: [finding('import.other-code', null, message), ...report.findings] };
}
