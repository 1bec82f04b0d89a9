// The one place where a refusal or a fault becomes an answer: a page for people, application/problem+json
// (RFC 9457) for programs. A fault tells its reference number and nothing else.
import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { Refusal, refusal } from '../errors.ts';
import type { Tools } from '../tools.ts';
import { frame, planToday } from './page.ts';

interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail: string | null;
  readonly sentence: string;
  readonly reference: string | null;
}

export async function answerProblem(
  tools: Tools,
  error: unknown,
  request: Request,
  response: Response,
): Promise<void> {
  const known = asRefusal(error);
  const problem = known ? { ...said(known), reference: null } : fault(randomUUID().slice(0, 8));
  if (!known) tell(tools, error, request, problem);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  clearAnswer(response);
  response.status(problem.status).set('Cache-Control', 'no-store').vary('Accept');
  if (known?.retryAfterSeconds) response.set('Retry-After', String(known.retryAfterSeconds));
  if (wantsData(request)) sendProblemJson(response, problem, known);
  else response.type('html').send(await problemPage(tools, problem, request, response));
}

/** Express throws its own errors, with a status, for addresses and bodies that it cannot read. */
function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  const status = error instanceof Error && 'status' in error ? error.status : null;
  return typeof status === 'number' && status >= 400 && status < 500
    ? refusal('bad-request', { cause: error })
    : null;
}

function said({ status, title, detail, message }: Refusal) {
  return { status, title, detail, sentence: message };
}

function fault(reference: string): Problem {
  return {
    status: 500,
    title: 'Something went wrong on our side',
    detail: null,
    sentence: 'The fault has been logged. Try again in a minute; if it stays, tell us the reference number.',
    reference,
  };
}

function tell(tools: Tools, error: unknown, { method, path }: Request, { reference }: Problem): void {
  tools.log.error({ err: error, reference, method, path }, 'fault');
}

function clearAnswer(response: Response): void {
  for (const name of ['ETag', 'Content-Disposition', 'Content-Range', 'Content-Length'])
    response.removeHeader(name);
}

function wantsData(request: Request): boolean {
  return (
    request.path.startsWith('/api/v1/') ||
    request.path.endsWith('.json') ||
    request.accepts(['html', 'json', 'application/problem+json']) !== 'html'
  );
}

function sendProblemJson(response: Response, problem: Problem, known: Refusal | null): void {
  const { title, status, detail, sentence, reference } = problem;
  response.type('application/problem+json').send(
    JSON.stringify({
      type: known ? `https://classplan.example/problems/${known.code}` : 'about:blank',
      title,
      status,
      detail: [detail, sentence].filter(Boolean).join(' '),
      ...(known && known.errors.length > 0 && { errors: known.errors }),
      ...(reference && { reference }),
    }),
  );
}

/** The page in the employer's dress; a bare one where the record, which holds the dress, cannot be read. */
async function problemPage(
  tools: Tools,
  problem: Problem,
  request: Request,
  response: Response,
): Promise<string> {
  try {
    const { settings } = await planToday(tools);
    const page = frame(settings, { title: problem.title, place: 'none' }, response);
    return tools.views.render('pages/problem', { page, ...problem });
  } catch (error) {
    tell(tools, error, request, problem);
    return tools.views.render('pages/bare-problem', problem);
  }
}
