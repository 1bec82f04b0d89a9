// Carries out an approved adoption. First every official PDF is printed, outside any transaction, each kept waiting as
// it is done; then one transaction checks that nothing moved and records everything. All changes, or none.
import type { DecidedAction } from '../../schemas/types.ts';
import { type Printable, printOfficial } from '../documents/official.ts';
import { Refusal, refusal } from '../errors.ts';
import type { Planned } from '../model/adoption.ts';
import { calendarDateAt } from '../model/calendar-date.ts';
import { inPairs } from '../print/in-pairs.ts';
import { type Action, updateAction, writeLog } from '../store/actions.ts';
import {
  type Adoption,
  adoptionOf,
  forgetAdoption,
  hasWaitingPrint,
  keepWaitingPrint,
  noteFault,
  waitingPrint,
} from '../store/adoptions.ts';
import { writeAudit } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { keepOfficialDocument } from '../store/official-documents.ts';
import { appendRevision } from '../store/record.ts';
import type { Tools } from '../tools.ts';
import { type Preview, previewAdoption, textHash } from './preview-adoption.ts';
import { requireAct, requireAction, requireSame, requireSettings } from './requirements.ts';
import { requireReady } from './take-step.ts';

type AdoptionTools = Pick<Tools, 'store' | 'printer' | 'views' | 'clock' | 'log'>;
type Progress = (done: number, total: number) => void;

/** Resolves when the action is decided. A fault is noted for the person who waits, and thrown. */
export async function carryOutAdoption(
  tools: AdoptionTools,
  number: string,
  progress: Progress,
  signal?: AbortSignal,
): Promise<void> {
  try {
    const adoption = await requireAdoption(tools.store, number);
    await printAll(tools, adoption, progress, signal);
    signal?.throwIfAborted();
    await tools.store.transaction((transaction) => record(tools, transaction, number));
  } catch (error) {
    if (!signal?.aborted) await noteFault(tools.store, number, inWords(error));
    if (!(error instanceof Refusal)) tools.log.error({ err: error }, `The adoption of ${number} stopped`);
    throw error;
  }
}

/** What the person who waits is told. A fault of ours tells nothing of its inside. */
function inWords(error: unknown): string {
  if (!(error instanceof Refusal))
    return 'Something failed on our side, and nothing was recorded. Try again.';
  return error.detail === null ? error.message : `${error.message} ${error.detail}`;
}

async function requireAdoption(store: Store, number: string): Promise<Adoption> {
  const adoption = await adoptionOf(store, number);
  if (!adoption)
    throw refusal('step-not-possible', { detail: `The adoption of ${number} has not been approved.` });
  return adoption;
}

/** What waits already is not printed again. */
async function printAll(
  tools: AdoptionTools,
  { action: number, hash }: Adoption,
  progress: Progress,
  signal?: AbortSignal,
): Promise<void> {
  const settings = await requireSettings(tools.store);
  const { planned, histories, ...preview } = await previewAdoption(
    tools.store,
    await requireAction(tools.store, number),
    settings,
  );
  requireSame(hash, preview.hash);
  let done = 0;
  const print = async (each: Planned) => {
    await printOne(tools, { ...each, action: number, history: histories.get(each) ?? [] }, textHash(each));
    progress((done += 1), planned.length);
  };
  await inPairs(planned, print, signal);
}

async function printOne(
  tools: AdoptionTools,
  text: Printable & { action: string },
  hash: string,
): Promise<void> {
  if (await hasWaitingPrint(tools.store, text.action, hash)) return;
  const printed = await printOfficial(tools, text);
  if (await keepWaitingPrint(tools.store, text.action, hash, printed)) return;
  throw refusal('step-not-possible', {
    detail: `${text.action} was decided or taken back while it was printed.`,
  });
}

async function record(tools: AdoptionTools, store: Store, number: string): Promise<void> {
  const settings = await requireSettings(store);
  const action = await requireAction(store, number);
  const adoption = await requireAdoption(store, number);
  const step = requireAct(action, 'adopt', settings) === 'provisional' ? 'provisional' : 'adopted';
  const preview = await previewAdoption(store, action, settings);
  requireSame(adoption.hash, preview.hash);
  requireReady(preview);
  const now = tools.clock.now();
  const at = now.toISOString();
  const decidedOn = calendarDateAt(now, settings.timeZone);
  const by = adoption.approvedBy;
  for (const planned of preview.planned) await recordOne(store, number, planned, { decidedOn, at, by });
  await recordAction(store, { ...action, step, decidedOn }, preview, { at, by });
  await updateAction(store, number, { step, decidedOn });
  await forgetAdoption(store, number);
  await writeLog(store, {
    action: number,
    at,
    by,
    act: 'adopt',
    step,
    note: null,
    hash: preview.hash,
    snapshot: null,
  });
  await writeAudit(store, {
    at: now,
    personId: by,
    act: 'action-adopt',
    subject: `action ${number}`,
    detail: { hash: preview.hash },
  });
}

interface Decision {
  readonly decidedOn: string;
  readonly at: string;
  readonly by: string;
}

async function recordOne(
  store: Store,
  number: string,
  planned: Planned,
  { decidedOn, at, by }: Decision,
): Promise<void> {
  const { classId, number: expected, body, ...stated } = planned;
  const print = await waitingPrint(store, number, textHash(planned));
  if (!print) throw refusal('moved-since-shown');
  const revision = await appendRevision(store, {
    ...stated,
    subject: 'class',
    subjectId: classId,
    decidedOn,
    recordedAt: at,
    recordedBy: by,
    action: number,
    body,
  });
  if (revision.number !== expected) throw refusal('moved-since-shown');
  await keepOfficialDocument(store, revision.seq, print);
}

/** The decided instrument is an entry of the record itself. */
async function recordAction(
  store: Store,
  action: Action,
  { planned, hash }: Preview,
  { at, by }: Omit<Decision, 'decidedOn'>,
): Promise<void> {
  const {
    number,
    title,
    reason,
    authority,
    postedOn,
    commentsUntil,
    decidedOn,
    ratifiedOn,
    effectiveOn,
    step,
  } = action;
  const body: DecidedAction = {
    ...{ number, title, reason, authority, postedOn, commentsUntil, ratifiedOn, effectiveOn },
    decidedOn: decidedOn ?? at.slice(0, 10),
    step: step === 'provisional' ? 'provisional' : 'adopted',
    approvedHash: hash,
    changes: planned.map((each) => ({
      classId: each.classId,
      code: each.body.code ?? '',
      title: each.body.title,
      number: each.number,
      kinds: [...each.changes],
      effectiveOn: each.effectiveOn,
    })),
  };
  await appendRevision(store, {
    subject: 'action',
    subjectId: number,
    status: 'active',
    changes: ['create'],
    effectiveOn: body.decidedOn,
    decidedOn: body.decidedOn,
    recordedAt: at,
    recordedBy: by,
    action: number,
    events: [],
    body,
  });
}
