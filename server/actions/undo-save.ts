// Takes back one save of a draft, or makes it again: the difference between that version and the one before it is merged
// into what the draft says now, so that nobody else's words go with it.
import { refusal } from '../errors.ts';
import type { Draft } from '../model/adoption.ts';
import { type SavedVersion, versionSavedBy } from '../store/drafts.ts';
import type { Store } from '../store/database.ts';
import type { Actor } from './requirements.ts';
import { saveDraft, type SaveOutcome } from './save-draft.ts';

interface Acting {
  readonly store: Store;
  readonly now: Date;
  readonly by: Actor;
}

interface Which {
  readonly number: string;
  readonly classId: string;
  /** The version to take back or make again, saved by who acts. */
  readonly version: number;
}

export async function undoSave(acting: Acting, which: Which): Promise<SaveOutcome> {
  const { before, hash } = await requireVersion(acting, which);
  return saveDraft(acting, which.number, which.classId, edit(hash, before));
}

export async function redoSave(acting: Acting, which: Which): Promise<SaveOutcome> {
  const { draft, beforeHash } = await requireVersion(acting, which);
  return saveDraft(acting, which.number, which.classId, edit(beforeHash, draft));
}

async function requireVersion(
  { store, by }: Acting,
  { number, classId, version }: Which,
): Promise<SavedVersion> {
  const who = { action: number, classId, by: by.id };
  const saved = await versionSavedBy(store, who, { from: version, to: version });
  if (!saved) throw refusal('base-unknown');
  return saved;
}

/** What the version says, written upon the one with the hash `base`. */
function edit(base: string, { body, effectiveOn, carry, choices }: Draft) {
  return { base, body, effectiveOn, carry, choices, settle: {} };
}
