// The page of a class, showing one of its revisions: facts first, then the official text, then its history and
// its neighbours in the series.
import type { Request, Response } from 'express';
import type { HistoryEvent } from '../../schemas/types.ts';
import { historyTo } from '../documents/official.ts';
import { occupationData } from '../documents/occupation.ts';
import { officialText } from '../documents/official-text.ts';
import { linksTo } from '../documents/published-revision.ts';
import { inWords } from '../model/calendar-date.ts';
import { kindInWords } from '../model/class-history.ts';
import { inForce } from '../model/in-force.ts';
import { namesOf, otherNamesInWords } from '../model/lineage.ts';
import type { Standing } from '../model/standing.ts';
import { type ClassRevision, type ClassRow, levelsOfSeries } from '../store/classes.ts';
import { officialDocumentFacts } from '../store/official-documents.ts';
import { payRange, seriesById } from '../store/plan.ts';
import type { Tools } from '../tools.ts';
import { mediaTypes, send } from './answer.ts';
import { type AsOf, asOfToday, classAddress, datedOf } from './as-of.ts';
import { readingAids } from './class-reading.ts';
import { type ClassFound, keyFacts } from './class-text.ts';
import { markNotices, marksOf, upcomingOf } from './marks.ts';
import { matrixQuery } from './matrix-asked.ts';
import { type Notice, noticeOf } from './notice.ts';
import { type Feed, frame } from './page.ts';
import { versionLinks } from './version-links.ts';
import { visitor } from './visitor.ts';

interface Shown {
  readonly standing: Standing<ClassRevision>;
  /** The date for which series and pay are shown. */
  readonly asOf: AsOf;
  /** The address of exactly this text; the representations hang on it. */
  readonly address: string;
  /** Where the page is of another date, or leaves out what was recorded later. */
  readonly asOfNotice: Notice | null;
}

export async function sendClassPage(
  tools: Tools,
  request: Request,
  response: Response,
  found: ClassFound,
  shown: Shown,
): Promise<void> {
  const { standing, asOf } = shown;
  const { revision } = standing;
  const { known, permanent, links } = addressesOf(found, shown);
  const history = historyTo(revision, found.revisions);
  const series = await placeInSeries(tools, revision, asOf);
  const structured = await structuredData(tools, found, shown, series);
  const body = tools.views.render('pages/class', {
    page: classFrame(found, shown, links, structured, response),
    text: officialText(revision.body, history, found.settings),
    links,
    asOfNotice: shown.asOfNotice,
    notice: noticeOf(standing, found),
    upcoming: upcomingOf(standing, found),
    marks: markNotices(await marksOf(tools, found, standing), found),
    names: otherNames(found, revision),
    ...readingAids(tools, request, found, standing),
    sinceInWords: inWords(revision.effectiveOn),
    number: revision.number,
    pdf: await pdfFacts(tools, revision),
    keyFacts: await keyFacts(tools, found, revision, asOf),
    series,
    history: history.map(eventRow),
    careerHref: careerAddress(found, standing, asOf),
    historyHref: `/classes/${found.code}/history`,
    feed: feedOf(found, standing),
    known,
    revisionsHref: `/classes/${found.code}/revisions${known}`,
    revisionCount: found.revisions.length,
    changesHref: `/classes/${found.code}/compare${known}`,
    compareHref: `/compare${matrixQuery('classes', [found.code], 'all', datedOf(asOf).fields)}`,
    permanentHref: permanent,
    jobPostingHref:
      visitor(response) && standing.kind === 'in force' ? `/manage/classes/${found.code}/job-posting` : null,
    readingCopyHref:
      standing.kind === 'in force'
        ? null
        : `/classes/${found.code}/revisions/${revision.number}/reading-copy.pdf${known}`,
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}

/** `known` is what addresses end with where something that is recorded is left out. */
function addressesOf({ code, asOf }: ClassFound, { standing: { revision }, address }: Shown) {
  const known = datedOf(asOfToday(asOf)).query;
  const path = `/classes/${code}/revisions/${revision.number}`;
  const { html, json, txt, pdf, docx } = linksTo(revision.status === 'abolished' ? path : address);
  const links = {
    html: html + known,
    json: json + known,
    txt: txt + known,
    pdf: pdf + known,
    docx: docx + known,
  };
  return { known, permanent: path + known, links };
}

async function structuredData(
  { store }: Tools,
  { settings }: ClassFound,
  { standing, asOf, address }: Shown,
  series: { readonly title: string; readonly href: string } | null,
): Promise<string> {
  const { body } = standing.revision;
  const grade = body.sections.details?.payGrade;
  const pay = grade === undefined ? null : await payRange(store, grade, asOf.on, asOf.knownAt);
  return occupationData({ body, settings, pay, address, series });
}

function feedOf({ code }: ClassFound, { revision }: Standing<ClassRevision>): Feed {
  return { title: `the changes of ${revision.body.title}`, href: `/classes/${code}/changes.atom` };
}

function classFrame(
  found: ClassFound,
  { standing, address }: Shown,
  links: ReturnType<typeof linksTo>,
  structured: string,
  response: Response,
) {
  const { settings, asOf } = found;
  const { code, title } = standing.revision.body;
  const page = {
    title: `${title} (${code})`,
    place: 'classes' as const,
    canonical: address,
    description: `Class specification of ${title} (${code}), ${settings.employer}.`,
    alternates: [
      { type: 'application/json', href: links.json },
      { type: 'text/plain', href: links.txt },
      { type: 'application/pdf', href: links.pdf },
      { type: mediaTypes.docx, href: links.docx },
    ],
    feeds: [feedOf(found, standing)],
    versions: versionLinks(found, standing),
    structured,
    dated: datedOf(asOf),
    scripts: ['reading/copy.js'],
    isDocument: true,
  };
  return frame(settings, page, response);
}

function otherNames({ revisions, today }: ClassFound, shown: ClassRevision): string[] {
  const named = revisions.map(({ number, status, effectiveOn, recordedAt, body: { code, title } }) => ({
    ...{ number, status, effectiveOn, recordedAt, title },
    code: code ?? '',
  }));
  return otherNamesInWords(namesOf(named), shown.effectiveOn, today);
}

/** Of a text that applies on the date shown; null of any other. */
function careerAddress({ code, revisions }: ClassFound, { revision }: Standing<ClassRevision>, asOf: AsOf) {
  const applies = revision.status === 'active' && inForce(revisions, asOf.on) === revision;
  return applies ? `/classes/${code}/career${datedOf(asOf).query}` : null;
}

function eventRow(event: HistoryEvent) {
  return {
    on: event.on === null ? 'Date unknown' : inWords(event.on),
    kind: kindInWords(event),
    note: event.note ?? '',
    instrument: event.instrument ?? '',
    by: event.by ?? '',
    line: event.line,
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

/** The class beside the levels next to it. */
function compareAddress(seriesId: string, levels: readonly ClassRow[], index: number, asOf: AsOf): string {
  const codes = levels.slice(Math.max(0, index - 1), index + 2).map(({ code }) => code);
  return `/series/${seriesId}/compare${matrixQuery('levels', codes, 'all', datedOf(asOf).fields)}`;
}

async function placeInSeries({ store }: Tools, revision: ClassRevision, asOf: AsOf) {
  const { on, knownAt } = asOf;
  const placement = revision.body.series;
  const series = placement && (await seriesById(store, placement.id, on, knownAt));
  if (!placement || !series) return null;
  const levels = await levelsOfSeries(store, series.id, on, knownAt);
  const index = levels.findIndex((level) => level.classId === revision.subjectId);
  const step = (level: ClassRow | undefined) =>
    level ? { href: classAddress(level.code, asOf), title: level.title, code: level.code } : null;
  return {
    href: `/series/${series.id}${datedOf(asOf).query}`,
    title: series.title,
    level: placement.level,
    count: levels.length,
    lower: index > 0 ? step(levels[index - 1]) : null,
    higher: index >= 0 ? step(levels[index + 1]) : null,
    compareHref: index < 0 || levels.length < 2 ? null : compareAddress(series.id, levels, index, asOf),
  };
}
