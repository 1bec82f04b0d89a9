// A comment of the public as those see it who decide on it: what was said, everything that was decided, and what can be.
import type { PlanSettings } from '../../../schemas/types.ts';
import { inWords } from '../../model/calendar-date.ts';
import { type PublicComment, referenceOf, standingOf, writerOf } from '../../model/public-comment.ts';
import { messageOf } from '../field.ts';
import type { Sent } from '../form.ts';
import { momentIn } from '../moment.ts';
import { namedWithCode } from '../public-comments.ts';

export interface ModerationContext {
  readonly names: ReadonlyMap<string, string>;
  readonly settings: PlanSettings;
  readonly sent: (Sent & { readonly id: string }) | null;
  /** The list that the person comes from: of all actions, or of one. */
  readonly list: string;
}

const standings = { waiting: 'Waiting', published: 'Published', withheld: 'Withheld' } as const;

export function moderatedView(comment: PublicComment, { names, settings, sent, list }: ModerationContext) {
  const { action, number, text, receivedAt, postedOn, about, decisions } = comment;
  const id = idOf(comment);
  const standing = standingOf(comment);
  const mine = sent?.id === id ? sent : null;
  const reason = mine?.typed.reason;
  return {
    ...{ id, action, text, list },
    href: `/manage/actions/${action}`,
    target: `/manage/actions/${action}/comments/${number}`,
    reference: referenceOf(comment),
    who: writerOf(comment),
    when: momentIn(receivedAt, settings),
    posted: inWords(postedOn),
    about: about && namedWithCode(about),
    standing: standings[standing],
    isWaiting: standing === 'waiting',
    decisions: decisions.map(({ at, by, decision, reason: why }) => ({
      what: decision === 'publish' ? 'Published' : 'Withheld',
      who: names.get(by) ?? by,
      when: momentIn(at, settings),
      reason: why,
    })),
    mayPublish: standing !== 'published',
    mayWithhold: standing !== 'withheld',
    message: mine ? messageOf('reason', mine.issues) : null,
    reason: typeof reason === 'string' ? reason : '',
  };
}

/** The name of a comment within the page; numbers of actions may have dots. */
export function idOf({ action, number }: Pick<PublicComment, 'action' | 'number'>): string {
  return `${action}-${number}`;
}
