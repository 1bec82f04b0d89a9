// What adopting an action would record: for every change the revisions it makes, or what stands in the way. Pure,
// so that what a person approves, what is printed and what is recorded are one computation.
import type { ChangeKind, HistoryEvent, PlanSettings, Specification, Status } from '../../schemas/types.ts';
import { inWords } from './calendar-date.ts';
import type { Intent } from './change.ts';
import { inForce } from './in-force.ts';
import { type Choices, type Conflict, merge } from './merge.ts';
import { nextRevision } from './next-revision.ts';
import { missingSections } from './specification.ts';
import { byApplication } from './standing.ts';

export interface Draft {
  readonly classId: string;
  readonly intent: Intent;
  /** The number of the revision that was edited; null for a class that does not exist yet. */
  readonly baseNumber: number | null;
  /** Null: the action's own date. */
  readonly effectiveOn: string | null;
  /** What becomes of revisions that take effect later: the change goes into each of them, or it does not. */
  readonly carry: 'forward' | 'not' | null;
  /** A person's choices, by 'number of the revision merged with' and address of the field: '4:sections.duties.b7'. */
  readonly choices: Choices;
  readonly body: Specification;
}

export interface Recorded {
  readonly number: number;
  readonly status: Status;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly body: Specification;
}

/** A revision that adoption will append. */
export interface Planned {
  readonly classId: string;
  readonly number: number;
  readonly status: Status;
  readonly changes: readonly ChangeKind[];
  readonly effectiveOn: string;
  readonly events: readonly HistoryEvent[];
  readonly body: Specification;
}

/** Why a change cannot be adopted as it stands, in words for the person who can mend it. */
export interface Obstacle {
  readonly classId: string;
  readonly message: string;
  /** Fields to choose between, with the revision they were merged with. */
  readonly conflicts: readonly (Conflict & { readonly number: number })[];
}

export interface AdoptionPlan {
  readonly planned: readonly Planned[];
  readonly obstacles: readonly Obstacle[];
}

export interface Instrument {
  readonly number: string;
  readonly effectiveOn: string | null;
  /** Initials or name of the person who drafted; stands in the class history. */
  readonly by: string | null;
}

export function planChange(
  instrument: Instrument,
  draft: Draft,
  revisions: readonly Recorded[],
  settings: PlanSettings,
): AdoptionPlan {
  const obstacle = (message: string, conflicts: Obstacle['conflicts'] = []): AdoptionPlan => ({
    planned: [],
    obstacles: [{ classId: draft.classId, message, conflicts }],
  });
  const base = revisions.find(({ number }) => number === draft.baseNumber) ?? null;
  const effectiveOn = effectiveDate(instrument, draft, base);
  if (effectiveOn === null) return obstacle('It has no effective date: give the action one, or this change.');
  const before = inForce(revisions, effectiveOn);
  if (base && !before)
    return obstacle(`The class is not yet in force on ${inWords(effectiveOn)}; choose a later date.`);
  if (before?.status === 'abolished') return obstacle(`The class is abolished on ${inWords(effectiveOn)}.`);
  if (!base && revisions.length > 0)
    return obstacle('The class exists already; begin the change from its text.');

  const later = laterTexts(revisions, effectiveOn);
  if (later.length > 0 && draft.carry === null) return obstacle(undecided(effectiveOn, later));
  const targets = [before, ...(draft.carry === 'forward' ? later : [])];
  const applied = targets.map((target) => applyTo(draft, base, target));
  const conflicts = applied.flatMap(({ open }) => open);
  if (conflicts.length > 0)
    return obstacle(
      'The class has changed since this draft was begun, in the same places. Choose for each.',
      conflicts,
    );
  const planned = applied
    .flatMap(({ target, body }) =>
      nextRevision({ instrument, draft, effectiveOn, settings }, target, body, target !== before),
    )
    .map((revision, index) => ({ ...revision, number: revisions.length + index + 1 }));
  if (planned.length === 0)
    return obstacle('It changes nothing. Edit the text, or take it out of the action.');
  const lacking =
    draft.intent === 'abolish' ? [] : planned.flatMap(({ body }) => whatIsLacking(body, settings));
  return lacking[0] === undefined ? { planned, obstacles: [] } : obstacle(lacking[0]);
}

/** A correction applies from when on the text that it corrects does. */
export function effectiveDate(
  instrument: Pick<Instrument, 'effectiveOn'>,
  draft: Draft,
  base: Recorded | null,
): string | null {
  if (draft.intent === 'correct') return base?.effectiveOn ?? null;
  return draft.effectiveOn ?? instrument.effectiveOn;
}

/** The texts under which a change would lie: those that apply after it does. */
export function textsOver<R extends Recorded>(
  instrument: Pick<Instrument, 'effectiveOn'>,
  draft: Draft,
  revisions: readonly R[],
): R[] {
  const base = revisions.find(({ number }) => number === draft.baseNumber) ?? null;
  const effectiveOn = effectiveDate(instrument, draft, base);
  return effectiveOn === null ? [] : laterTexts(revisions, effectiveOn);
}

/** The texts that follow a date, in the order in which they apply. What was corrected before it applied is none of them. */
function laterTexts<R extends Recorded>(revisions: readonly R[], date: string): R[] {
  const later = revisions.filter(
    (each) => each.effectiveOn > date && inForce(revisions, each.effectiveOn) === each,
  );
  return later.sort(byApplication);
}

function undecided(effectiveOn: string, later: readonly Recorded[]): string {
  const texts = later.map((each) => `revision ${each.number} (${inWords(each.effectiveOn)})`).join(', ');
  return `It takes effect on ${inWords(effectiveOn)}, under later texts: ${texts}. Say whether it is carried forward into them.`;
}

export interface Applied {
  readonly target: Recorded | null;
  readonly body: Specification;
  readonly open: Obstacle['conflicts'];
}

/** The draft's changes applied to the text of a revision; conflicts without a choice are open. */
export function applyTo(draft: Draft, base: Recorded | null, target: Recorded | null): Applied {
  if (draft.intent === 'abolish') return { target, body: target?.body ?? draft.body, open: [] };
  if (!base || !target || base.number === target.number) return { target, body: draft.body, open: [] };
  const prefix = `${target.number}:`;
  const own = Object.entries(draft.choices).filter(([at]) => at.startsWith(prefix));
  const choices: Choices = Object.fromEntries(own.map(([at, choice]) => [at.slice(prefix.length), choice]));
  const { specification, conflicts } = merge(base.body, draft.body, target.body, choices);
  const open = conflicts
    .filter(({ at }) => !(at in choices))
    .map((conflict) => ({ ...conflict, number: target.number }));
  return { target, body: specification, open };
}

function whatIsLacking(body: Specification, settings: PlanSettings): string[] {
  const labels = new Map(settings.sections.map(({ key, label }) => [key, label]));
  const missing = missingSections(body, settings).map((key) => labels.get(key) ?? key);
  if (body.code === null) return ['It has no class code.'];
  if (body.title.trim() === '') return ['It has no title.'];
  return missing.length > 0 ? [`Not yet written, though this plan requires it: ${missing.join(', ')}.`] : [];
}
