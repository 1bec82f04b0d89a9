// /classes/CI2788/revisions/2/reading-copy.pdf: a revision with where it stands today on its first page. The official PDF
// of the revision is another file, which never changes.
import type { Request, Response } from 'express';
import { revisionFileName } from '../documents/file-names.ts';
import { historyTo } from '../documents/official.ts';
import { printedLately, printKey } from '../documents/printed-lately.ts';
import { readingCopyJob } from '../documents/reading-copy.ts';
import { refusal } from '../errors.ts';
import { inWords } from '../model/calendar-date.ts';
import type { Tools } from '../tools.ts';
import { send } from './answer.ts';
import { findClass, redirected } from './class-text.ts';
import { marksOf, sentencesOf } from './marks.ts';

export async function showReadingCopy(
  tools: Tools,
  request: Request<{ code: string; number: string }>,
  response: Response,
): Promise<void> {
  const found = await findClass(tools, request, response, request.params.code);
  if (redirected(request, response, request.params.code, found.code)) return;
  const standing = found.standings.find((each) => String(each.revision.number) === request.params.number);
  if (!standing)
    throw refusal('revision-not-found', { detail: `${found.code} has ${found.revisions.length} revisions.` });
  const { revision, kind } = standing;
  const said = sentencesOf(standing, await marksOf(tools, found, standing), found);
  const today = `As the record stands on ${inWords(found.today)}`;
  const copy = {
    body: revision.body,
    history: historyTo(revision, found.revisions),
    instrument: 'Reading copy',
    edition: `Revision ${revision.number}, effective ${inWords(revision.effectiveOn)}`,
    banner: `${today}: ${said.length === 0 ? 'this text is in force.' : said.join(' ')}`,
    watermark: kind === 'in force' ? null : 'NOT IN FORCE',
    isPublic: true,
    at: revision.recordedAt,
  };
  const { bytes, sha256 } = await printedLately(tools, printKey('reading copy', copy, found.settings), () =>
    readingCopyJob(tools.views, copy, found.settings),
  );
  const fileName = revisionFileName(revision, 'pdf').replace(/\.pdf$/, '_reading-copy.pdf');
  send(request, response, { form: 'pdf', body: bytes, keeping: 'current', fileName, sha256 });
}
