// The texts that a sweep reads: of every class in force on a date, in the words of its action where that holds a draft.
import type { CalendarDate, Specification } from '../../schemas/types.ts';
import { canonicalJson, sha256 } from '../model/revision-chain.ts';
import type { Store } from '../store/database.ts';
import { draftsOf } from '../store/drafts.ts';
import { allInForce } from '../store/plan.ts';

/** A class with the text that a sweep reads. */
export interface SweepText {
  readonly classId: string;
  readonly body: Specification;
  /** The number of the revision that was read or that the draft was begun from; null for a class that is new. */
  readonly baseNumber: number | null;
}

export interface SweepTexts {
  /** By title. */
  readonly texts: readonly SweepText[];
  /** Moves when any of them does. */
  readonly digest: string;
}

/** `action` is the one that the sweep ends in; null where there is none yet. What it abolishes is not read. */
export async function sweepTexts(store: Store, on: CalendarDate, action: string | null): Promise<SweepTexts> {
  const drafts = action === null ? [] : await draftsOf(store, action);
  const held = new Set(drafts.map(({ classId }) => classId));
  const recorded = (await allInForce(store, 'class', on)).filter(({ subjectId }) => !held.has(subjectId));
  const texts = [
    ...drafts.filter(({ intent }) => intent !== 'abolish'),
    ...recorded.map(({ subjectId, body, number }) => ({ classId: subjectId, body, baseNumber: number })),
  ].map(({ classId, body, baseNumber }) => ({ classId, body, baseNumber }));
  texts.sort(byTitle);
  const versions = [
    ...drafts.map(({ classId, hash }) => [classId, hash]),
    ...recorded.map(({ subjectId, hash }) => [subjectId, hash]),
  ];
  return { texts, digest: sha256(canonicalJson(versions.map((each) => each.join(' ')).sort())) };
}

function byTitle(one: SweepText, other: SweepText): number {
  const titles = one.body.title.localeCompare(other.body.title);
  return titles || (one.body.code ?? '').localeCompare(other.body.code ?? '');
}
