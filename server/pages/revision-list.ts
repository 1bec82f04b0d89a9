// /classes/CI2788/revisions: every revision of a class, the latest first, each with its standing in words.
import type { Request, Response } from 'express';
import { refusal } from '../errors.ts';
import { inWords } from '../model/calendar-date.ts';
import type { Standing } from '../model/standing.ts';
import type { ClassRevision } from '../store/classes.ts';
import type { Tools } from '../tools.ts';
import { nameAndForm, send } from './answer.ts';
import { asOfNotice, asOfToday, classAddress, datedOf, undated } from './as-of.ts';
import { type ClassFound, findClass, redirected } from './class-text.ts';
import { frame } from './page.ts';
import { standingInShort } from './standing-words.ts';

export async function listRevisions(
  tools: Tools,
  request: Request<{ code: string }>,
  response: Response,
): Promise<void> {
  const { form } = nameAndForm(request, 'revisions');
  if (form !== 'html') throw refusal('not-acceptable', { detail: 'The list of revisions is a page.' });
  const found = await findClass(tools, request, response, request.params.code);
  if (redirected(request, response, request.params.code, found.code)) return;
  const present =
    found.standings.findLast(({ kind }) => kind === 'in force' || kind === 'abolished') ??
    found.standings.at(-1);
  const title = present?.revision.body.title ?? found.code;
  const known = asOfToday(found.asOf);
  const body = tools.views.render('pages/revisions', {
    page: frame(
      found.settings,
      { title: `Revisions of ${title} (${found.code})`, place: 'classes', dated: datedOf(known) },
      response,
    ),
    code: found.code,
    title,
    notice: asOfNotice(known, undated(request)),
    classHref: classAddress(found.code, known),
    compareHref: `/classes/${found.code}/compare${datedOf(known).query}`,
    rows: found.standings
      .map((standing, index) => row(standing, found, found.standings[index - 1] ?? null))
      .reverse(),
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}

/** `before` is the one that it follows in time. */
function row(
  standing: Standing<ClassRevision>,
  { code, asOf }: ClassFound,
  before: Standing<ClassRevision> | null,
) {
  const { revision, kind } = standing;
  const { query } = datedOf(asOfToday(asOf));
  return {
    number: revision.number,
    href: `/classes/${code}/revisions/${revision.number}${query}`,
    pdf: `/classes/${code}/revisions/${revision.number}.pdf`,
    changes: before && {
      href: `/classes/${code}/compare/${before.revision.number}..${revision.number}${query}`,
      since: before.revision.number,
    },
    title: revision.body.title,
    code: revision.body.code,
    effective: inWords(revision.effectiveOn),
    standing: standingInShort(standing),
    isInForce: kind === 'in force',
    action: revision.action ?? '',
    what: revision.events
      .map(({ note }) => note)
      .filter((note) => note !== null)
      .join('; '),
  };
}
