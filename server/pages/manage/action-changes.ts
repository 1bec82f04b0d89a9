// Putting changes into an action: existing classes chosen from a list, with a quick edit beside each.
import type { Request, Response } from 'express';
import { type AddedChange, addChanges, removeChange } from '../../actions/add-changes.ts';
import { requireAction, requireEditable } from '../../actions/requirements.ts';
import { classesInForce, longestList } from '../../store/classes.ts';
import { allSeries } from '../../store/plan.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { type Filled, filled } from '../form.ts';
import { frame, planToday, queryValue } from '../page.ts';
import { staff } from '../visitor.ts';

type ActionRequest = Request<{ number: string }>;

export async function showAddChanges(
  tools: Tools,
  request: ActionRequest,
  response: Response,
): Promise<void> {
  const { settings, today } = await planToday(tools);
  const action = await requireAction(tools.store, request.params.number);
  requireEditable(action);
  const [words, series] = [queryValue(request, 'q'), queryValue(request, 'series')];
  const on = action.effectiveOn ?? today;
  const all = {
    on,
    status: 'active',
    words,
    series,
    grade: null,
    flsa: null,
    group: null,
    limit: longestList,
    offset: 0,
  } as const;
  const { rows, total } = await classesInForce(tools.store, all);
  const known = await allSeries(tools.store, on);
  const body = tools.views.render('pages/manage/action-add', {
    page: frame(settings, { title: `Add changes to ${action.number}`, place: 'none' }, response),
    number: action.number,
    title: action.title,
    href: `/manage/actions/${action.number}`,
    q: words ?? '',
    series: known.map(({ id, title }) => ({ value: id, label: title, selected: id === series })),
    rows: rows.map(({ classId, code, title, payGrade }) => ({
      classId,
      code,
      title,
      payGrade: payGrade ?? '',
    })),
    shown:
      total > rows.length
        ? `The first ${rows.length} of ${total} classes. Search to narrow them down.`
        : null,
  });
  sendPrivately(response, body);
}

export async function addChosen(
  tools: Tools,
  request: ActionRequest,
  response: Response,
  form: Filled<'form-changes.schema.json'>,
): Promise<void> {
  const { intent, classId: classIds, payGrade: grades, chosen: wanted = [] } = filled(form);
  const { number } = request.params;
  const { today } = await planToday(tools);
  const chosen = new Set(wanted);
  const changes = classIds.flatMap((classId, index): AddedChange[] => {
    if (!chosen.has(classId)) return [];
    const payGrade = (grades[index] ?? '').trim() || null;
    const edit = { payGrade: intent === 'abolish' ? null : payGrade, title: null, code: null, series: null };
    return [{ classId, intent, edit }];
  });
  if (changes.length > 0) {
    await addChanges(
      { store: tools.store, now: tools.clock.now(), by: staff(response) },
      number,
      changes,
      today,
    );
  }
  response.redirect(303, `/manage/actions/${number}`);
}

export async function removeChosen(
  tools: Tools,
  request: Request<{ number: string; classId: string }>,
  response: Response,
): Promise<void> {
  const { number, classId } = request.params;
  await removeChange({ store: tools.store, now: tools.clock.now(), by: staff(response) }, number, classId);
  response.redirect(303, `/manage/actions/${number}`);
}
