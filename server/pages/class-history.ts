// /classes/CI2788/history: the events of a class as data and as the familiar line; as a page they stand with its text.
import type { Request, Response } from 'express';
import type { ClassHistory } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { historyInOneLine, historyLine, isImported } from '../model/class-history.ts';
import type { Tools } from '../tools.ts';
import { nameAndForm, send } from './answer.ts';
import { classAddress } from './as-of.ts';
import { type ClassFound, findClass, redirected } from './class-text.ts';

export async function showClassHistory(
  tools: Tools,
  request: Request<{ code: string }>,
  response: Response,
): Promise<void> {
  const { form } = nameAndForm(request, request.path.split('/').at(-1) ?? '');
  if (form === 'pdf' || form === 'docx' || form === 'csv')
    throw refusal('not-acceptable', { detail: 'A history answers as HTML, JSON and text.' });
  const found = await findClass(tools, request, response, request.params.code);
  if (redirected(request, response, request.params.code, found.code)) return;
  const fileName = `${found.code}_class-history.${form}`;
  if (form === 'html') {
    response.vary('Accept').redirect(302, `${classAddress(found.code, found.asOf)}#history`);
  } else if (form === 'json') {
    send(request, response, { form, body: JSON.stringify(entriesOf(found)), keeping: 'current', fileName });
  } else {
    const body = `${historyInOneLine(entriesOf(found), found.today)}\n`;
    send(request, response, { form, body, keeping: 'current', fileName });
  }
}

/** Everything that is recorded, what is still to come too; on a date, what had taken effect. */
function entriesOf({ revisions, asOf: { on, today } }: ClassFound): ClassHistory {
  const wanted = on === today ? revisions : revisions.filter(({ effectiveOn }) => effectiveOn <= on);
  return wanted.flatMap(({ number, effectiveOn, events }) =>
    events.map((event) => ({
      revision: number,
      effectiveOn,
      isImported: isImported(event),
      text: historyLine(event),
      event,
    })),
  );
}
