// The page of a class, showing one of its revisions: facts first, then the official text, then its history and
// its neighbours in the series.
import type { Request, Response } from 'express';
import type { CalendarDate } from '../../schemas/types.ts';
import { historyTo } from '../documents/official.ts';
import { officialText } from '../documents/official-text.ts';
import { linksTo } from '../documents/published-revision.ts';
import { inWords } from '../model/calendar-date.ts';
import { kindInWords } from '../model/class-history.ts';
import type { Standing } from '../model/standing.ts';
import { type ClassRevision, type ClassRow, levelsOfSeries } from '../store/classes.ts';
import { officialDocumentFacts } from '../store/official-documents.ts';
import { seriesById } from '../store/plan.ts';
import type { Tools } from '../tools.ts';
import { send } from './answer.ts';
import { type ClassFound, keyFacts } from './class-text.ts';
import { noticeOf } from './notice.ts';
import { frame } from './page.ts';

interface Shown {
  readonly standing: Standing<ClassRevision>;
  /** The date for which series and pay are shown. */
  readonly on: CalendarDate;
  /** The address of exactly this text; the representations hang on it. */
  readonly address: string;
}

export async function sendClassPage(
  tools: Tools,
  request: Request,
  response: Response,
  found: ClassFound,
  shown: Shown,
): Promise<void> {
  const { standing, on, address } = shown;
  const { revision } = standing;
  const history = historyTo(revision, found.revisions);
  const { code, title } = revision.body;
  const permanent = `/classes/${found.code}/revisions/${revision.number}`;
  const links = linksTo(revision.status === 'abolished' ? permanent : address);
  const body = tools.views.render('pages/class', {
    page: frame(
      found.settings,
      {
        title: `${title} (${code})`,
        place: 'classes',
        canonical: address,
        description: `Class specification of ${title} (${code}), ${found.settings.employer}.`,
        alternates: alternatesOf(links),
      },
      response,
    ),
    text: officialText(revision.body, history, found.settings),
    links,
    notice: noticeOf(standing, found),
    upcoming: standing.kind === 'in force' ? upcoming(found, standing) : null,
    sinceInWords: inWords(revision.effectiveOn),
    number: revision.number,
    pdf: await pdfFacts(tools, revision),
    keyFacts: await keyFacts(tools, found, revision, on),
    series: await placeInSeries(tools, revision, on, found.today),
    history: history.map((event) => ({
      on: event.on === null ? 'Date unknown' : inWords(event.on),
      kind: kindInWords(event),
      note: event.note ?? '',
      instrument: event.instrument ?? '',
      by: event.by ?? '',
      line: event.line,
    })),
    revisionsHref: `/classes/${found.code}/revisions`,
    revisionCount: found.revisions.length,
    permanentHref: permanent,
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}

function alternatesOf(links: ReturnType<typeof linksTo>) {
  return [
    { type: 'application/json', href: links.json },
    { type: 'text/plain', href: links.txt },
    { type: 'application/pdf', href: links.pdf },
  ];
}

function upcoming({ code }: ClassFound, { endedBy }: Standing<ClassRevision>) {
  if (!endedBy) return null;
  const date = inWords(endedBy.effectiveOn);
  const text =
    endedBy.status === 'abolished'
      ? `This class is abolished from ${date} on.`
      : `A new text takes effect on ${date}.`;
  return {
    text,
    href: `/classes/${code}/revisions/${endedBy.number}`,
    link: `Read revision ${endedBy.number}`,
  };
}

async function pdfFacts(tools: Tools, revision: ClassRevision) {
  const size = await officialDocumentFacts(tools.store, revision.seq);
  if (!size) return { size: null, pages: null };
  return {
    size: `${Math.max(1, Math.round(size.bytes / 1024))} KB`,
    pages: size.pages === 1 ? '1 page' : `${size.pages} pages`,
  };
}

async function placeInSeries(tools: Tools, revision: ClassRevision, on: CalendarDate, today: CalendarDate) {
  const placement = revision.body.series;
  const series = placement && (await seriesById(tools.store, placement.id, on));
  if (!placement || !series) return null;
  const levels = await levelsOfSeries(tools.store, series.id, on);
  const index = levels.findIndex((level) => level.classId === revision.subjectId);
  const suffix = on === today ? '' : `/${on}`;
  const step = (level: ClassRow | undefined) =>
    level ? { href: `/classes/${level.code}${suffix}`, title: level.title, code: level.code } : null;
  return {
    href: `/series/${series.id}`,
    title: series.title,
    level: placement.level,
    count: levels.length,
    lower: index > 0 ? step(levels[index - 1]) : null,
    higher: index >= 0 ? step(levels[index + 1]) : null,
  };
}
