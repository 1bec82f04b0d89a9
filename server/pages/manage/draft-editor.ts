// The editor of a draft as data for its template: facts, sections, sections of its own, and a pasted list that waits to be
// added.
import type { Request } from 'express';
import type { PlanSettings, Series } from '../../../schemas/types.ts';
import { officialText } from '../../documents/official-text.ts';
import { toLines } from '../../model/block-lines.ts';
import type { Issue } from '../../model/issue.ts';
import { openBySection } from '../../model/thread.ts';
import type { StoredDraft } from '../../store/drafts.ts';
import type { Store } from '../../store/database.ts';
import { allSeries, allSharedTexts } from '../../store/plan.ts';
import { planTextsOf } from '../../store/plan-texts.ts';
import { revisionInForce } from '../../store/record.ts';
import { threadCounts } from '../../store/threads.ts';
import type { Tools } from '../../tools.ts';
import { field } from '../field.ts';
import type { Typed } from '../form.ts';
import { queryValue } from '../page.ts';
import { pastedBlocks, type Place } from './draft-act.ts';
import { detailChoices, headFields, otherFacts, stampedFacts } from './draft-facts.ts';
import { editorSections, type EditorView } from './draft-sections.ts';
import type { Shown } from './draft-view.ts';

interface EditorFrame {
  readonly settings: PlanSettings;
  readonly mayEdit: boolean;
  readonly self: string;
  readonly on: string;
}

export async function editorView(
  tools: Tools,
  request: Request,
  draft: StoredDraft,
  { edited, fields, issues, pasted }: Shown,
  { settings, mayEdit, self, on }: EditorFrame,
) {
  const typed = fields ?? {};
  const schedule = await revisionInForce(tools.store, 'pay-schedule', 'pay-schedule', on);
  const facts = {
    ...{ body: edited.body, settings, typed, issues },
    series: await seriesFor(tools.store, draft.action, on),
    grades: schedule?.body.grades.map(({ grade }) => grade) ?? [],
  };
  const view: EditorView = {
    ...{ body: edited.body, settings, typed, issues, mayEdit },
    library: await allSharedTexts(tools.store, on),
    asLines: queryValue(request, 'as') === 'lines' || isInLines(typed),
    below: placeOf(queryValue(request, 'below')),
    place: placeOf(queryValue(request, 'at')),
    threads: openBySection(await threadCounts(tools.store, draft.action, draft.classId)),
  };
  return {
    asLines: view.asLines,
    head: headFields(facts),
    sections: editorSections(view, `${self}/comments`),
    additional: edited.body.additional.map(({ id, heading, blocks }) =>
      additionalView(id, heading, toLines(blocks), typed),
    ),
    added: addedFields(typed, issues),
    details: detailChoices(facts),
    stamped: stampedFacts(facts),
    other: otherFacts(facts),
    pasted: pasted && pastedView(draft, settings, pasted),
  };
}

/** The series of the plan on a date, and those that the action itself begins. */
async function seriesFor(store: Store, action: string, on: string): Promise<Series[]> {
  const known = await allSeries(store, on);
  const begun = (await planTextsOf(store, action)).flatMap((text) =>
    text.subject === 'series' && !known.some(({ id }) => id === text.id) ? [text.body as Series] : [],
  );
  return [...known, ...begun];
}

/** A form that was sent in lines is shown in lines again. */
function isInLines(typed: Typed): boolean {
  return 'section.duties' in typed;
}

/** 'duties.b7' */
function placeOf(text: string | null): Place | null {
  const [, key, id] = /^([A-Za-z]{1,30})\.([a-z0-9]{1,24})$/.exec(text ?? '') ?? [];
  return key && id ? { key: key as Place['key'], id } : null;
}

function additionalView(id: string, heading: string, lines: string, typed: Typed) {
  const [sentHeading, sentLines] = [typed[`heading.${id}`], typed[`additional.${id}`]];
  const value = typeof sentLines === 'string' ? sentLines : lines;
  return {
    id,
    heading: typeof sentHeading === 'string' ? sentHeading : heading,
    value,
    rows: Math.min(24, Math.max(3, value.split('\n').length + 1)),
  };
}

/** The fields in which a section that no heading of the plan takes is begun. */
function addedFields(typed: Typed, issues: readonly Issue[]) {
  const heading = {
    name: 'added.heading',
    label: 'Heading of another section',
    type: 'text',
    hint: 'For what belongs under none of the headings above. Empty: none is added.',
  } as const;
  const text = { name: 'added.text', label: 'Text of that section', type: 'text', rows: 3 } as const;
  return [field(heading, typed, issues), field(text, typed, issues)];
}

function pastedView(
  { body }: StoredDraft,
  settings: PlanSettings,
  { place, text }: NonNullable<Shown['pasted']>,
) {
  const blocks = pastedBlocks(place.key, text);
  const specification = { ...body, sections: { [place.key]: { state: 'text', blocks } }, additional: [] };
  const [section] = officialText(specification, [], settings).sections;
  const label = settings.sections.find(({ key }) => key === place.key)?.label ?? '';
  return {
    key: place.key,
    label,
    count: blocks.length === 1 ? '1 entry' : `${blocks.length} entries`,
    isEmpty: blocks.length === 0,
    act: place.id === '' ? `add ${place.key}` : `add ${place.key} ${place.id}`,
    anchor: 'pasted',
    groups: section?.groups ?? [],
    text,
  };
}
