// What waits for somebody among the undecided actions: a decision that is theirs to take, or a draft of their own that was
// returned. Nobody waits for a decision on what they wrote themselves.
import type { CalendarDate, Procedure } from '../../schemas/types.ts';
import { areCommentsOpen } from './deadlines.ts';
import { mayAct, type Person } from './person.ts';
import { type Act, actRoles, decisions, possibleActs, type Step } from './workflow.ts';

interface Undecided {
  readonly step: Step;
  readonly postedOn: CalendarDate | null;
  readonly commentsUntil: CalendarDate | null;
  /** Whether the person wrote in it. */
  readonly isOwn: boolean;
  /** The note with which it was returned last and not submitted since; null where it was not. */
  readonly returned: string | null;
}

/** The decision to be taken, or 'revise'; null where nothing waits. */
export function whatWaits(
  person: Person,
  action: Undecided,
  { procedure, today }: { readonly procedure: Procedure; readonly today: CalendarDate },
): Act | 'revise' | null {
  const { step, isOwn, returned } = action;
  if (isOwn) return step === 'draft' && returned !== null && mayAct(person, ['analyst']) ? 'revise' : null;
  const acts = Object.keys(possibleActs(step, procedure)) as Act[];
  const act = acts.find((each) => decisions.includes(each) && mayAct(person, [actRoles[each]]));
  if (act === undefined || (act === 'adopt' && areCommentsOpen(action, today))) return null;
  return act;
}
