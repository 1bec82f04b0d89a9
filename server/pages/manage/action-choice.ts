// The choice of the action that a change goes into: one of those that are still drafts, or a new one whose words stand
// beside the choice. Shared by every page that proposes something from outside an action.
import type { Into } from '../../actions/into-action.ts';
import type { Issue } from '../../model/issue.ts';
import { actionByNumber, actionsAt } from '../../store/actions.ts';
import type { Store } from '../../store/database.ts';
import { revisionsOf } from '../../store/record.ts';
import { problemsOf, propertiesOf } from '../../schemas.ts';
import { type Field, field, messageOf } from '../field.ts';
import type { Typed } from '../form.ts';
import { instrumentOf } from './action-list.ts';

export interface ActionChoice {
  /** An action that is given: there is nothing to choose. */
  readonly fixed: { readonly number: string; readonly title: string } | null;
  readonly options: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[];
  readonly message: string | null;
  /** The words of a new action. */
  readonly fields: readonly Field[];
  readonly isNew: boolean;
}

/** What no number of an action is. */
const aNewOne = 'new';

export async function actionChoice(
  store: Store,
  typed: Typed,
  issues: readonly Issue[],
  given: string | null = null,
): Promise<ActionChoice> {
  const drafts = await actionsAt(store, ['draft']);
  const fixed = drafts.find(({ number }) => number === given) ?? null;
  const chosen = typed.action ?? (drafts.length === 0 ? aNewOne : '');
  const options = [
    ...drafts.map(({ number, title }) => ({ value: number, label: `${number}, ${title}` })),
    { value: aNewOne, label: 'A new action, described below' },
  ];
  return {
    fixed: fixed && { number: fixed.number, title: fixed.title },
    options: options.map((option) => ({ ...option, selected: option.value === chosen })),
    message: messageOf('action', issues),
    fields: fieldsOfNew(typed, issues),
    isNew: chosen === aNewOne,
  };
}

function fieldsOfNew(typed: Typed, issues: readonly Issue[]): Field[] {
  const stated = [
    {
      name: 'actionNumber',
      label: 'Number',
      type: 'text',
      hint: 'As it is cited: CN1960. It cannot be changed.',
    },
    { name: 'actionTitle', label: 'Title of the action', type: 'text' },
    { name: 'actionReason', label: 'Reason', type: 'text', rows: 3 },
    {
      name: 'actionAuthority',
      label: 'Authority',
      type: 'text',
      hint: 'The notice, ordinance, board item or resolution that decides.',
    },
    { name: 'actionEffectiveOn', label: 'Effective date', type: 'date', hint: 'May be left open for now.' },
  ] as const;
  return stated.map((each) => field(each, typed, issues));
}

interface Sent {
  readonly action: string;
  readonly actionNumber?: string;
  readonly actionTitle?: string;
  readonly actionReason?: string;
  readonly actionAuthority?: string;
  readonly actionEffectiveOn?: string;
}

/** The action that was chosen, or what is to be corrected in the choice. */
export async function chosenAction(
  store: Store,
  sent: Sent,
): Promise<
  | { readonly into: Into; readonly issues: readonly [] }
  | { readonly into: null; readonly issues: readonly Issue[] }
> {
  if (sent.action !== aNewOne) {
    const action = await actionByNumber(store, sent.action);
    if (action?.step === 'draft') return { into: { number: action.number, opening: null }, issues: [] };
    const message = 'Choose an action that is still a draft, or open a new one.';
    return { into: null, issues: [{ field: 'action', problem: 'not-a-draft', message }] };
  }
  const words = {
    number: sent.actionNumber ?? '',
    title: sent.actionTitle ?? '',
    reason: sent.actionReason ?? '',
    authority: sent.actionAuthority ?? '',
    effectiveOn: sent.actionEffectiveOn ?? '',
  };
  const issues = [...issuesOf(words), ...(await takenIssue(store, words.number))];
  if (issues.length > 0) return { into: null, issues };
  const { number, ...instrument } = words;
  return { into: { number, opening: instrumentOf(instrument) }, issues: [] };
}

/** The sentences of the form that opens an action, beside the fields of this one. */
function issuesOf(words: object): Issue[] {
  const wrong = new Set(
    problemsOf('form-action-new.schema.json', words).map(({ at }) => at.split('/')[1] ?? ''),
  );
  return [...propertiesOf('form-action-new.schema.json')]
    .filter(([name]) => wrong.has(name))
    .map(([name, { description }]) => ({
      field: `action${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
      problem: 'form',
      message: description ?? `Check ${name}.`,
    }));
}

async function takenIssue(store: Store, number: string): Promise<Issue[]> {
  if (number === '') return [];
  const recorded = await revisionsOf(store, 'action', number);
  if (recorded.length === 0 && !(await actionByNumber(store, number))) return [];
  const message = `The number ${number} is taken. Choose another.`;
  return [{ field: 'actionNumber', problem: 'taken', message }];
}
