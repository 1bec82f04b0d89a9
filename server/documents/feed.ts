// A feed (RFC 4287) of what happened in the plan, the latest first; older events in archives that stay as they are (RFC 5005).
// No clock and no count of today stands in it: the same events give the same bytes.
import type { ChangeKind } from '../../schemas/types.ts';
import { inWords } from '../model/calendar-date.ts';
import { historyLine } from '../model/class-history.ts';
import { lastingId } from '../model/feed-id.ts';
import { textTitle } from '../model/plan-text.ts';
import type { PlanEvent, PublicStep } from '../store/plan-events.ts';
import type { RecordedRevision } from '../store/record.ts';
import { kindsInWords } from './kind-words.ts';
import type { Posting } from './postings.ts';

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly href: string;
  readonly related: readonly { readonly href: string; readonly type: string; readonly title: string }[];
  readonly paragraphs: readonly string[];
  readonly items: readonly { readonly text: string; readonly href: string | null }[];
  readonly more: string | null;
}

/** As many changes as an entry lists; its page has them all. */
const listed = 50;

/** The event as an entry; addresses begin with the origin. */
export function feedEntry(event: PlanEvent, origin: string): FeedEntry {
  if (event.kind === 'step') return stepEntry(event, origin);
  const { entry } = event;
  return entry.subject === 'action' ? decisionEntry(entry, origin) : revisionEntry(entry, origin);
}

function decisionEntry(entry: RecordedRevision<'action'>, origin: string): FeedEntry {
  const { number, title, reason, step, decidedOn, ratifiedOn, ratifiedBy, changes, texts = [] } = entry.body;
  const done = ratifiedOn ? 'ratified' : step === 'provisional' ? 'provisionally approved' : 'adopted';
  const by = ratifiedBy === null ? '' : ` by ${ratifiedBy}`;
  return {
    ...about(entry, `${number} ${done}: ${title}`, `${origin}/actions/${number}`),
    related: [
      { href: `${origin}/actions/${number}/notice.pdf`, type: 'application/pdf', title: 'Notice (PDF)' },
    ],
    paragraphs: [
      reason,
      `Decided on ${inWords(decidedOn)}.${ratifiedOn ? ` Ratified on ${inWords(ratifiedOn)}${by}.` : ''}`,
    ],
    ...listOf([
      ...changes.map((change) => item(change, `${origin}/classes/${change.code}/revisions/${change.number}`)),
      ...texts.map((text) => item({ ...text, code: null }, null)),
    ]),
  };
}

function revisionEntry(entry: RecordedRevision<'class'>, origin: string): FeedEntry {
  const { body, number, changes, effectiveOn, action } = entry;
  const address = `${origin}/classes/${body.code}/revisions/${number}`;
  const by = action === null ? '' : ` by ${action}`;
  const kinds = kindsInWords(changes);
  const compared = `${origin}/classes/${body.code}/compare/${number - 1}..${number}`;
  return {
    ...about(entry, `${named(body)}: revision ${number}, effective ${inWords(effectiveOn)}`, address),
    related: [
      { href: `${address}.pdf`, type: 'application/pdf', title: 'Official PDF' },
      ...(number > 1 ? [{ href: compared, type: 'text/html', title: 'What changed' }] : []),
    ],
    paragraphs: [`${kinds.charAt(0).toUpperCase()}${kinds.slice(1)}${by}.`],
    ...listOf(entry.events.map((event) => ({ text: historyLine(event), href: null }))),
  };
}

const stepWords: Readonly<Record<PublicStep['act'], string>> = {
  post: 'posted',
  reopen: 'taken back to be amended',
  withdraw: 'withdrawn',
};

function stepEntry({ at, action, act, hash, posting }: PublicStep, origin: string): FeedEntry {
  const { instrument, planned, texts = [], ...dates } = posting as Posting;
  const { postedOn, commentsUntil } = dates as Partial<Posting>;
  const until = commentsUntil ? `, until ${inWords(commentsUntil)}` : '';
  const isPosting = act === 'post';
  return {
    id: lastingId('classplan/step/1', action, act, at, hash),
    title: `${action} ${stepWords[act]}: ${instrument.title}`,
    updated: at,
    href: `${origin}/actions/${action}`,
    related: [],
    paragraphs: [
      instrument.reason,
      ...(isPosting && postedOn ? [`Posted on ${inWords(postedOn)}${until}; not yet decided.`] : []),
    ],
    ...listOf(
      isPosting
        ? [
            ...planned.map(({ body, changes, effectiveOn }) =>
              item({ ...body, kinds: changes, effectiveOn }, null),
            ),
            ...texts.map(({ body, changes, effectiveOn }) =>
              item({ title: textTitle(body), code: null, kinds: changes, effectiveOn }, null),
            ),
          ]
        : [],
    ),
  };
}

function about(entry: RecordedRevision, title: string, href: string) {
  return { id: lastingId('classplan/entry/1', entry.hash), title, updated: entry.recordedAt, href };
}

interface Changed {
  readonly code: string | null;
  readonly title: string;
  readonly kinds: readonly ChangeKind[];
  readonly effectiveOn: string;
}

function item(changed: Changed, href: string | null) {
  const { kinds, effectiveOn } = changed;
  return { text: `${named(changed)}: ${kindsInWords(kinds)}, effective ${inWords(effectiveOn)}`, href };
}

function named({ code, title }: { readonly code: string | null; readonly title: string }): string {
  return code === null ? title : `${title} (${code})`;
}

function listOf(items: FeedEntry['items']): Pick<FeedEntry, 'items' | 'more'> {
  const rest = items.length - listed;
  return { items: items.slice(0, listed), more: rest > 0 ? `And ${rest} more.` : null };
}
