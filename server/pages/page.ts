// What every page shows around its own content: the employer's name and dress, the place in the site.
import type { Request, Response } from 'express';
import type { CalendarDate, PlanSettings } from '../../schemas/types.ts';
import { calendarDateAt } from '../model/calendar-date.ts';
import { planSettings } from '../store/plan.ts';
import type { Tools } from '../tools.ts';
import { visitor } from './visitor.ts';

export type Place = 'home' | 'classes' | 'series' | 'actions' | 'changes' | 'manage' | 'none';

/** What the links and forms of a page carry on so that they stay at its date. */
export interface Dated {
  /** '?on=2024-07-01'; empty on a page of today. */
  readonly query: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

const undated: Dated = { query: '', fields: [] };

export interface Feed {
  /** In a sentence: 'the postings'. */
  readonly title: string;
  readonly href: string;
}

export const planFeed: Feed = { title: 'the changes of the plan', href: '/changes.atom' };
export const postingsFeed: Feed = { title: 'the postings', href: '/actions.atom' };

export interface PageFrame {
  readonly title: string;
  readonly description: string;
  readonly canonical: string | null;
  readonly language: string;
  readonly employer: string;
  readonly office: string;
  readonly contact: PlanSettings['contact'];
  /** Where the seal is; null for a plan without one. */
  readonly seal: string | null;
  readonly assets: string;
  readonly isHome: boolean;
  readonly atClasses: boolean;
  readonly atSeries: boolean;
  readonly atActions: boolean;
  readonly atChanges: boolean;
  readonly alternates: readonly { type: string; href: string }[];
  /** The feeds by which a reader follows the plan; the staff area has none. */
  readonly feeds: readonly Feed[];
  /** The other versions of the text that is shown. */
  readonly versions: readonly { readonly rel: string; readonly href: string }[];
  /** What the page is about as JSON-LD, made safe for its element; null where it is about nothing of that kind. */
  readonly structured: string | null;
  readonly dated: Dated;
  /** What changed in the twelve months up to the date of the page. */
  readonly changesHref: string;
  /** Where the dress of the site applies: of a document, not on paper. */
  readonly media: 'all' | 'screen';
  /** On paper it looks as the official PDF does. */
  readonly isDocument: boolean;
  /** Modules that make the page quicker; it works without them. */
  readonly scripts: readonly string[];
  /** The staff area, a form, or anything shown to somebody who signed in: what needs the dress of the staff area. */
  readonly isStaff: boolean;
  /** Who signed in; null for a reader. */
  readonly visitor: { readonly name: string; readonly atManage: boolean } | null;
}

/** The plan's settings with today's calendar date where the employer is. */
export async function planToday(tools: Tools): Promise<{ settings: PlanSettings; today: CalendarDate }> {
  const settings = await planSettings(tools.store);
  if (!settings) throw new Error('The database holds no plan. Run npm run new-plan.');
  return { settings, today: calendarDateAt(tools.clock.now(), settings.timeZone) };
}

/** The ending says what it is, also to a file server that has the site as files. */
export const sealPaths = { 'image/svg+xml': '/seal.svg', 'image/png': '/seal.png' } as const;

export function frame(
  settings: PlanSettings,
  page: {
    title: string;
    description?: string;
    place: Place;
    canonical?: string;
    alternates?: PageFrame['alternates'];
    /** Besides those of the plan. */
    feeds?: readonly Feed[];
    versions?: PageFrame['versions'];
    structured?: string;
    dated?: Dated;
    scripts?: readonly string[];
    isDocument?: boolean;
    /** A reader is given something to fill in. */
    hasForm?: boolean;
  },
  response: Response,
): PageFrame {
  const person = visitor(response);
  return {
    title:
      page.place === 'home'
        ? `Classification Plan, ${settings.employer}`
        : `${page.title} | ${settings.employer}`,
    description:
      page.description ?? `The classification plan of the ${settings.employer}: every class specification.`,
    canonical: page.canonical ?? null,
    language: settings.language,
    employer: settings.employer,
    office: settings.office,
    contact: settings.contact,
    seal: settings.seal && sealPaths[settings.seal.mediaType],
    assets: '/assets',
    isHome: page.place === 'home',
    atClasses: page.place === 'classes',
    atSeries: page.place === 'series',
    atActions: page.place === 'actions',
    atChanges: page.place === 'changes',
    alternates: page.alternates ?? [],
    feeds: page.place === 'manage' ? [] : [planFeed, postingsFeed, ...(page.feeds ?? [])],
    versions: page.versions ?? [],
    structured: page.structured ?? null,
    dated: page.dated ?? undated,
    changesHref: changesUntil(page.dated ?? undated),
    media: page.isDocument ? 'screen' : 'all',
    isDocument: page.isDocument ?? false,
    scripts: page.scripts ?? [],
    isStaff: person !== null || page.place === 'manage' || page.hasForm === true,
    visitor: person && { name: person.name, atManage: page.place === 'manage' },
  };
}

/** The twelve months up to the date of a page. */
export function changesUntil({ fields }: Dated, by: 'class' | 'action' = 'class'): string {
  const query = new URLSearchParams();
  const on = fields.find(({ name }) => name === 'on')?.value;
  if (on !== undefined) query.set('to', on);
  if (by !== 'class') query.set('by', by);
  return query.size === 0 ? '/changes' : `/changes?${query.toString()}`;
}

/** What somebody asked for, no longer than a sentence can hold. */
export function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60).toWellFormed()}…`;
}

/** One value of the query string as it was sent, '' where there is none. Of a name that is repeated the last counts. */
export function sentValue(request: Request, name: string): string {
  const value = [request.query[name]].flat().at(-1);
  return typeof value === 'string' ? value : '';
}

/** The same, trimmed and no longer than anything that is asked for here; null where it is absent or empty. */
export function queryValue(request: Request, name: string): string | null {
  const value = sentValue(request, name).trim();
  return value === '' ? null : value.slice(0, 200);
}
