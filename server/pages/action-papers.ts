// What the documents of an action are made of, found by its number: as the public may see it, or as those who prepare it do.
import { previewAdoption } from '../actions/preview-adoption.ts';
import { type ActionPaper, decidedPaper, plannedPaper, postedPaper } from '../documents/action-paper.ts';
import type { PacketAsked } from '../documents/packet.ts';
import { postingsIn } from '../documents/postings.ts';
import { refusal } from '../errors.ts';
import type { PlanSettings } from '../../schemas/types.ts';
import { classNamed } from '../model/recommendation.ts';
import { logOf } from '../store/action-log.ts';
import { type Action, actionByNumber } from '../store/actions.ts';
import type { Store } from '../store/database.ts';
import { draftsOf } from '../store/drafts.ts';
import { revisionsOf } from '../store/record.ts';
import { shortened } from './page.ts';

type Papers = Pick<PacketAsked, 'paper' | 'posted' | 'unready'>;

/** Of an action that is decided or posted now; the public is told of no other. */
export async function publicPaper(
  store: Store,
  number: string,
  settings: PlanSettings,
): Promise<ActionPaper> {
  const paper = (await decided(store, number)) ?? (await postedNow(store, number, settings));
  if (!paper)
    throw refusal('action-not-found', {
      detail: `${shortened(number)} is neither posted nor decided, and so it has no notice.`,
    });
  return paper;
}

/** At any step: a draft as it would be recorded today, with what stands in the way. */
export async function staffPapers(store: Store, number: string, settings: PlanSettings): Promise<Papers> {
  const action = await actionByNumber(store, number);
  const made = await decided(store, number);
  if (!action && !made) throw refusal('action-not-found', { detail: `Asked for: ${shortened(number)}.` });
  const posted = action && (await lastPosted(store, action, settings));
  if (made) return { paper: made, posted, unready: [] };
  if (action?.step === 'posted' && posted) return { paper: posted, posted, unready: [] };
  return { ...(await drafted(store, action as Action, settings)), posted };
}

async function decided(store: Store, number: string): Promise<ActionPaper | null> {
  const last = (await revisionsOf(store, 'action', number)).at(-1);
  return last ? decidedPaper(store, last.body) : null;
}

async function postedNow(store: Store, number: string, settings: PlanSettings): Promise<ActionPaper | null> {
  const action = await actionByNumber(store, number);
  return action?.step === 'posted' ? lastPosted(store, action, settings) : null;
}

/** What was posted last, as it stood then. */
async function lastPosted(
  store: Store,
  action: Action,
  { timeZone }: PlanSettings,
): Promise<ActionPaper | null> {
  const [last] = postingsIn(await logOf(store, action.number), timeZone);
  return last ? postedPaper(store, last, { step: 'posted', effectiveOn: action.effectiveOn }) : null;
}

async function drafted(
  store: Store,
  action: Action,
  settings: PlanSettings,
): Promise<Pick<Papers, 'paper' | 'unready'>> {
  const { planned, texts, obstacles, textObstacles, pending } = await previewAdoption(
    store,
    action,
    settings,
  );
  const names = new Map(
    (await draftsOf(store, action.number)).map(({ classId, body }) => [classId, classNamed(body)]),
  );
  const unready = obstacles.map(({ classId, message }) => `${names.get(classId) ?? classId}: ${message}`);
  unready.push(...textObstacles.map(({ message }) => message));
  return { paper: await plannedPaper(store, action, { planned, texts }), unready: [...unready, ...pending] };
}
