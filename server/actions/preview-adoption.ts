// What adopting an action would record, as it stands now, with the hash under which a person approves exactly that.
import type { DecidedClass, HistoryEvent, PlanSettings } from '../../schemas/types.ts';
import { type PlannedText, planText, type TextObstacle } from '../model/plan-text.ts';
import { type AdoptionPlan, type Obstacle, planChange, type Planned } from '../model/adoption.ts';
import { canonicalJson, sha256 } from '../model/revision-chain.ts';
import { problemsOf } from '../schemas.ts';
import { type Action } from '../store/actions.ts';
import { draftsOf } from '../store/drafts.ts';
import type { ClassRevision } from '../store/classes.ts';
import type { Store } from '../store/database.ts';
import { personById } from '../store/people.ts';
import { planTextsOf, textRevisions } from '../store/plan-texts.ts';
import { revisionsOfEach } from '../store/record.ts';
import { codeClashes } from './code-clashes.ts';
import { problemsWith } from './save-plan-text.ts';
import { sweepDecisions } from './sweep-decisions.ts';
import { unknownFacts } from './unknown-facts.ts';

export interface Preview extends AdoptionPlan {
  /** The revisions of series and shared texts that adoption would make, and what stands in their way. */
  readonly texts: readonly PlannedText[];
  readonly textObstacles: readonly TextObstacle[];
  /** What its sweeps decided, class by class; and what in them is not done yet, as sentences. */
  readonly decisions: readonly DecidedClass[];
  readonly pending: readonly string[];
  /** Names the instrument and every revision that adoption would make. */
  readonly hash: string;
  /** The class history of each planned revision up to itself. */
  readonly histories: ReadonlyMap<Planned, readonly HistoryEvent[]>;
  /** The revisions that each class has now, by class id. */
  readonly revisions: ReadonlyMap<string, readonly ClassRevision[]>;
}

export async function previewAdoption(
  store: Store,
  action: Action,
  settings: PlanSettings,
): Promise<Preview> {
  const drafts = await draftsOf(store, action.number);
  const classIds = drafts.map(({ classId }) => classId);
  const revisions = await revisionsOfEach(store, 'class', classIds);
  const initials = await initialsOf(
    store,
    drafts.map(({ savedBy }) => savedBy),
  );
  const plans = drafts.map((draft) => {
    const instrument = {
      number: action.number,
      effectiveOn: action.effectiveOn,
      by: initials.get(draft.savedBy) ?? null,
    };
    return planChange(instrument, draft, revisions.get(draft.classId) ?? [], settings);
  });
  const planned = plans.flatMap((plan) => plan.planned);
  const { texts, textObstacles } = await plannedTexts(store, action);
  const { decisions, pending } = await sweepDecisions(store, action.number, drafts);
  const obstacles = plans.flatMap((plan) => plan.obstacles);
  obstacles.push(
    ...unfit(planned),
    ...(await codeClashes(store, planned, revisions)),
    ...(await unknownFacts(store, planned, revisions, settings, texts)),
  );
  return {
    planned,
    obstacles,
    texts,
    textObstacles,
    decisions,
    pending,
    histories: historiesOf(planned, revisions),
    revisions,
    hash: planHash(action, { planned, texts, decisions }),
  };
}

async function initialsOf(store: Store, people: readonly string[]): Promise<Map<string, string | null>> {
  const initials = new Map<string, string | null>();
  for (const id of new Set(people)) initials.set(id, (await personById(store, id))?.initials || null);
  return initials;
}

function historiesOf(planned: readonly Planned[], revisions: Preview['revisions']): Preview['histories'] {
  const told = new Map<string, HistoryEvent[]>();
  const histories = new Map<Planned, HistoryEvent[]>();
  for (const each of planned) {
    const before =
      told.get(each.classId) ?? (revisions.get(each.classId) ?? []).flatMap(({ events }) => events);
    const history = [...before, ...each.events];
    told.set(each.classId, history);
    histories.set(each, history);
  }
  return histories;
}

/** The hash of one planned text: the same text printed once is not printed again. */
export function textHash(planned: Planned): string {
  return sha256(`classplan/planned/1\0${canonicalJson(planned)}`);
}

function planHash(
  { number, title, reason, authority, effectiveOn }: Action,
  { planned, texts, decisions }: Pick<Preview, 'planned' | 'texts' | 'decisions'>,
): string {
  const instrument = { number, title, reason, authority, effectiveOn };
  const also = { ...(texts.length > 0 && { texts }), ...(decisions.length > 0 && { decisions }) };
  const decided = { instrument, planned, ...also };
  return sha256(`classplan/decision/1\0${canonicalJson(decided)}`);
}

async function plannedTexts(
  store: Store,
  { number, effectiveOn }: Action,
): Promise<Pick<Preview, 'texts' | 'textObstacles'>> {
  const texts: PlannedText[] = [];
  const textObstacles: TextObstacle[] = [];
  for (const draft of await planTextsOf(store, number)) {
    const { subject, id } = draft;
    const { planned, obstacle } = planText(effectiveOn, draft, await textRevisions(store, subject, id));
    if (planned) texts.push(planned);
    if (obstacle) textObstacles.push(obstacle);
    const [problem] = problemsWith(draft);
    if (problem) textObstacles.push({ subject, id, message: `Its text ${problem.at} ${problem.problem}.` });
  }
  return { texts, textObstacles };
}

/** What the schema does not let into the record, whatever way it came into a draft. */
function unfit(planned: readonly Planned[]): Obstacle[] {
  return planned.flatMap(({ classId, body }) => {
    const [problem] = problemsOf('adoptable-specification.schema.json', body);
    if (!problem) return [];
    return [
      {
        classId,
        message: `Its text cannot be adopted: ${problem.at || 'the whole'} ${problem.problem}.`,
        conflicts: [],
      },
    ];
  });
}
