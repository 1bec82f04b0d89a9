// The choice of the action that something ends in: a draft that is there, or a new one with its own words.
import type { ActionChoice } from '../../actions/begin-sweep.ts';
import { isTaken } from '../../actions/open-action.ts';
import type { Issue } from '../../model/issue.ts';
import { actionsAt } from '../../store/actions.ts';
import type { Store } from '../../store/database.ts';
import { type Field, field, messageOf } from '../field.ts';
import { readForm, type Typed } from '../form.ts';
import { instrumentFields, instrumentOf } from './action-list.ts';

export interface ActionChoiceView {
  readonly message: string | null;
  readonly drafts: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[];
  readonly fields: readonly Field[];
}

export async function actionChoiceView(
  store: Store,
  typed: Typed,
  issues: readonly Issue[],
): Promise<ActionChoiceView> {
  const drafts = await actionsAt(store, ['draft']);
  const number = { name: 'number', label: 'Number', type: 'text', hint: 'As it is cited: CN1960.' } as const;
  return {
    message: messageOf('action', issues),
    drafts: drafts.map(({ number: value, title }) => ({
      value,
      label: `${value} ${title}`,
      selected: value === typed.action,
    })),
    fields: [field(number, typed, issues), ...instrumentFields(typed, issues)],
  };
}

/** The chosen action, or what is to be corrected. */
export async function readActionChoice(
  store: Store,
  typed: Typed,
): Promise<{ readonly choice: ActionChoice } | { readonly issues: readonly Issue[] }> {
  const of = (name: string) => {
    const value = typed[name];
    return typeof value === 'string' ? value : '';
  };
  if (of('action') !== '') {
    const known = (await actionsAt(store, ['draft'])).some(({ number }) => number === of('action'));
    const gone = 'That action is no draft any more. Choose another, or open a new one.';
    return known
      ? { choice: { number: of('action'), open: null } }
      : { issues: [{ field: 'action', problem: 'gone', message: gone }] };
  }
  const names = ['number', 'title', 'reason', 'authority', 'effectiveOn'];
  const { value, issues } = readForm(
    'form-action-new.schema.json',
    Object.fromEntries(names.map((name) => [name, of(name)])),
  );
  if (value === null) return { issues };
  const { number, ...words } = value;
  if (await isTaken(store, number)) {
    const message = `The number ${number} is taken. Choose another.`;
    return { issues: [{ field: 'number', problem: 'taken', message }] };
  }
  return { choice: { number, open: instrumentOf(words) } };
}
