// What must be said of a text beyond its dates: that a change of it is proposed, or that its decision is provisional;
// and where it stands, as data for today's answer.
import type { CalendarDate, PublishedStanding } from '../../schemas/types.ts';
import { inWords } from '../model/calendar-date.ts';
import type { Standing } from '../model/standing.ts';
import { provisionalAmong } from '../store/class-timelines.ts';
import type { ClassRevision } from '../store/classes.ts';
import { type Proposal, proposalsFor } from '../store/proposals.ts';
import type { Tools } from '../tools.ts';
import { asOfToday, datedOf } from './as-of.ts';
import type { ClassFound } from './class-text.ts';
import { type Notice, noticeOf } from './notice.ts';

export interface Marks {
  readonly proposals: readonly Proposal[];
  /** The action that decided the text, where it is not ratified yet. */
  readonly provisional: string | null;
}

/** Proposals concern the text that applies or is to come, and what is to come in place of it. */
export async function marksOf(
  { store }: Tools,
  { asOf: { knownAt } }: ClassFound,
  { revision, kind }: Standing<ClassRevision>,
): Promise<Marks> {
  const isLive = kind === 'in force' || kind === 'not yet effective';
  const { action, subjectId } = revision;
  const provisional = await provisionalAmong(store, action === null ? [] : [action], knownAt);
  return {
    proposals: isLive ? await proposalsFor(store, [subjectId], knownAt) : [],
    provisional: action !== null && provisional.has(action) ? action : null,
  };
}

export function markNotices({ proposals, provisional }: Marks, { asOf }: ClassFound): Notice[] {
  const { query } = datedOf(asOfToday(asOf));
  const link = (action: string, text: string) => ({ href: `/actions/${action}${query}`, text });
  return [
    ...(provisional === null
      ? []
      : [
          {
            text: `Provisional: ${provisional} has approved this text, and it is not yet ratified.`,
            link: link(provisional, `See ${provisional}`),
          },
        ]),
    ...proposals.map((proposal) => ({
      text: proposalInWords(proposal, asOf.today),
      link: link(proposal.action, `See what ${proposal.action} proposes`),
    })),
  ];
}

const subjects = {
  create: 'A change of this class',
  change: 'A change of this class',
  correct: 'A correction of this class',
  abolish: 'The abolition of this class',
} as const;

/** 'A change of this class is proposed by CN1960, posted November 1, 2026; comments until November 15, 2026.' */
function proposalInWords({ action, intent, postedOn, commentsUntil }: Proposal, today: CalendarDate): string {
  const posted = postedOn === null ? '' : `, posted ${inWords(postedOn)}`;
  const isOpen = commentsUntil !== null && commentsUntil >= today;
  const comments = isOpen ? `; comments until ${inWords(commentsUntil)}` : '';
  return `${subjects[intent]} is proposed by ${action}${posted}${comments}.`;
}

/** The announcement of the text that follows; null where none is known or it applies already. */
export function upcomingOf({ kind, endedBy }: Standing<ClassRevision>, found: ClassFound): Notice | null {
  if (kind !== 'in force' || !endedBy) return null;
  const date = inWords(endedBy.effectiveOn);
  const text =
    endedBy.status === 'abolished'
      ? `This class is abolished from ${date} on.`
      : `A new text takes effect on ${date}.`;
  const { query } = datedOf(asOfToday(found.asOf));
  const href = `/classes/${found.code}/revisions/${endedBy.number}${query}`;
  return { text, link: { href, text: `Read revision ${endedBy.number}` } };
}

/** Every sentence that must be said before the text is read. */
export function sentencesOf(standing: Standing<ClassRevision>, marks: Marks, found: ClassFound): string[] {
  const notices = [noticeOf(standing, found), upcomingOf(standing, found), ...markNotices(marks, found)];
  return notices.flatMap((notice) => (notice ? [notice.text] : []));
}

export function publishedStanding(
  standing: Standing<ClassRevision>,
  marks: Marks,
  found: ClassFound,
): PublishedStanding {
  return {
    kind: standing.kind,
    until: standing.endedBy?.effectiveOn ?? null,
    provisional: marks.provisional,
    proposedBy: marks.proposals.map(({ action }) => action),
    sentences: sentencesOf(standing, marks, found),
  };
}
