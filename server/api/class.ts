// /api/v1/classes/CI2788: the text of a class on a date, its revisions, and what changed between two of them.
import type { RevisionList } from '../../schemas/types.ts';
import { historyTo } from '../documents/official.ts';
import { linksTo, publishedRevision } from '../documents/published-revision.ts';
import { publishedRedline } from '../documents/redline-json.ts';
import { refusal } from '../errors.ts';
import { inWords, isCalendarDate } from '../model/calendar-date.ts';
import { inForce } from '../model/in-force.ts';
import type { Standing } from '../model/standing.ts';
import type { ClassFound } from '../pages/class-text.ts';
import { sidesOf } from '../pages/compare-sides.ts';
import { twoDates, twoRevisions } from '../pages/compare-texts.ts';
import { marksOf, publishedStanding } from '../pages/marks.ts';
import { redlineLinks } from '../pages/redline-forms.ts';
import type { ClassRevision } from '../store/classes.ts';
import type { Tools } from '../tools.ts';
import type { Call, Reply } from './operation.ts';
import { partOf } from './parts.ts';
import { classFound } from './present.ts';

/** Of a class that has no text today, the first that it will have. */
export async function readClass(tools: Tools, { path, query }: Call<'query-on.schema.json'>): Promise<Reply> {
  const found = await classFound(tools, path.code, query.on);
  const { on, today } = found.asOf;
  const revision = inForce(found.revisions, on) ?? (on === today ? found.revisions[0] : null);
  const standing = found.standings.find((each) => each.revision === revision);
  if (!standing) throw refusal('not-yet-in-force', { detail: `Asked for: ${found.code} on ${inWords(on)}.` });
  const present = publishedStanding(standing, await marksOf(tools, found, standing), found);
  return { status: 200, body: published(standing, found, present) };
}

/** Permanent: it says nothing of where the revision stands today. */
export async function readRevision(tools: Tools, { path }: Call): Promise<Reply> {
  const found = await classFound(tools, path.code);
  const standing = found.standings.find(({ revision }) => String(revision.number) === path.n);
  if (!standing)
    throw refusal('revision-not-found', { detail: `${found.code} has ${found.revisions.length} revisions.` });
  return { status: 200, body: published(standing, found), keeping: 'permanent' };
}

function published(
  { revision }: Standing<ClassRevision>,
  { revisions }: ClassFound,
  present?: ReturnType<typeof publishedStanding>,
) {
  return publishedRevision(revision, historyTo(revision, revisions), present);
}

export async function listRevisions(
  tools: Tools,
  { path, query }: Call<'query-part.schema.json'>,
): Promise<Reply> {
  const { code, standings, revisions } = await classFound(tools, path.code);
  const latestFirst = [...standings].sort((one, other) => other.revision.number - one.revision.number);
  const part = partOf(latestFirst, query, ({ revision }) => String(revision.number));
  const body: RevisionList = {
    classId: revisions[0]?.subjectId ?? '',
    code,
    ...part,
    data: part.data.map(({ revision, kind }) => summaryOf(revision, kind)),
  };
  return { status: 200, body };
}

function summaryOf(revision: ClassRevision, standing: Standing['kind']): RevisionList['data'][number] {
  const { number, status, effectiveOn, decidedOn, recordedAt, action, changes, seq, hash, body } = revision;
  const code = body.code ?? '';
  return {
    ...{ number, status, title: body.title, code, effectiveOn, decidedOn, recordedAt, action },
    ...{ changes: [...changes], standing, seq, hash },
    links: linksTo(`/classes/${code}/revisions/${number}`),
  };
}

export async function readDiff(
  tools: Tools,
  { path, query }: Call<'query-diff.schema.json'>,
): Promise<Reply> {
  const { from, to } = query;
  if (isCalendarDate(from) !== isCalendarDate(to)) throw refusedPair();
  const sides = sidesOf(`${from}..${to}`);
  const found = await classFound(tools, path.code);
  if (sides.kind === 'class') throw refusedPair();
  const texts =
    sides.kind === 'dates' ? await twoDates(tools, found, sides) : await twoRevisions(tools, found, sides);
  const address = `/classes/${found.code}/compare/${from}..${to}`;
  const links = redlineLinks({ style: 'inline', section: null, path: address, others: [] });
  return { status: 200, body: publishedRedline(texts, links) };
}

function refusedPair() {
  const detail = 'from and to are both numbers of revisions, or both dates.';
  return refusal('request-not-valid', { errors: [{ parameter: 'to', detail }] });
}
