// The form that searches the plan, with what was typed, and one page of what was found.
import type { Request } from 'express';
import type { PlanSettings } from '../../../schemas/types.ts';
import { inWords } from '../../model/calendar-date.ts';
import type { Issue } from '../../model/issue.ts';
import type { Hit } from '../../model/sweep.ts';
import { facetsInForce } from '../../store/classes.ts';
import { allSeries } from '../../store/plan.ts';
import type { Tools } from '../../tools.ts';
import { field, messageOf } from '../field.ts';
import type { Filled, Typed } from '../form.ts';
import { askedPage, pager } from '../pager.ts';
import {
  editIssues,
  editOf,
  editOptions,
  modeOptions,
  options,
  sectionOptions,
  text,
} from './sweep-asked.ts';
import { changedPlaces, foundPlaces, pageLength } from './sweep-hit.ts';

type Form = Filled<'form-sweep.schema.json'>;

export async function searchForm(
  tools: Tools,
  settings: PlanSettings,
  typed: Typed,
  issues: readonly Issue[],
  on: string,
) {
  const series = await allSeries(tools.store, on);
  const { grades } = await facetsInForce(tools.store, on);
  const q = { name: 'q', label: 'Words to look for', type: 'text' } as const;
  const words = {
    name: 'with',
    label: 'Words that are proposed',
    type: 'text',
    rows: 2,
    hint: 'In place of what is found, or to be added. For an expression, $1 to $9 stand for its groups.',
  } as const;
  return {
    q: field(q, typed, issues),
    with: field(words, typed, issues),
    on: field({ name: 'on', label: 'In force on', type: 'date' }, { on, ...typed }, issues),
    isCaseKept: text(typed, 'case') === 'kept',
    modes: modeOptions(typed),
    edits: editOptions(typed),
    editMessage: messageOf('edit', issues),
    sections: sectionOptions(settings, typed, 'section'),
    targets: sectionOptions(settings, typed, 'to'),
    series: options(
      series.map(({ id, title }) => [id, title] as const),
      text(typed, 'series'),
    ),
    grades: options(
      grades.map((grade) => [grade, grade] as const),
      text(typed, 'grade'),
    ),
  };
}

/** What was found, one page of it. */
export function resultsView(
  request: Request,
  hits: readonly Hit[],
  form: Form | null,
  on: string,
  settings: PlanSettings,
) {
  const page = Math.min(askedPage(request), Math.max(1, Math.ceil(hits.length / pageLength)));
  const hasEdit = form?.value ? editIssues(form.value).length === 0 && editOf(form.value) !== null : false;
  const shown = hits.slice((page - 1) * pageLength, page * pageLength);
  return {
    heading: hits.length === 1 ? '1 class' : `${hits.length} classes`,
    onInWords: inWords(on),
    isProposed: hasEdit,
    rows: shown.map((hit) => ({
      title: hit.title,
      code: hit.code,
      href: `/classes/${hit.code}/${on}`,
      places: hasEdit ? changedPlaces(hit, settings) : foundPlaces(hit, settings),
    })),
    pager:
      request.method === 'GET' ? pager(request.originalUrl, page, Math.ceil(hits.length / pageLength)) : null,
  };
}
