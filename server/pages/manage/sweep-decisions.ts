// What is sent from the page of a sweep: decisions for the classes on it, one decision for all that are open, and the
// steps of the sweep.
import type { Request, Response } from 'express';
import type { ClassDecision } from '../../../schemas/types.ts';
import { decideAllOpen, decideHits, type Decided, type WantedDecision } from '../../actions/decide-hits.ts';
import { endSweep, moveSweep } from '../../actions/end-sweep.ts';
import { requireSweep } from '../../actions/sweep-now.ts';
import type { Issue } from '../../model/issue.ts';
import type { Tools } from '../../tools.ts';
import { type Filled, filled, type Typed } from '../form.ts';
import { planToday } from '../page.ts';
import { staff } from '../visitor.ts';
import { sendSweep } from './sweep.ts';
import { text } from './sweep-asked.ts';
import { type Show, shows } from './sweep-view.ts';

type SweepRequest = Request<{ id: string }>;

export async function sendDecisions(
  tools: Tools,
  request: SweepRequest,
  response: Response,
  form: Filled<'form-sweep-decisions.schema.json'>,
): Promise<void> {
  const { typed } = form;
  const show = shows.find((each) => each === text(typed, 'show')) ?? null;
  const page = Number(text(typed, 'page')) || 1;
  const wanted = wantedOf(typed);
  const issues = form.value === null ? form.issues : missingReasons(wanted, typed);
  if (issues.length > 0) {
    await sendSweep(tools, request, response, { show, page, typed, issues });
    return;
  }
  const decided = await decideHits(await acting(tools, response), request.params.id, wanted);
  response.redirect(303, addressAfter(request.params.id, decided, show, page));
}

/** Where no class has a decision of its own, the button that decides them all does. */
function wantedOf(typed: Typed): WantedDecision[] {
  const all = text(typed, 'all');
  return Object.keys(typed).flatMap((name): WantedDecision[] => {
    if (!name.startsWith('seen.')) return [];
    const classId = name.slice('seen.'.length);
    const decision = (all || text(typed, `decision.${classId}`)) as ClassDecision | '';
    if (decision === '') return [];
    const own = text(typed, `reason.${classId}`);
    const reason = own || (decision === 'keep' ? text(typed, 'why') : '') || null;
    return [{ classId, fingerprint: text(typed, name), decision, reason }];
  });
}

function missingReasons(wanted: readonly WantedDecision[], typed: Typed): Issue[] {
  const lacking = wanted.filter(({ decision, reason }) => decision === 'keep' && reason === null);
  if (lacking.length > 0 && text(typed, 'all') === 'keep')
    return [{ field: 'why', problem: 'missing', message: 'Say why these classes are kept as they are.' }];
  return lacking.map(({ classId }) => ({
    field: `reason.${classId}`,
    problem: 'missing',
    message: 'Say why this class is kept as it is.',
  }));
}

export async function sendDecisionForAll(
  tools: Tools,
  request: SweepRequest,
  response: Response,
  form: Filled<'form-sweep-all.schema.json'>,
): Promise<void> {
  const { id } = request.params;
  const { value, typed } = form;
  const unsaid: Issue[] =
    value?.decision === 'keep' && value.why === ''
      ? [{ field: 'why', problem: 'missing', message: 'Say why these classes are kept as they are.' }]
      : [];
  if (value === null || unsaid.length > 0) {
    const issues = value === null ? form.issues : unsaid;
    await sendSweep(tools, request, response, { show: 'open', page: 1, typed, issues });
    return;
  }
  const verdict = { decision: value.decision, reason: value.why || null };
  const decided = await decideAllOpen(await acting(tools, response), id, value.shown, verdict);
  response.redirect(303, addressAfter(id, decided, null, 1));
}

export async function sendSweepStep(
  tools: Tools,
  request: SweepRequest,
  response: Response,
  form: Filled<'form-sweep-step.schema.json'>,
): Promise<void> {
  const { step } = filled(form);
  const { id } = request.params;
  const by = await acting(tools, response);
  if (step === 'end') await endSweep(by, id);
  else await moveSweep(by, id, step);
  const { action } = await requireSweep(tools.store, id);
  response.redirect(303, step === 'end' ? `/manage/actions/${action}` : `/manage/sweeps/${id}`);
}

async function acting(tools: Tools, response: Response) {
  const { today } = await planToday(tools);
  return { store: tools.store, now: tools.clock.now(), today, by: staff(response) };
}

function addressAfter(id: string, { decided, moved }: Decided, show: Show | null, page: number): string {
  const query = new URLSearchParams({ done: String(decided), moved: String(moved) });
  if (show !== null && show !== 'open') query.set('show', show);
  if (show !== null && show !== 'open' && page > 1) query.set('page', String(page));
  return `/manage/sweeps/${id}?${query.toString()}`;
}
