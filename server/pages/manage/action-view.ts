// An action as its staff page shows it: the instrument, what it would record from → to, what stands in the way, what
// this person may do now, and what was done.
import type { PlanSettings } from '../../../schemas/types.ts';
import { type Preview, previewAdoption } from '../../actions/preview-adoption.ts';
import { whyNotReady } from '../../actions/take-step.ts';
import { inWords } from '../../model/calendar-date.ts';
import type { Person } from '../../model/person.ts';
import { type Act, actRoles, decisions, mayBeEdited, possibleActs } from '../../model/workflow.ts';
import { logOf } from '../../store/action-log.ts';
import { type Action, authorsOf } from '../../store/actions.ts';
import { draftsOf, type StoredDraft } from '../../store/drafts.ts';
import { adoptionOf } from '../../store/adoptions.ts';
import { personById } from '../../store/people.ts';
import { openThreadsByClass } from '../../store/threads.ts';
import { revisionsOf } from '../../store/record.ts';
import type { Tools } from '../../tools.ts';
import { actWords, doneWords, kindWords, stepWords } from '../action-words.ts';
import { carryingOf, commentsView, threadsLink } from './action-comments.ts';
import { planTextsOf } from '../../store/plan-texts.ts';
import { sweepsView } from './action-sweeps.ts';
import { madeTexts, textRows } from './action-texts.ts';
import { plannedRows } from './planned-view.ts';

export async function actionView(tools: Tools, action: Action, person: Person, settings: PlanSettings) {
  const preview = await previewAdoption(tools.store, action, settings);
  const drafts = await draftsOf(tools.store, action.number);
  const authors = await authorsOf(tools.store, action.number);
  const isDecided = action.step === 'adopted' || action.step === 'provisional';
  const decided = isDecided ? (await revisionsOf(tools.store, 'action', action.number)).at(-1) : undefined;
  const threads = await openThreadsByClass(tools.store, action.number);
  const href = `/manage/actions/${action.number}`;
  const mayEdit = mayBeEdited(action.step) && person.roles.includes('analyst');
  return {
    ...facts(action),
    ratifiedBy: decided?.body.ratifiedBy ?? null,
    href,
    mayEdit,
    shortHash: preview.hash.slice(0, 16),
    instrumentHash: action.hash,
    changes: isDecided
      ? []
      : drafts.map((draft) => ({
          ...changeRow(draft, preview, href, plannedRows(action, draft, preview, settings)),
          threads: threadsLink(threads.get(draft.classId) ?? 0, `${href}/changes/${draft.classId}`),
        })),
    made: (decided?.body.changes ?? []).map((change) => ({
      ...change,
      kinds: change.kinds.map((kind) => kindWords[kind]).join(', '),
      effective: inWords(change.effectiveOn),
      href: `/classes/${change.code}/revisions/${change.number}`,
    })),
    texts: isDecided ? [] : textRows(await planTextsOf(tools.store, action.number), preview, href),
    madeTexts: madeTexts(decided?.body.texts ?? []),
    pending: isDecided ? [] : preview.pending,
    sweeps: await sweepsView(tools.store, action.number, decided?.body.decisions ?? []),
    obstacleCount: isDecided ? 0 : preview.obstacles.length + preview.textObstacles.length,
    acts: actsOf(action, person, authors, settings, {
      isReady: whyNotReady(preview) === null,
      ratifyHash: decided?.hash ?? '',
      hash: preview.hash,
      openThreads: [...threads.values()].reduce((sum, open) => sum + open, 0),
    }),
    comments: await commentsView(tools, action),
    log: await logView(tools, action.number),
    adoption: (await adoptionOf(tools.store, action.number)) === null ? null : { href: `${href}/adoption` },
  };
}

function facts(action: Action) {
  const date = (on: string | null) => (on === null ? null : inWords(on));
  return {
    number: action.number,
    title: action.title,
    reason: action.reason,
    authority: action.authority,
    step: stepWords[action.step],
    effectiveOn: action.effectiveOn ?? '',
    effective: date(action.effectiveOn) ?? 'Not set',
    posted: date(action.postedOn),
    commentsUntil: date(action.commentsUntil),
    decided: date(action.decidedOn),
    ratified: date(action.ratifiedOn),
  };
}

function changeRow(
  draft: StoredDraft,
  preview: Preview,
  href: string,
  planned: ReturnType<typeof plannedRows>,
) {
  const obstacle = preview.obstacles.find(({ classId }) => classId === draft.classId);
  return {
    classId: draft.classId,
    href: `${href}/changes/${draft.classId}`,
    title: draft.body.title || 'New class',
    code: draft.body.code ?? '',
    intent: planned.length === 0 ? draft.intent : null,
    planned,
    obstacle: obstacle?.message ?? null,
  };
}

interface Shown {
  readonly isReady: boolean;
  readonly hash: string;
  readonly ratifyHash: string;
  readonly openThreads: number;
}

/** The acts possible at this step, for this person: each with the reason where it is not theirs to take. */
function actsOf(
  action: Action,
  person: Person,
  authors: readonly string[],
  settings: PlanSettings,
  shown: Shown,
) {
  const acts = Object.keys(possibleActs(action.step, settings.procedure)) as Act[];
  return acts
    .filter((act) => person.roles.includes(actRoles[act]))
    .map((act) => {
      const isOwn = decisions.includes(act) && authors.includes(person.id);
      const needsReady = act === 'submit' || act === 'post' || act === 'adopt';
      const why = isOwn
        ? 'You wrote in this action; somebody else must decide.'
        : needsReady && !shown.isReady
          ? 'Not every change is ready.'
          : null;
      return {
        act,
        label: actWords[act],
        why,
        hash: act === 'ratify' ? shown.ratifyHash : shown.hash,
        target: act === 'adopt' ? 'adopt' : act === 'ratify' ? 'ratify' : 'steps',
        isStep: act !== 'adopt' && act !== 'ratify',
        noteHint: act === 'return' ? 'what is to be changed' : null,
        asksNote: act === 'return' || act === 'withdraw' || act === 'reopen',
        carrying: carryingOf(act, settings, shown.openThreads),
        asksAuthority: act === 'ratify',
        asksDate: act === 'adopt' ? 'Decided on' : act === 'ratify' ? 'Passed on' : null,
        isQuiet: act === 'withdraw' || act === 'return' || act === 'reopen',
      };
    });
}

async function logView(tools: Tools, number: string) {
  const entries = await logOf(tools.store, number);
  const rows = [];
  for (const { at, by, act, note } of entries.reverse()) {
    const who = await personById(tools.store, by);
    rows.push({
      at: at.slice(0, 16).replace('T', ' '),
      who: who?.name ?? by,
      what: doneWords[act],
      note: note ?? '',
    });
  }
  return rows;
}
