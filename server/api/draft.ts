// /api/v1/actions/CN1746/drafts/CLASS: a draft for programs, by the same rules as the page. The ETag is the hash of the
// version; saving quotes it in If-Match.
import type { Request, Response } from 'express';
import type { DraftBody } from '../../schemas/types.ts';
import { requireDraft } from '../actions/requirements.ts';
import { saveDraft } from '../actions/save-draft.ts';
import { refusal, refusals } from '../errors.ts';
import type { StoredDraft } from '../store/drafts.ts';
import type { Tools } from '../tools.ts';
import { staff } from '../pages/visitor.ts';

type DraftRequest = Request<{ number: string; classId: string }>;

export async function readDraft(tools: Tools, request: DraftRequest, response: Response): Promise<void> {
  const { number, classId } = request.params;
  sendDraft(response, await requireDraft(tools.store, number, classId));
}

export async function writeDraft(
  tools: Tools,
  request: DraftRequest,
  response: Response,
  body: DraftBody,
): Promise<void> {
  const { number, classId } = request.params;
  const { specification, effectiveOn, carry, choices = {}, settle = {} } = body;
  const edit = { base: quotedBase(request), body: specification, effectiveOn, carry, choices, settle };
  const acting = { store: tools.store, now: tools.clock.now(), by: staff(response) };
  const saved = await saveDraft(acting, number, classId, edit);
  if (saved.outcome === 'conflict') sendConflict(response, saved.theirs, saved.conflicts);
  else if (saved.outcome === 'invalid') sendInvalid(response, saved.problems);
  else sendDraft(response, saved.draft);
}

/** The hash in `If-Match: "…"`; without one, or with `*`, nobody knows what was edited. */
function quotedBase(request: DraftRequest): string {
  const sent = request.get('If-Match') ?? '*';
  if (sent.trim() === '' || sent.trim() === '*')
    throw refusal('base-missing', { detail: 'Send the ETag that the draft was read with as If-Match.' });
  const [, hash] = /^"([0-9a-f]{64})"$/.exec(sent) ?? [];
  if (!hash) throw refusal('base-unknown');
  return hash;
}

function sendDraft(response: Response, draft: StoredDraft): void {
  const { action, classId, intent, baseNumber, effectiveOn, carry, choices, body: specification } = draft;
  response.set('Cache-Control', 'private, no-store').set('ETag', `"${draft.hash}"`);
  response.json({ action, classId, intent, baseNumber, effectiveOn, carry, choices, specification });
}

function sendConflict(response: Response, theirs: StoredDraft, conflicts: readonly object[]): void {
  const { status, title, sentence } = refusals['stale-draft'];
  response.status(status).set('Cache-Control', 'private, no-store').set('ETag', `"${theirs.hash}"`);
  sendProblem(response, { type: 'stale-draft', title, status, detail: sentence, conflicts });
}

function sendInvalid(response: Response, problems: readonly { at: string; problem: string }[]): void {
  const errors = problems.map(({ at, problem }) => ({ pointer: at, detail: problem }));
  response.status(422).set('Cache-Control', 'private, no-store');
  sendProblem(response, {
    type: 'invalid',
    title: 'This cannot be saved',
    status: 422,
    detail: 'The text does not conform to its schema.',
    errors,
  });
}

function sendProblem(response: Response, problem: { type: string } & Record<string, unknown>): void {
  const type = `https://classplan.example/problems/${problem.type}`;
  response.type('application/problem+json').send(JSON.stringify({ ...problem, type }));
}
