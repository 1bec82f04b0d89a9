// Ratifies a provisional action: the ordinance has passed, and its texts are no longer provisional.
import type { CalendarDate, DecidedAction } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { problemsOf } from '../schemas.ts';
import { updateAction } from '../store/actions.ts';
import type { Store } from '../store/database.ts';
import { appendRevision, revisionsOf } from '../store/record.ts';
import {
  type Actor,
  requireAct,
  requireAction,
  requireNoAuthor,
  requirePast,
  requireSame,
  requireSettings,
} from './requirements.ts';
import { tellOf } from './tell-of.ts';

interface Acting {
  readonly store: Store;
  readonly now: Date;
  readonly today: CalendarDate;
  readonly by: Actor;
}

export interface Ratification {
  /** The ordinance. */
  readonly ratifiedBy: string;
  /** The day that it passed; null for today. */
  readonly decidedOn: CalendarDate | null;
}

export async function ratifyAction(
  { store, now, today, by }: Acting,
  number: string,
  displayed: string,
  { ratifiedBy, decidedOn }: Ratification,
): Promise<void> {
  const ratifiedOn = decidedOn ?? today;
  await store.transaction(async (transaction) => {
    const action = await requireAction(transaction, number);
    requireAct(action, 'ratify', await requireSettings(transaction));
    await requireNoAuthor(transaction, action, by);
    const decided = (await revisionsOf(transaction, 'action', number)).at(-1);
    if (!decided) throw new Error(`${number} is provisional and the record does not hold it`);
    requireSame(displayed, decided.hash);
    requirePast(ratifiedOn, { from: decided.body.decidedOn, today });
    await record(transaction, { now, by }, { ...decided.body, step: 'adopted', ratifiedOn, ratifiedBy });
    await updateAction(transaction, number, { step: 'adopted', ratifiedOn });
    await tellOf(
      transaction,
      { now, by },
      {
        ...{ action: number, act: 'ratify', step: 'adopted', note: ratifiedBy, hash: displayed },
        detail: { ratifiedBy, ratifiedOn },
      },
    );
  });
}

/** The instrument once more, now ratified: its second entry in the record. */
async function record(
  store: Store,
  { now, by }: Pick<Acting, 'now' | 'by'>,
  body: DecidedAction & { readonly ratifiedOn: CalendarDate },
): Promise<void> {
  const [problem] = problemsOf('decided-action.schema.json', body);
  if (problem) throw refusal('form-not-readable', { detail: `${problem.at} ${problem.problem}.` });
  const dates = { effectiveOn: body.ratifiedOn, decidedOn: body.ratifiedOn, recordedAt: now.toISOString() };
  await appendRevision(store, {
    ...{ subject: 'action', subjectId: body.number, status: 'active', changes: ['amend'], events: [] },
    ...dates,
    recordedBy: by.id,
    action: body.number,
    body,
  });
}
