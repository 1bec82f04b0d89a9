// /manage/actions: the actions by step, and the opening of a new one.
import type { Request, Response } from 'express';
import type { DecidedAction } from '../../../schemas/types.ts';
import { openAction } from '../../actions/open-action.ts';
import { inWords } from '../../model/calendar-date.ts';
import type { Issue } from '../../model/issue.ts';
import { type Action, actionByNumber, actionsAt, isNumberTaken } from '../../store/actions.ts';
import type { Step } from '../../model/workflow.ts';
import type { Store } from '../../store/database.ts';
import { decidedActions } from '../../store/plan.ts';
import { revisionsOf } from '../../store/record.ts';
import type { Tools } from '../../tools.ts';
import { type Field, field, summaryOf } from '../field.ts';
import { sendPrivately } from '../answer.ts';
import type { Filled, Typed } from '../form.ts';
import { frame, planToday } from '../page.ts';
import { staff } from '../visitor.ts';
import { stepWords } from '../action-words.ts';

const steps: readonly Step[] = ['draft', 'in review', 'posted', 'provisional', 'adopted', 'withdrawn'];

export async function showActionBoard(tools: Tools, _request: Request, response: Response): Promise<void> {
  const { settings } = await planToday(tools);
  const actions = [...(await actionsAt(tools.store, steps)), ...(await onlyRecorded(tools.store))];
  const groups = steps.flatMap((step) => {
    const rows = actions.filter((action) => action.step === step);
    return rows.length === 0 ? [] : [{ step: stepWords[step], rows: rows.map(row) }];
  });
  const mayOpen = staff(response).roles.includes('analyst');
  const body = tools.views.render('pages/manage/actions', {
    page: frame(settings, { title: 'Classification actions', place: 'none' }, response),
    groups,
    mayOpen,
  });
  sendPrivately(response, body);
}

/** Decided actions of the record that were not prepared here. */
async function onlyRecorded(store: Store): Promise<DecidedAction[]> {
  const here = new Set((await actionsAt(store, steps)).map(({ number }) => number));
  return (await decidedActions(store)).filter(({ number }) => !here.has(number));
}

/** True of an action of the record that was not prepared here: it has its public page only. */
export async function isOnlyRecorded(store: Store, number: string): Promise<boolean> {
  if (await actionByNumber(store, number)) return false;
  return (await revisionsOf(store, 'action', number)).length > 0;
}

function row({
  number,
  title,
  effectiveOn,
  commentsUntil,
  step,
}: Pick<Action, 'number' | 'title' | 'effectiveOn' | 'commentsUntil' | 'step'>) {
  return {
    number,
    title,
    href: `/manage/actions/${number}`,
    effective: effectiveOn === null ? null : inWords(effectiveOn),
    comments: step === 'posted' && commentsUntil !== null ? inWords(commentsUntil) : null,
  };
}

export async function showNewAction(tools: Tools, _request: Request, response: Response): Promise<void> {
  await sendForm(tools, response, {}, []);
}

export async function openNewAction(
  tools: Tools,
  _request: Request,
  response: Response,
  form: Filled<'form-action-new.schema.json'>,
): Promise<void> {
  if (form.value === null) {
    await sendForm(tools, response, form.typed, form.issues);
    return;
  }
  const { number, ...words } = form.value;
  if (await isNumberTaken(tools.store, number)) {
    const taken = {
      field: 'number',
      problem: 'taken',
      message: `The number ${number} is taken. Choose another.`,
    };
    await sendForm(tools, response, form.typed, [taken]);
    return;
  }
  await openAction(
    { store: tools.store, now: tools.clock.now(), by: staff(response) },
    number,
    instrumentOf(words),
  );
  response.redirect(303, `/manage/actions/${number}`);
}

interface Words {
  readonly title: string;
  readonly reason: string;
  readonly authority: string;
  readonly effectiveOn: string;
}

/** The words of a form as an instrument keeps them: each on one line, no date where none was given. */
export function instrumentOf({ title, reason, authority, effectiveOn }: Words) {
  const oneLine = (text: string) => text.trim().replace(/\s+/g, ' ');
  return {
    title: oneLine(title),
    reason: oneLine(reason),
    authority: oneLine(authority),
    effectiveOn: effectiveOn === '' ? null : effectiveOn,
  };
}

async function sendForm(
  tools: Tools,
  response: Response,
  typed: Typed,
  issues: readonly Issue[],
): Promise<void> {
  const { settings } = await planToday(tools);
  const number = {
    name: 'number',
    label: 'Number',
    type: 'text',
    hint: 'As it is cited: CN1960. It cannot be changed.',
  } as const;
  const body = tools.views.render('pages/manage/action-new', {
    page: frame(settings, { title: 'Open an action', place: 'none' }, response),
    problems: summaryOf(issues),
    fields: [field(number, typed, issues), ...instrumentFields(typed, issues)],
  });
  sendPrivately(response, body, issues.length > 0 ? 422 : 200);
}

/** The fields of an instrument's own words and date. */
export function instrumentFields(typed: Typed, issues: readonly Issue[]): Field[] {
  const stated = [
    { name: 'title', label: 'Title', type: 'text' },
    { name: 'reason', label: 'Reason', type: 'text', rows: 3 },
    {
      name: 'authority',
      label: 'Authority',
      type: 'text',
      hint: 'The notice, ordinance, board item or resolution that decides.',
    },
    {
      name: 'effectiveOn',
      label: 'Effective date',
      type: 'date',
      hint: 'Each change may have a date of its own.',
    },
  ] as const;
  return stated.map((each) => field(each, typed, issues));
}
