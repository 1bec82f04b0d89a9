// /changes.atom, /actions.atom and /classes/CI2788/changes.atom: what happened in the plan, for those who follow it.
import type { Request, Response } from 'express';
import { feedEntry } from '../documents/feed.ts';
import { refusal } from '../errors.ts';
import { lastingId } from '../model/feed-id.ts';
import { countEvents, eventsFrom, type Followed } from '../store/plan-events.ts';
import { entryAt } from '../store/record.ts';
import type { Tools } from '../tools.ts';
import { send } from './answer.ts';
import { findClass, redirected } from './class-text.ts';
import { originOf } from './origin.ts';
import { planToday, queryValue } from './page.ts';
import { renderXml } from './xml.ts';

/** As many events as the feed shows, and as each archive holds. */
const length = 50;

interface Feed {
  readonly followed: Followed;
  readonly title: string;
  readonly subtitle: string;
  readonly address: string;
  /** The page that says the same to people. */
  readonly page: string;
}

export async function showPlanFeed(tools: Tools, request: Request, response: Response): Promise<void> {
  await sendFeed(tools, request, response, {
    followed: { what: 'plan' },
    title: 'Changes of the classification plan',
    subtitle: 'Every decision, every posting, and every text that came into the plan without an action.',
    address: '/changes.atom',
    page: '/changes',
  });
}

export async function showActionsFeed(tools: Tools, request: Request, response: Response): Promise<void> {
  await sendFeed(tools, request, response, {
    followed: { what: 'actions' },
    title: 'Postings of classification actions',
    subtitle: 'What is posted before it is decided, and what was taken back or withdrawn.',
    address: '/actions.atom',
    page: '/actions',
  });
}

export async function showClassFeed(
  tools: Tools,
  request: Request<{ code: string }>,
  response: Response,
): Promise<void> {
  const found = await findClass(tools, request, response, request.params.code);
  const { code, revisions } = found;
  if (redirected(request, response, request.params.code, code)) return;
  const [first] = revisions;
  if (!first) throw new Error(`${code} has no revision`);
  const title = revisions.at(-1)?.body.title ?? code;
  await sendFeed(tools, request, response, {
    followed: { what: 'class', id: first.subjectId },
    title: `Changes of ${title} (${code})`,
    subtitle: 'Every revision of this class, and every posting that proposes a change of it.',
    address: `/classes/${code}/changes.atom`,
    page: `/classes/${code}`,
  });
}

async function sendFeed(tools: Tools, request: Request, response: Response, feed: Feed): Promise<void> {
  const { settings } = await planToday(tools);
  const { followed, title, subtitle } = feed;
  const origin = originOf(tools, request);
  const part = await partAsked(tools, request, feed);
  const events = await eventsFrom(tools.store, followed, part.from, length);
  const address = (archive: number | null) =>
    archive === null ? null : `${origin}${feed.address}${archive === 0 ? '' : `?archive=${archive}`}`;
  const begun = await entryAt(tools.store, 'plan', 1);
  if (!begun) throw new Error('The record does not begin with the settings of the plan');
  const changedAt = events.at(-1)?.at ?? begun.recordedAt;
  const body = renderXml(tools.views, 'feeds/atom', {
    language: settings.language,
    id: lastingId('classplan/feed/1', begun.hash, canonicalName(followed)),
    title: `${title}, ${settings.employer}`,
    subtitle,
    updated: changedAt,
    author: `${settings.employer}, ${settings.office}`,
    self: address(part.archive),
    alternate: origin + feed.page,
    archive: part.archive === 0 ? null : { current: address(0), newer: address(part.newer) },
    older: address(part.older),
    entries: events.reverse().map((event) => feedEntry(event, origin)),
  });
  send(request, response, { form: 'atom', body, keeping: 'current', changedAt });
}

function canonicalName(followed: Followed): string {
  return followed.what === 'class' ? `class/${followed.id}` : followed.what;
}

interface Part {
  /** 0 is the feed itself; the archives count from 1, the oldest. */
  readonly archive: number;
  readonly from: number;
  readonly older: number | null;
  readonly newer: number | null;
}

/** The latest events, or a full archive of them: what is in it stays. */
async function partAsked({ store }: Tools, request: Request, { followed }: Feed): Promise<Part> {
  const total = await countEvents(store, followed);
  const text = queryValue(request, 'archive');
  if (text === null) {
    const older = total > length ? Math.floor((total - 1) / length) : null;
    return { archive: 0, from: Math.max(0, total - length), older, newer: null };
  }
  if (!/^[1-9]\d{0,6}$/.test(text)) throw refusal('bad-request', { detail: 'Archives are counted from 1.' });
  const archive = Number(text);
  const full = Math.floor(total / length);
  if (archive > full)
    throw refusal('page-not-found', { detail: `This feed has ${full} archive${full === 1 ? '' : 's'}.` });
  return {
    archive,
    from: (archive - 1) * length,
    older: archive > 1 ? archive - 1 : null,
    newer: archive < full ? archive + 1 : null,
  };
}
