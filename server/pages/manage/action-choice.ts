// The choice of the action that something ends in: one of those that are still drafts, or a new one whose words stand
// beside the choice. Shared by every page that proposes something from outside an action.
import type { ActionChoice } from '../../actions/into-action.ts';
import type { Issue } from '../../model/issue.ts';
import { actionsAt, isNumberTaken } from '../../store/actions.ts';
import type { Store } from '../../store/database.ts';
import { type Field, field, messageOf } from '../field.ts';
import { readForm, type Typed } from '../form.ts';
import { instrumentFields, instrumentOf } from './action-list.ts';

export interface ActionChoiceView {
  /** An action that is given: there is nothing to choose. */
  readonly fixed: { readonly number: string; readonly title: string } | null;
  readonly message: string | null;
  readonly drafts: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[];
  /** The words of a new action. */
  readonly fields: readonly Field[];
}

/** `prefix` begins the names of the fields, where the form has fields of these names itself: 'action' → actionTitle. */
interface Asked {
  readonly given?: string | null;
  readonly prefix?: '' | 'action';
}

export async function actionChoiceView(
  store: Store,
  typed: Typed,
  issues: readonly Issue[],
  { given = null, prefix = '' }: Asked = {},
): Promise<ActionChoiceView> {
  const drafts = await actionsAt(store, ['draft']);
  const fixed = drafts.find(({ number }) => number === given) ?? null;
  const number = { name: 'number', label: 'Number', type: 'text', hint: 'As it is cited: CN1960.' } as const;
  const plain = Object.fromEntries(names.map((name) => [name, typed[named(prefix, name)] ?? '']));
  const own = issues.map((issue) => ({ ...issue, field: plainOf(prefix, issue.field) }));
  const fields = [field(number, plain, own), ...instrumentFields(plain, own)];
  return {
    fixed: fixed && { number: fixed.number, title: fixed.title },
    message: messageOf('action', issues),
    drafts: drafts.map(({ number: value, title }) => ({
      value,
      label: `${value} ${title}`,
      selected: value === typed.action,
    })),
    fields: fields.map((each) => ({
      ...each,
      name: named(prefix, each.name),
      id: `field-${named(prefix, each.name)}`,
    })),
  };
}

/** The chosen action, or what is to be corrected. */
export async function readActionChoice(
  store: Store,
  typed: Typed,
  { prefix = '' }: Pick<Asked, 'prefix'> = {},
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
  const { value, issues } = readForm(
    'form-action-new.schema.json',
    Object.fromEntries(names.map((name) => [name, of(named(prefix, name))])),
  );
  if (value === null)
    return { issues: issues.map((issue) => ({ ...issue, field: named(prefix, issue.field) })) };
  const { number, ...words } = value;
  if (await isNumberTaken(store, number)) {
    const message = `The number ${number} is taken. Choose another.`;
    return { issues: [{ field: named(prefix, 'number'), problem: 'taken', message }] };
  }
  return { choice: { number, open: instrumentOf(words) } };
}

const names = ['number', 'title', 'reason', 'authority', 'effectiveOn'] as const;

function named(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

function plainOf(prefix: string, name: string): string {
  return names.find((each) => named(prefix, each) === name) ?? (prefix === '' ? name : '');
}
