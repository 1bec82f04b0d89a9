// The sample plan with people at work in it: an analyst who prepares actions and an approver who decides on them.
import { allPeople } from '../../server/store/people.ts';
import type { Role } from '../../server/model/person.ts';
import type { Procedure } from '../../schemas/types.ts';
import {
  add,
  adopt,
  acting,
  instrument,
  noEdit,
  type Office,
  setProcedure,
  step,
} from '../actions/office.ts';
import { openAction } from '../../server/actions/open-action.ts';
import { ratifyAction } from '../../server/actions/ratify-action.ts';
import { revisionsOf } from '../../server/store/record.ts';
import { type Served, today } from '../tools.ts';

export async function sampleOffice({ tools }: Served): Promise<Office> {
  const people = await allPeople(tools.store);
  const having = (role: Role) => {
    const [first, second = first] = people.filter(({ roles }) => roles.includes(role));
    if (!first || !second) throw new Error(`The sample plan has no ${role}`);
    return [first, second] as const;
  };
  const [ada, ben] = having('analyst');
  const [cora, dan] = having('approver');
  const printer = tools.printer as Office['printer'];
  return { store: tools.store, tools, printer, ada, ben, cora, dan, today, close: () => tools.store.close() };
}

export interface Proposed {
  readonly classId: string;
  readonly intent?: 'change' | 'correct' | 'abolish';
  readonly edit?: Partial<typeof noEdit> | { readonly title?: string; readonly payGrade?: string };
  readonly effectiveOn?: string;
}

/** An action with one change, posted. */
export async function post(office: Office, number: string, { classId, intent, edit, effectiveOn }: Proposed) {
  const text = { ...instrument, effectiveOn: effectiveOn ?? '2027-02-01' };
  await openAction(acting(office, office.ada), number, text);
  await add(office, number, [{ classId, intent: intent ?? 'change', edit: { ...noEdit, ...edit } }]);
  await step(office, number, 'submit', office.ada);
  await step(office, number, 'post', office.cora);
}

export async function adoptPosted(office: Office, number: string, provisional = false): Promise<void> {
  const procedure: Procedure = { postingDays: 0, comments: true, provisional };
  await setProcedure(office.store, procedure);
  await adopt(office, number);
}

export async function ratify(office: Office, number: string): Promise<void> {
  const decided = (await revisionsOf(office.store, 'action', number)).at(-1);
  if (!decided) throw new Error(`${number} is not decided`);
  const ratification = { ratifiedBy: 'Ordinance 12', decidedOn: null };
  await ratifyAction(acting(office, office.dan), number, decided.hash, ratification);
}
