// What a draft says after a sentence was mended in it: the sentences of that block before, as in force, and now.
import type { Request } from 'express';
import { sentencesOf } from '../../model/readability.ts';
import { blocksOfSection } from '../../model/specification.ts';
import type { Store } from '../../store/database.ts';
import type { StoredDraft } from '../../store/drafts.ts';
import { revisionsOf } from '../../store/record.ts';
import { queryValue } from '../page.ts';

export interface MendedView {
  readonly before: readonly string[];
  readonly now: readonly string[];
}

/** Null but right after a sentence was mended. */
export async function mendedView(
  store: Store,
  request: Request,
  { classId, baseNumber, body }: StoredDraft,
): Promise<MendedView | null> {
  const block = /^distinguishing\.([a-z0-9]{1,24})$/.exec(queryValue(request, 'at') ?? '')?.[1];
  if (queryValue(request, 'saved') !== 'mended' || block === undefined) return null;
  const base = (await revisionsOf(store, 'class', classId)).find(({ number }) => number === baseNumber);
  const [old, now] = [base?.body, body].map((text) => {
    const found = text && blocksOfSection(text, 'distinguishing').find(({ id }) => id === block);
    return found ? sentencesOf(found.text) : [];
  }) as [string[], string[]];
  return {
    before: old.filter((sentence) => !now.includes(sentence)),
    now: now.filter((sentence) => !old.includes(sentence)),
  };
}
