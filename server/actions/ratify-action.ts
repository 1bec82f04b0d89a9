// Ratifies a provisional action: the ordinance has passed, and its texts are no longer provisional.
import type { CalendarDate } from '../../schemas/types.ts';
import { writeLog } from '../store/action-log.ts';
import { updateAction } from '../store/actions.ts';
import { writeAudit } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { appendRevision, revisionsOf } from '../store/record.ts';
import {
  type Actor,
  requireAct,
  requireAction,
  requireNoAuthor,
  requireSame,
  requireSettings,
} from './requirements.ts';

export async function ratifyAction(
  { store, now, today, by }: { store: Store; now: Date; today: CalendarDate; by: Actor },
  number: string,
  displayed: string,
  authority: string,
): Promise<void> {
  const at = now.toISOString();
  await store.transaction(async (transaction) => {
    const action = await requireAction(transaction, number);
    const settings = await requireSettings(transaction);
    requireAct(action, 'ratify', settings);
    await requireNoAuthor(transaction, action, by);
    const decided = (await revisionsOf(transaction, 'action', number)).at(-1);
    if (!decided) throw new Error(`${number} is provisional and the record does not hold it`);
    requireSame(displayed, decided.hash);
    await appendRevision(transaction, {
      subject: 'action',
      subjectId: number,
      status: 'active',
      changes: ['amend'],
      effectiveOn: today,
      decidedOn: today,
      recordedAt: at,
      recordedBy: by.id,
      action: number,
      events: [],
      body: {
        ...decided.body,
        step: 'adopted',
        ratifiedOn: today,
        authority: `${decided.body.authority}; ratified by ${authority}`.slice(0, 300),
      },
    });
    await updateAction(transaction, number, { step: 'adopted', ratifiedOn: today });
    await writeLog(transaction, {
      action: number,
      at,
      by: by.id,
      act: 'ratify',
      step: 'adopted',
      note: authority,
      hash: displayed,
      snapshot: null,
    });
    await writeAudit(transaction, {
      at: now,
      personId: by.id,
      act: 'action-ratify',
      subject: `action ${number}`,
      detail: { authority },
    });
  });
}
