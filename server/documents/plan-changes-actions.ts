// The revisions between two dates under the actions that decided them, the latest decision first; what no action decided
// comes last.
import type { CalendarDate, ChangingAction, MadeRevision } from '../../schemas/types.ts';
import { replacedAmong } from '../model/plan-changes.ts';
import type { Store } from '../store/database.ts';
import { actionNames } from '../store/plan-changes.ts';
import type { MadeClass } from './classes-between.ts';
import { byTitle } from './plan-changes-words.ts';

/** A revision of a text of the plan, told in words. */
export interface MadeText extends Omit<MadeRevision, 'isReplaced' | 'code' | 'kinds' | 'redline'> {
  readonly decidedOn: CalendarDate | null;
  readonly action: string | null;
}

type Made = MadeClass | MadeText;

export async function byAction(store: Store, made: readonly Made[]): Promise<ChangingAction[]> {
  const replaced = replacedAmong(made);
  const groups = [...Map.groupBy(made, ({ action }) => action)];
  const numbers = groups.flatMap(([number]) => number ?? []);
  const names = await actionNames(store, numbers);
  const actions = groups.map(([number, its]) => {
    const name = number === null ? undefined : names.get(number);
    const revisions = its.map((each) => publishedRevision(each, replaced.has(each))).sort(classesFirst);
    return {
      ...{ number, title: name?.title ?? null, isProvisional: name?.isProvisional ?? false },
      decidedOn: name?.decidedOn ?? (number === null ? null : (its[0]?.decidedOn ?? null)),
      revisions,
    };
  });
  return actions.sort(latestFirst);
}

function publishedRevision(made: Made, isReplaced: boolean): MadeRevision {
  if (!isOfClass(made)) {
    const { decidedOn: _decidedOn, action: _action, ...text } = made;
    return { ...text, code: null, kinds: [], redline: null, isReplaced };
  }
  const { subject, id, code, title, number, kinds, effectiveOn, address } = made;
  const hasRedline = number > 1 && !kinds.includes('abolish');
  return {
    ...{ subject, id, code, title, number, kinds: [...kinds], what: [], effectiveOn, isReplaced },
    href: `${address}/revisions/${number}`,
    redline: hasRedline ? `${address}/compare/${number - 1}..${number}` : null,
  };
}

function isOfClass(made: Made): made is MadeClass {
  return made.subject === 'class';
}

function classesFirst(one: MadeRevision, other: MadeRevision): number {
  if ((one.subject === 'class') !== (other.subject === 'class')) return one.subject === 'class' ? -1 : 1;
  return byTitle(one, other) || one.number - other.number;
}

function latestFirst(one: ChangingAction, other: ChangingAction): number {
  if (one.number === null || other.number === null) return one.number === null ? 1 : -1;
  const days = (other.decidedOn ?? '').localeCompare(one.decidedOn ?? '');
  return days || other.number.localeCompare(one.number, 'en', { numeric: true });
}
