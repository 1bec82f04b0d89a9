// The two decisions on an action, as pages and programs take them: what follows goes on after the answer.
import type { CalendarDate } from '../../schemas/types.ts';
import type { Person } from '../model/person.ts';
import type { Tools } from '../tools.ts';
import { approveAdoption } from './approve-adoption.ts';
import { carryOutAdoption } from './carry-out-adoption.ts';
import { actOrNoteRefusal } from './note-refusal.ts';
import { ratifyAction, type Ratification } from './ratify-action.ts';

interface Deciding {
  readonly by: Person;
  readonly today: CalendarDate;
  readonly number: string;
  /** The hash that was displayed to whoever decides. */
  readonly displayed: string;
}

/** Approves; then the official PDFs are printed and everything is recorded. */
export async function decideAdoption(
  tools: Tools,
  { by, today, number, displayed }: Deciding,
  { decidedOn, carried }: { readonly decidedOn: CalendarDate | null; readonly carried: number | null },
): Promise<void> {
  const acting = { store: tools.store, now: tools.clock.now(), today, by };
  await actOrNoteRefusal(acting, { act: 'adopt', number }, () =>
    approveAdoption(acting, number, displayed, decidedOn, carried),
  );
  tools.background.begin(`adopt ${number}`, async (signal) => {
    await actOrNoteRefusal(acting, { act: 'adopt', number }, () =>
      carryOutAdoption(tools, number, () => {}, signal),
    );
    await tools.checkpoints.append();
  });
}

export async function decideRatification(
  tools: Tools,
  { by, today, number, displayed }: Deciding,
  { ratifiedBy, decidedOn }: Ratification,
): Promise<void> {
  const acting = { store: tools.store, now: tools.clock.now(), today, by };
  const words = { ratifiedBy: ratifiedBy.trim().replace(/\s+/g, ' '), decidedOn };
  await actOrNoteRefusal(acting, { act: 'ratify', number }, () =>
    ratifyAction(acting, number, displayed, words),
  );
  tools.background.begin(`ratify ${number}`, () => tools.checkpoints.append());
}
