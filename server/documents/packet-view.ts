// The packet of a board as plain data: the memorandum, the notice as it was posted, the recommendation, the changes, and what
// the public said. Law: every word comes from the action, the plan or the public.
import type { CalendarDate, PlanSettings } from '../../schemas/types.ts';
import { calendarDateAt, inWords } from '../model/calendar-date.ts';
import type { Fact } from '../model/detail-facts.ts';
import { recommendationOf, type Wording } from '../model/recommendation.ts';
import { isDecided, standingInWords } from './action-dates.ts';
import type { ActionPaper } from './action-paper.ts';
import type { CommentReceived } from './comments-received.ts';
import type { FromToTable } from './from-to.ts';
import { type Employer, type NoticeView, noticeView } from './notice-view.ts';
import { type PacketClass, packetClasses } from './packet-classes.ts';
import type { Part } from './packet-contents.ts';
import { type WordRun, wordRuns } from './whole-words.ts';

export interface PacketOf {
  readonly paper: ActionPaper;
  readonly table: FromToTable;
  readonly wording: Wording;
  /** As it was posted, with its own table; null where it never was. */
  readonly posted: { readonly paper: ActionPaper; readonly table: FromToTable } | null;
  readonly comments: readonly CommentReceived[];
  /** Changes that cannot be adopted as they stand, as sentences. */
  readonly unready: readonly string[];
  readonly employer: Employer;
  readonly on: CalendarDate;
}

export interface PacketView {
  readonly number: string;
  readonly title: string;
  readonly standing: string;
  readonly isDecided: boolean;
  readonly memo: readonly Fact[];
  readonly reason: string;
  readonly unready: readonly string[];
  readonly notice: NoticeView;
  readonly noticeRemark: string;
  readonly recommendation: readonly (readonly WordRun[])[];
  readonly lead: string;
  readonly table: FromToTable;
  readonly classes: readonly PacketClass[];
  readonly comments: readonly CommentView[];
  readonly commentRemark: string;
  readonly signatures: readonly string[];
  readonly shown: readonly Part[];
}

interface CommentView {
  readonly head: string;
  readonly about: string | null;
  readonly text: string;
  readonly standing: string;
}

export function packetView(of: PacketOf): PacketView {
  const { paper, table, wording, posted, comments, employer, unready } = of;
  const { settings } = employer;
  const classes = packetClasses(paper, settings, wording.series);
  const noticed = posted ?? { paper, table };
  return {
    ...{ number: paper.number, title: paper.title, reason: paper.reason, table, classes, unready },
    standing: standingInWords(paper),
    isDecided: isDecided(paper),
    memo: memoOf(of),
    notice: noticeView(noticed.paper, noticed.table, employer),
    noticeRemark: noticeRemark(of),
    lead: leadOf(paper),
    recommendation: recommendationOf(paper.changes, paper.texts, wording).map(wordRuns),
    comments: comments.map((comment) => commentView(comment, settings)),
    commentRemark: commentRemark(comments),
    signatures: ['Prepared by', 'Reviewed by', 'Decided by'],
    shown: shownOf(classes),
  };
}

function leadOf(paper: ActionPaper): string {
  if (paper.changes.length + paper.texts.length === 0) return 'There is no change to decide on yet.';
  return isDecided(paper) ? 'These changes were decided:' : 'It is recommended to decide these changes:';
}

function shownOf(classes: readonly PacketClass[]): Part[] {
  const all: Part[] = ['memo', 'notice', 'recommendation', 'changes', 'redlines', 'texts', 'comments'];
  const isRedlined = classes.some(({ redline }) => redline !== null);
  const has = (part: Part) =>
    part === 'texts'
      ? classes.some(({ text }) => text !== null)
      : part === 'changes' || part === 'redlines'
        ? isRedlined
        : true;
  return [...all.filter(has), 'signatures'];
}

function memoOf({ paper, employer: { settings }, on }: PacketOf): Fact[] {
  const { employer, office } = settings;
  return [
    { label: 'To', text: `The deciding authority, ${employer}` },
    { label: 'From', text: `${office}, ${employer}` },
    { label: 'Subject', text: `${paper.number}: ${paper.title}` },
    { label: 'Date', text: inWords(on) },
    { label: 'Authority', text: paper.authority },
  ].filter(({ text }) => text !== '');
}

function noticeRemark({ posted, paper }: PacketOf): string {
  if (posted) return `As it was posted on ${inWords(posted.paper.postedOn ?? '')}.`;
  if (isDecided(paper))
    return 'The action was decided without a posting on record; this is the notice of the decision.';
  return 'Not posted. This is the notice as it would be posted now.';
}

function commentView(comment: CommentReceived, { timeZone }: PlanSettings): CommentView {
  const { reference, name, receivedAt, about, text, standing, decisions } = comment;
  const received = inWords(calendarDateAt(new Date(receivedAt), timeZone));
  const reason = decisions.at(-1)?.reason ?? null;
  return {
    head: `${reference} · ${name ?? 'Anonymous'} · ${received}`,
    about: about && `About ${about.title} (${about.code})`,
    text,
    standing: standing === 'withheld' && reason !== null ? `Withheld: ${reason}` : standingWords[standing],
  };
}

const standingWords: Readonly<Record<CommentReceived['standing'], string>> = {
  waiting: 'Not yet read by the office',
  published: 'Published',
  withheld: 'Withheld',
};

function commentRemark(comments: readonly CommentReceived[]): string {
  if (comments.length === 0) return 'No comment was received.';
  const counts = (['published', 'withheld', 'waiting'] as const).flatMap((standing) => {
    const count = comments.filter((each) => each.standing === standing).length;
    return count === 0 ? [] : [`${count} ${standing}`];
  });
  const total = comments.length === 1 ? 'One comment was' : `${comments.length} comments were`;
  return `${total} received: ${counts.join(', ')}. Withheld comments are shown to those who decide, not to the public.`;
}
