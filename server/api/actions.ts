// /api/v1/actions: the actions that are decided or were ever posted, as the public sees them; nothing of what is only
// being prepared.
import type { ActionList, ActionStanding, PublicAction, PublicPosting } from '../../schemas/types.ts';
import { type Posting, postingsIn } from '../documents/postings.ts';
import { refusal } from '../errors.ts';
import { textTitle } from '../model/plan-text.ts';
import type { Step } from '../model/workflow.ts';
import { planToday, shortened } from '../pages/page.ts';
import { logOf } from '../store/action-log.ts';
import { decidedActions } from '../store/plan.ts';
import { actionsPosted } from '../store/proposals.ts';
import { revisionsOf } from '../store/record.ts';
import type { Tools } from '../tools.ts';
import type { Call, Reply } from './operation.ts';
import { partOf } from './parts.ts';

export async function listActions(
  { store }: Tools,
  { query }: Call<'query-part.schema.json'>,
): Promise<Reply> {
  const undecided = (await actionsPosted(store)).map(({ number, title, step, commentsUntil }) => ({
    ...{ number, title, standing: standingAt(step), commentsUntil, decidedOn: null },
  }));
  const decided = (await decidedActions(store)).map(({ number, title, step, decidedOn }) => ({
    ...{ number, title, standing: step, commentsUntil: null, decidedOn },
  }));
  const body: ActionList = partOf([...undecided, ...decided], query, ({ number }) => number);
  return { status: 200, body };
}

/** Of an action that was posted and is not decided. */
function standingAt(step: Step | undefined): ActionStanding {
  return step === 'posted' || step === 'withdrawn' ? step : 'taken back';
}

export async function readAction(tools: Tools, { path: { number } }: Call): Promise<Reply> {
  const { settings } = await planToday(tools);
  const log = await logOf(tools.store, number);
  const postings = postingsIn(log, settings.timeZone);
  const decision = (await revisionsOf(tools.store, 'action', number)).at(-1)?.body ?? null;
  const title = decision?.title ?? postings[0]?.instrument.title;
  if (title === undefined) throw refusal('action-not-found', { detail: `Asked for: ${shortened(number)}.` });
  const standing = decision?.step ?? standingAt(log.at(-1)?.step);
  const body: PublicAction = { number, title, standing, decision, postings: postings.map(published) };
  return { status: 200, body };
}

function published({
  instrument: { title, reason, authority },
  planned,
  texts = [],
  postedOn,
  commentsUntil,
}: Posting): PublicPosting {
  return {
    ...{ postedOn, commentsUntil, title, reason, authority },
    changes: planned.map(({ classId, body, number, changes, effectiveOn }) => ({
      ...{ classId, code: body.code, title: body.title, number, kinds: [...changes], effectiveOn },
    })),
    texts: texts.map(({ subject, id, body, changes, effectiveOn }) => ({
      ...{ subject, id, title: textTitle(body), kinds: [...changes], effectiveOn },
    })),
  };
}
