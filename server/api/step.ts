// POST /api/v1/actions/CN1960/steps: a step of an action, by the same rules as its page. What If-Match names is what was
// displayed to whoever decides.
import type { StepBody } from '../../schemas/types.ts';
import { decideAdoption, decideRatification } from '../actions/decide.ts';
import { actOrNoteRefusal } from '../actions/note-refusal.ts';
import { takeStep } from '../actions/take-step.ts';
import { planToday } from '../pages/page.ts';
import type { Tools } from '../tools.ts';
import type { Call, Reply } from './operation.ts';
import { acting, orVersionMoved, preparedReply, requireVersion } from './preparation.ts';

type StepCall = Call<never, 'step-body.schema.json'>;

export async function takeActionStep(tools: Tools, call: StepCall): Promise<Reply> {
  const { path, version, body } = call;
  const shown = await requireVersion(tools, path.number, version);
  await orVersionMoved(() => act(tools, call, shown.body.decisionHash ?? ''));
  // The adoption is approved and goes on.
  return preparedReply(tools, path.number, body.act === 'adopt' ? 202 : 200);
}

async function act(tools: Tools, { path: { number }, by, body }: StepCall, displayed: string): Promise<void> {
  const { today } = await planToday(tools);
  const person = acting(tools, by);
  const deciding = { by: person.by, today, number, displayed };
  if (body.act === 'ratify') {
    const { ratifiedBy, decidedOn = null } = body;
    await decideRatification(tools, deciding, { ratifiedBy, decidedOn });
  } else if (body.act === 'adopt') {
    const { decidedOn = null, carryThreads: carried = null } = body;
    await decideAdoption(tools, deciding, { decidedOn, carried });
  } else {
    const step = {
      number,
      act: body.act,
      displayed,
      note: body.note?.trim() ?? null,
      carried: carriedIn(body),
    };
    await actOrNoteRefusal(person, { act: body.act, number }, () => takeStep({ ...person, today }, step));
  }
}

function carriedIn(body: StepBody): number | null {
  return 'carryThreads' in body ? body.carryThreads : null;
}
