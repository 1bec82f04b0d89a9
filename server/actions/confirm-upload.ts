// Puts what was read from a file into the draft, as one save upon the version that it was read for. What somebody saved
// meanwhile in other places stays; the same places are chosen by the sender, as in the editor.
import { refusal } from '../errors.ts';
import type { Choices } from '../model/merge.ts';
import { draftVersion } from '../store/drafts.ts';
import { removeUpload, type Upload, uploadOf } from '../store/uploads.ts';

import type { Store } from '../store/database.ts';
import { type Actor, requireAction, requireDraft, requireEditable } from './requirements.ts';
import { saveDraft, type SaveOutcome } from './save-draft.ts';

export interface Uploading {
  readonly store: Store;
  readonly now: Date;
  readonly by: Actor;
}

export interface UploadNamed {
  readonly number: string;
  readonly classId: string;
  readonly id: string;
}

export async function confirmUpload(
  acting: Uploading,
  named: UploadNamed,
  settle: Choices,
): Promise<SaveOutcome> {
  const { number, classId } = named;
  const { id, base, body } = await requireUpload(acting, named);
  const edited = await draftVersion(acting.store, number, classId, base);
  if (!edited) throw refusal('upload-not-found');
  const { effectiveOn, carry, choices } = edited;
  const saved = await saveDraft(acting, number, classId, { base, body, effectiveOn, carry, choices, settle });
  if ('draft' in saved) await removeUpload(acting.store, id);
  return saved;
}

/** The upload of whoever asks, of a draft that can still be edited. */
export async function requireUpload(
  { store, now, by }: Uploading,
  { number, classId, id }: UploadNamed,
): Promise<Upload> {
  requireEditable(await requireAction(store, number));
  await requireDraft(store, number, classId);
  const upload = await uploadOf(store, { id, action: number, classId, person: by.id, now });
  if (!upload) throw refusal('upload-not-found');
  return upload;
}
