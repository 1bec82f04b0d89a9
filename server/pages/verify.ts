// /verify: whether a copy is an official PDF, asked by the hash of its bytes, and where its text stands today. The file itself
// never comes here: it is hashed where it is. /v/CI2788.4 is the short address that stands on paper.
import type { Request, Response } from 'express';
import { refusal } from '../errors.ts';
import { nameOfRevision, readRevisionName } from '../model/revision-name.ts';
import type { Tools } from '../tools.ts';
import { nameAndForm, send, sendOn, sendPrivately } from './answer.ts';
import { type CopyAnswer, copyAnswer } from './copy-answer.ts';
import { askedCopy, type CopyAsked } from './copy-asked.ts';
import { copyData } from './copy-data.ts';
import { copyView } from './copy-view.ts';
import { field, summaryOf } from './field.ts';
import { frame, planToday, shortened } from './page.ts';

export async function showVerify(tools: Tools, request: Request, response: Response): Promise<void> {
  const { form } = nameAndForm(request, request.path.slice(1), ['html', 'json']);
  if (form !== 'html' && form !== 'json')
    throw refusal('not-acceptable', { detail: 'What is said of a copy answers as a page and as JSON.' });
  const plan = await planToday(tools);
  const asked = askedCopy(request);
  const answer = await copyAnswer(tools, plan, asked);
  if (answer?.copy === 'named' && !answer.text) throw noSuchRevision(answer);
  if (form === 'json') {
    send(request, response, { form, body: JSON.stringify(asData(answer, asked)), keeping: 'current' });
    return;
  }
  const { settings } = plan;
  const body = tools.views.render('pages/verify', {
    page: frame(settings, about(answer), response),
    problems: summaryOf(asked.issues),
    result: answer && copyView(answer),
    hash: hashField(asked),
    office: settings.office,
  });
  if (asked.issues.length > 0) sendPrivately(response, body, 422);
  else send(request, response, { form, body, keeping: 'current' });
}

/** A short address leads to what the record says of its revision; any other is no address of ours. */
export function followShortAddress(
  _tools: Tools,
  request: Request<{ name: string }>,
  response: Response,
): Promise<void> {
  const name = readRevisionName(request.params.name);
  if (!name)
    throw refusal('page-not-found', {
      detail: `“${shortened(request.params.name)}” names no revision. A short address ends like CI2788.4: the code, a full stop, the number.`,
    });
  sendOn(response, `/verify?revision=${nameOfRevision(name.code, name.number)}#answer`);
  return Promise.resolve();
}

function asData(answer: CopyAnswer | null, { issues }: CopyAsked) {
  const [issue] = issues;
  if (answer) return copyData(answer);
  const detail = issue?.message ?? 'Ask with sha256, or with revision: /verify.json?revision=CI2788.4.';
  throw refusal('bad-request', { detail });
}

function noSuchRevision({ claims }: CopyAnswer): Error {
  return refusal('revision-not-found', {
    detail: `Asked for: revision ${claims?.number} of ${claims?.code}.`,
  });
}

function about(answer: CopyAnswer | null) {
  return {
    title: 'Check a copy',
    description: 'Whether a file is an official PDF of this plan, and whether its text is still in force.',
    place: 'none' as const,
    hasForm: true,
    scripts: ['verify/verify.js'],
    ...(answer ? {} : { canonical: '/verify' }),
  };
}

function hashField({ typed, issues }: CopyAsked) {
  return field(
    {
      name: 'sha256',
      label: 'SHA-256 of the file',
      type: 'text',
      hint: '64 characters from 0 to 9 and a to f.',
    },
    { sha256: typed },
    issues,
  );
}
