// /series/it-management/statements: who says what about whom in a series, on any date, as a grid and as data. What no longer
// agrees is marked; analysts are offered the sentence that would agree again.
import type { Request, Response } from 'express';
import { refusal } from '../errors.ts';
import { indexOf } from '../model/findings/plan-index.ts';
import { mayAct } from '../model/person.ts';
import { statementGrid } from '../model/statement-grid.ts';
import { planView, readPlan } from '../store/plan-view.ts';
import type { Tools } from '../tools.ts';
import { nameAndForm, send } from './answer.ts';
import { type AsOf, asOfNotice, askedAsOf, datedOf, isPresent, undated } from './as-of.ts';
import { frame, planToday } from './page.ts';
import { noSeries } from './series-found.ts';
import { statementData } from './statement-data.ts';
import { mendingFor } from './statement-mending.ts';
import { statementsView } from './statement-view.ts';
import { visitor } from './visitor.ts';

export async function showSeriesStatements(
  tools: Tools,
  request: Request<{ id: string }>,
  response: Response,
): Promise<void> {
  const { form } = nameAndForm(request, request.path.split('/').at(-1) ?? '');
  if (form !== 'html' && form !== 'json')
    throw refusal('not-acceptable', { detail: 'The statements of a series answer as HTML and JSON.' });
  const plan = await planToday(tools);
  const asOf = askedAsOf(request, response, plan);
  const index = indexOf(await planAsOf(tools, asOf));
  const series = index.series.get(request.params.id);
  if (!series) throw await noSeries(tools, request.params.id, asOf);
  const rows = statementGrid(index, series.id);
  if (form === 'json') {
    const body = JSON.stringify(statementData(series, rows, asOf));
    send(request, response, { form, body, keeping: 'current', fileName: `${series.id}_statements.json` });
    return;
  }
  const person = visitor(response);
  const mayMend = isPresent(asOf) && person !== null && mayAct(person, ['analyst']);
  const mending = mayMend ? await mendingFor(tools.store, index, rows, asOf.on) : null;
  const canonical = `/series/${series.id}/statements`;
  const { query } = datedOf(asOf);
  const json = { type: 'application/json', href: `${canonical}.json${query}` };
  const body = tools.views.render('pages/series-statements', {
    page: frame(
      plan.settings,
      {
        ...{ title: `What the levels of ${series.title} say of each other`, place: 'series', canonical },
        ...{ alternates: [json], dated: datedOf(asOf) },
      },
      response,
    ),
    title: series.title,
    seriesHref: `/series/${series.id}${query}`,
    jsonHref: json.href,
    notice: asOfNotice(asOf, undated(request)),
    mendAction: `/manage/series/${series.id}/statements/mend`,
    ...statementsView(rows, asOf, mending),
  });
  send(request, response, { form, body, keeping: 'current' });
}

/** The plan of today is kept for the checks anyway; that of another date is read for this page alone. */
function planAsOf({ store }: Tools, asOf: AsOf) {
  return isPresent(asOf) ? planView(store, asOf.on) : readPlan(store, asOf.on, asOf.knownAt);
}
