// POST /manage/series/it-management/statements/mend: one press puts the sentence that agrees again into a draft, and leads there.
import type { Request, Response } from 'express';
import { mendStatement } from '../../actions/mend-statement.ts';
import type { Tools } from '../../tools.ts';
import { type Filled, filled } from '../form.ts';
import { planToday } from '../page.ts';
import { staff } from '../visitor.ts';

export async function sendStatementMend(
  tools: Tools,
  request: Request<{ id: string }>,
  response: Response,
  form: Filled<'form-statement-mend.schema.json'>,
): Promise<void> {
  const { action, number, ofNumber, ...place } = filled(form);
  const { today } = await planToday(tools);
  const acting = { store: tools.store, now: tools.clock.now(), today, by: staff(response) };
  const shown = { ...place, number: Number(number), ofNumber: Number(ofNumber) };
  const into = await mendStatement(acting, request.params.id, shown, action === '' ? null : action);
  const draft = `/manage/actions/${into}/changes/${shown.classId}`;
  response.redirect(303, `${draft}?saved=mended&at=distinguishing.${shown.block}`);
}
