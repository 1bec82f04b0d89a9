// A change of a text of the plan itself: the concept of a series, or a shared text. It is decided in an action as the
// changes of classes are, and becomes a revision of its subject.
import { isDeepStrictEqual } from 'node:util';
import type { ChangeKind, Series, SharedText, Status, TextSubject } from '../../schemas/types.ts';
import { inWords } from './calendar-date.ts';

export type PlanText = Series | SharedText;

export interface PlanTextDraft {
  readonly subject: TextSubject;
  /** The id of the series or the shared text. */
  readonly id: string;
  /** The number of the revision that was edited; null for a text that does not exist yet. */
  readonly baseNumber: number | null;
  /** abolished: the text is retired. */
  readonly status: Status;
  readonly body: PlanText;
}

export interface RecordedText {
  readonly number: number;
  readonly status: Status;
  readonly effectiveOn: string;
  readonly body: PlanText;
}

/** A revision of a plan text that adoption will append. */
export interface PlannedText {
  readonly subject: TextSubject;
  readonly id: string;
  readonly number: number;
  readonly status: Status;
  readonly changes: readonly ChangeKind[];
  readonly effectiveOn: string;
  readonly body: PlanText;
}

/** Why a plan text cannot be adopted as it stands. */
export interface TextObstacle {
  readonly subject: TextSubject;
  readonly id: string;
  readonly message: string;
}

/** What adopting the change of a plan text would record, or what stands in the way. */
export function planText(
  effectiveOn: string | null,
  draft: PlanTextDraft,
  revisions: readonly RecordedText[],
): { readonly planned: PlannedText | null; readonly obstacle: TextObstacle | null } {
  const { subject, id, status, body } = draft;
  const obstacle = (message: string) => ({ planned: null, obstacle: { subject, id, message } });
  if (effectiveOn === null) return obstacle('It has no effective date: give the action one.');
  const latest = revisions.at(-1) ?? null;
  if ((latest?.number ?? null) !== draft.baseNumber)
    return obstacle('It has changed since this was written. Open it, compare, and save it again.');
  const under = revisions.find((each) => each.effectiveOn > effectiveOn);
  if (under)
    return obstacle(
      `It has a later text, from ${inWords(under.effectiveOn)} on. Choose that date or a later one.`,
    );
  const changes = textKinds(latest, draft);
  if (changes.length === 0)
    return obstacle('It changes nothing. Edit the text, or take it out of the action.');
  const number = revisions.length + 1;
  return { planned: { subject, id, number, status, changes, effectiveOn, body }, obstacle: null };
}

function textKinds(latest: RecordedText | null, { status, body }: PlanTextDraft): ChangeKind[] {
  if (!latest) return ['create'];
  if (status === 'abolished') return latest.status === 'abolished' ? [] : ['abolish'];
  const isSame = latest.status === status && isDeepStrictEqual(latest.body, body);
  if (isSame) return [];
  const [before, after] = [nameOf(latest.body), nameOf(body)];
  const isRetitled = before !== null && before !== after;
  const isOnlyRetitled = isRetitled && isDeepStrictEqual(wordsOnly(latest.body), wordsOnly(body));
  return [...(isOnlyRetitled ? [] : ['amend' as const]), ...(isRetitled ? ['retitle' as const] : [])];
}

function nameOf(body: PlanText): string | null {
  return 'concept' in body ? body.title : body.term;
}

function wordsOnly(body: PlanText): object {
  return 'concept' in body ? { ...body, title: '' } : { ...body, term: null };
}

/** What a plan text is called in lists: the title of a series, the term of a shared text, or its first words. */
export function textTitle(body: PlanText): string {
  const name = nameOf(body);
  if (name !== null) return name;
  const words = 'concept' in body ? '' : body.text;
  return words.length <= 80 ? words : `${words.slice(0, 80).replace(/\s+\S*$/, '')} …`.toWellFormed();
}

/** An id for a new text, made of its words as they are now; it stays when they change. */
export function newTextId(words: string, taken: ReadonlySet<string>): string {
  const plain = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const slug = plain.slice(0, 60).replace(/^-+|-+$/g, '') || 'text';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(id)) return id;
  }
}
