// The classification notice of an action as plain data, for the notice itself and for the packet that contains it.
import type { PlanSettings } from '../../schemas/types.ts';
import { inWords } from '../model/calendar-date.ts';
import type { Fact } from '../model/detail-facts.ts';
import type { ActionPaper } from './action-paper.ts';
import { datesOf, standingInWords } from './action-dates.ts';
import type { FromToTable } from './from-to.ts';
import { kindsInWords } from './kind-words.ts';

export interface NoticeView {
  readonly standing: string;
  readonly isDraft: boolean;
  readonly dates: readonly Fact[];
  readonly reason: string;
  readonly authority: string;
  readonly table: FromToTable;
  /** The series and shared texts that it changes. */
  readonly texts: readonly { readonly title: string; readonly says: string }[];
  /** How to comment, or that it is decided, and where the texts are. */
  readonly comment: readonly string[];
  /** Whom to ask; empty where the plan names nobody. */
  readonly contact: readonly string[];
}

export interface Employer {
  readonly settings: PlanSettings;
  /** The origin that the public uses; null where none is set. */
  readonly publicUrl: string | null;
}

export function noticeView(paper: ActionPaper, table: FromToTable, employer: Employer): NoticeView {
  const { reason, authority, texts } = paper;
  return {
    standing: standingInWords(paper),
    isDraft: !['posted', 'provisional', 'adopted'].includes(paper.step),
    dates: datesOf(paper),
    ...{ reason, authority, table },
    texts: texts.map(({ title, subject, kinds, effectiveOn }) => ({
      title,
      says: `${subject === 'series' ? 'Series' : 'Shared text'} · ${kindsInWords(kinds)} · effective ${inWords(effectiveOn)}`,
    })),
    comment: howToComment(paper, employer),
    contact: contactLines(employer.settings),
  };
}

function howToComment(paper: ActionPaper, { settings, publicUrl }: Employer): string[] {
  const page = `${publicUrl ?? ''}/actions/${paper.number}`;
  const { step, commentsUntil } = paper;
  if (step === 'adopted' || step === 'provisional')
    return [
      `This action is decided and takes no more comments. It stands, with the texts it made, at ${page}.`,
    ];
  if (!settings.procedure.comments)
    return [`The full text of what is proposed stands at ${page} once the action is posted.`];
  if (step !== 'posted' || commentsUntil === null) return ['Comments can be made once the action is posted.'];
  return [
    `Anybody may comment through ${inWords(commentsUntil)}, at ${page}. No account is needed, and a name need not be given.`,
    'Comments are read by the office before they are shown, and all of them are put before those who decide.',
  ];
}

function contactLines({ office, contact }: PlanSettings): string[] {
  if (!contact) return [office];
  return [office, contact.address, contact.telephone, contact.email].filter((line) => line !== '');
}
