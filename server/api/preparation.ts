// /api/v1/actions/CN1960/preparation: an action as those who prepare and decide it see it. Its ETag is over all that is
// shown, so what a program changes or decides is what it has read.
import type { Preparation } from '../../schemas/types.ts';
import { countOpenThreads } from '../actions/carry-threads.ts';
import { editAction, openAction } from '../actions/open-action.ts';
import { type Preview, previewAdoption } from '../actions/preview-adoption.ts';
import { requireAction, requireSettings } from '../actions/requirements.ts';
import { whyNotReady } from '../actions/take-step.ts';
import { Refusal, refusal } from '../errors.ts';
import type { Person } from '../model/person.ts';
import { textTitle } from '../model/plan-text.ts';
import { canonicalJson, sha256 } from '../model/revision-chain.ts';
import { type Act, possibleActs } from '../model/workflow.ts';
import { instrumentOf } from '../pages/manage/action-list.ts';
import type { Action } from '../store/actions.ts';
import { adoptionOf, countWaitingPrints } from '../store/adoptions.ts';
import { draftsOf } from '../store/drafts.ts';
import { planTextsOf } from '../store/plan-texts.ts';
import { revisionsOf } from '../store/record.ts';
import type { Tools } from '../tools.ts';
import { apiRoot, type Call, type Reply } from './operation.ts';

export async function readPreparation(tools: Tools, { path: { number } }: Call): Promise<Reply> {
  return preparedReply(tools, number, 200);
}

export async function openNewAction(
  tools: Tools,
  { body, by }: Call<never, 'new-action.schema.json'>,
): Promise<Reply> {
  const { number, effectiveOn, ...words } = body;
  const text = instrumentOf({ ...words, effectiveOn: effectiveOn ?? '' });
  await openAction(acting(tools, by), number, text);
  const reply = await preparedReply(tools, number, 201);
  return { ...reply, location: `${apiRoot}/actions/${number}/preparation` };
}

export async function editInstrument(
  tools: Tools,
  { path: { number }, body, version, by }: Call<never, 'instrument-patch.schema.json'>,
): Promise<Reply> {
  const { action } = await requireVersion(tools, number, version);
  const { title, reason, authority, effectiveOn } = { ...action, ...body };
  const text = instrumentOf({ title, reason, authority, effectiveOn: effectiveOn ?? '' });
  await orVersionMoved(() => editAction(acting(tools, by), number, action.hash, text));
  return preparedReply(tools, number, 200);
}

export function acting({ store, clock }: Tools, by: Person | null) {
  if (!by) throw new Error('This operation is for people; its row must say which');
  return { store, now: clock.now(), by };
}

/** What moved between the reading of its version and the transaction, is told as a version that moved. */
export async function orVersionMoved<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'moved-since-shown')
      throw refusal('version-moved', { cause: error });
    throw error;
  }
}

export async function preparedReply(tools: Tools, number: string, status: number): Promise<Reply> {
  const { body, version } = await prepared(tools, number);
  return { status, body, version };
}

/** The action with its preparation, where that is still what was read. */
export async function requireVersion(tools: Tools, number: string, version: string) {
  const found = await prepared(tools, number);
  if (found.version !== version) throw refusal('version-moved');
  return found;
}

async function prepared(tools: Tools, number: string) {
  const { store } = tools;
  const settings = await requireSettings(store);
  const action = await requireAction(store, number);
  const acts = Object.keys(possibleActs(action.step, settings.procedure)) as Act[];
  const isOpen = action.step === 'draft' || action.step === 'in review' || action.step === 'posted';
  const preview = isOpen ? await previewAdoption(store, action, settings) : null;
  const { hash: _hash, openedBy: _by, ...said } = action;
  const body: Preparation = {
    ...said,
    acts,
    decisionHash: preview?.hash ?? (await ratifiedHash(tools, action)),
    obstacles: preview ? obstaclesIn(preview) : [],
    changes: (await draftsOf(store, number)).map(
      ({ classId, intent, body: { code, title }, effectiveOn, hash }) => ({
        ...{ classId, intent, code, title, effectiveOn, draftHash: hash },
      }),
    ),
    texts: (await planTextsOf(store, number)).map(({ subject, id, body: text }) => ({
      ...{ subject, id, title: textTitle(text) },
    })),
    openThreads: await countOpenThreads(store, number),
    adoption: await progressOf(tools, number),
  };
  return { action, body, version: sha256(`classplan/preparation/1\0${canonicalJson(body)}`) };
}

/** What a ratification names: the decided action as it stands in the record. */
async function ratifiedHash({ store }: Tools, { number, step }: Action): Promise<string | null> {
  if (step !== 'provisional') return null;
  return (await revisionsOf(store, 'action', number)).at(-1)?.hash ?? null;
}

function obstaclesIn(preview: Preview): string[] {
  const told = [...preview.obstacles, ...preview.textObstacles].map(({ message }) => message);
  const all = [...told, ...preview.pending];
  const sentence = whyNotReady(preview);
  return all.length > 0 || sentence === null ? all : [sentence];
}

async function progressOf({ store, background }: Tools, number: string): Promise<Preparation['adoption']> {
  const adoption = await adoptionOf(store, number);
  if (!adoption) return null;
  const done = await countWaitingPrints(store, number);
  const isUnderWay = background.isUnderWay(`adopt ${number}`);
  return { total: adoption.total, done, isUnderWay, fault: adoption.fault };
}
