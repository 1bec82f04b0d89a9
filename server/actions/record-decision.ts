// Records an approved action inside one transaction: every revision with its official PDF, then the decided instrument
// itself. What moved since the approval, or was not printed, refuses the whole.
import type { CalendarDate, DecidedAction, DecidedText } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import type { Planned } from '../model/adoption.ts';
import { type PlannedText, textTitle } from '../model/plan-text.ts';
import { type Action, updateAction } from '../store/actions.ts';
import { forgetAdoption, waitingPrint } from '../store/adoptions.ts';
import type { Store } from '../store/database.ts';
import { keepOfficialDocument } from '../store/official-documents.ts';
import { appendRevision, type RecordedRevision } from '../store/record.ts';
import type { Tools } from '../tools.ts';
import { approvedDate } from './approve-adoption.ts';
import { type Preview, previewAdoption, textHash } from './preview-adoption.ts';
import { requireAct, requireAction, requireAdoption, requireSame, requireSettings } from './requirements.ts';
import { requireReady } from './take-step.ts';
import { tellOf } from './tell-of.ts';

export async function recordDecision(
  { clock }: Pick<Tools, 'clock'>,
  store: Store,
  number: string,
): Promise<void> {
  const settings = await requireSettings(store);
  const action = await requireAction(store, number);
  const adoption = await requireAdoption(store, number);
  const step = requireAct(action, 'adopt', settings) === 'provisional' ? 'provisional' : 'adopted';
  const preview = await previewAdoption(store, action, settings);
  requireSame(adoption.hash, preview.hash);
  requireReady(preview);
  const now = clock.now();
  const at = now.toISOString();
  const decidedOn = await approvedDate(store, adoption);
  const { approvedBy: by, hash } = adoption;
  for (const text of preview.texts) await recordText(store, number, text, { decidedOn, at, by });
  for (const planned of preview.planned) await recordOne(store, number, planned, { decidedOn, at, by });
  await recordAction(store, decidedAction({ ...action, step }, decidedOn, preview), { at, by });
  await updateAction(store, number, { step, decidedOn });
  await forgetAdoption(store, number);
  await tellOf(
    store,
    { now, by: { id: by } },
    { action: number, act: 'adopt', step, hash, detail: { hash } },
  );
}

interface Decision {
  readonly decidedOn: CalendarDate;
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

/** A series or a shared text. Classes rest on it, so it is recorded before them. */
async function recordText(
  store: Store,
  action: string,
  { subject, id, number: expected, body, ...stated }: PlannedText,
  { decidedOn, at, by }: Decision,
): Promise<void> {
  const entry = { ...stated, subjectId: id, decidedOn, recordedAt: at, recordedBy: by, action, events: [] };
  const revision: RecordedRevision =
    'concept' in body
      ? await appendRevision(store, { ...entry, subject: 'series', body })
      : await appendRevision(store, { ...entry, subject: 'shared-text', body });
  if (revision.number !== expected || revision.subject !== subject) throw refusal('moved-since-shown');
}

function decidedAction(action: Action, decidedOn: CalendarDate, preview: Preview): DecidedAction {
  const { planned, texts, decisions, hash } = preview;
  const { number, title, reason, authority, postedOn, commentsUntil, effectiveOn, step } = action;
  return {
    ...{ number, title, reason, authority, postedOn, commentsUntil, decidedOn, effectiveOn },
    ...{ ratifiedOn: null, ratifiedBy: null },
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
    ...(texts.length > 0 && { texts: texts.map(decidedText) }),
    ...(decisions.length > 0 && { decisions: [...decisions] }),
  };
}

function decidedText({ subject, id, body, number, changes, effectiveOn }: PlannedText): DecidedText {
  return { subject, id, title: textTitle(body), number, kinds: [...changes], effectiveOn };
}

/** The decided instrument is an entry of the record itself. */
async function recordAction(
  store: Store,
  body: DecidedAction,
  { at, by }: Omit<Decision, 'decidedOn'>,
): Promise<void> {
  const { number, decidedOn } = body;
  await appendRevision(store, {
    ...{ subject: 'action', subjectId: number, status: 'active', changes: ['create'], events: [] },
    effectiveOn: decidedOn,
    decidedOn,
    recordedAt: at,
    recordedBy: by,
    action: number,
    body,
  });
}
