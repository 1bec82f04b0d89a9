// What adoption would make of a class, one entry for each revision, for whoever confirms it: the change itself, and
// each later text that it is carried forward into.
import type { PlanSettings, Specification } from '../../../schemas/types.ts';
import type { Preview } from '../../actions/preview-adoption.ts';
import { type Planned, textsOver } from '../../model/adoption.ts';
import { inWords } from '../../model/calendar-date.ts';
import { inForce } from '../../model/in-force.ts';
import type { Action } from '../../store/actions.ts';
import type { ClassRevision } from '../../store/classes.ts';
import type { StoredDraft } from '../../store/drafts.ts';
import { kindWords } from '../action-words.ts';
import { benchmarkWords, fieldsOf } from './draft-form.ts';

/** The revisions that a draft would make, in the order in which they apply. */
export function plannedRows(action: Action, draft: StoredDraft, preview: Preview, settings: PlanSettings) {
  const revisions = preview.revisions.get(draft.classId) ?? [];
  const later = new Set(textsOver(action, draft, revisions).map(({ effectiveOn }) => effectiveOn));
  return preview.planned
    .filter(({ classId }) => classId === draft.classId)
    .map((planned) => {
      const before = inForce(revisions, planned.effectiveOn);
      const effective = inWords(planned.effectiveOn);
      return {
        number: planned.number,
        effective,
        kinds: planned.changes.map((kind) => kindWords[kind]).join(', '),
        carried: later.has(planned.effectiveOn) ? `carried forward into the text of ${effective}` : null,
        fromTo: fromTo(before, planned),
        changed: changedTexts(before?.body, planned.body, settings)
          .filter(({ name }) => !inFromTo.has(name))
          .map(({ label }) => label)
          .join(', '),
      };
    });
}

/** Grade, title, code and place from → to; the text itself is shown by the redline. */
function fromTo(before: ClassRevision | null, planned: Planned) {
  if (planned.status === 'abolished') return [{ label: 'Class', from: 'In force', to: 'Abolished' }];
  const of = (body: Specification | undefined) => [
    ['Title', body?.title],
    ['Code', body?.code],
    ['Pay grade', body?.sections.details?.payGrade],
    ['Series', body?.series ? `${body.series.id}, level ${body.series.level}` : undefined],
  ];
  const [old, next] = [of(before?.body), of(planned.body)];
  return next.flatMap(([label, to], index) => {
    const from = old[index]?.[1] ?? null;
    return (to ?? null) === from ? [] : [{ label: String(label), from: from ?? 'none', to: to ?? 'none' }];
  });
}

const inFromTo: ReadonlySet<string> = new Set(['title', 'code', 'series', 'details.payGrade']);

/** Each later text that a draft is carried forward into, with what the merge makes of it; none where it is not carried. */
export function carriedTexts(action: Action, draft: StoredDraft, preview: Preview, settings: PlanSettings) {
  const planned = preview.planned.filter(({ classId }) => classId === draft.classId);
  if (draft.carry !== 'forward' || planned.length === 0) return [];
  return textsOver(action, draft, preview.revisions.get(draft.classId) ?? []).map((text) => {
    const next = planned.find(({ effectiveOn }) => effectiveOn === text.effectiveOn);
    const isEnd = next?.status === 'abolished' && text.status !== 'abolished';
    return {
      number: text.number,
      effective: inWords(text.effectiveOn),
      isEnd,
      changes: next && !isEnd ? changedTexts(text.body, next.body, settings) : [],
    };
  });
}

/** The parts of a text that another says otherwise, each as it is written in the form. */
function changedTexts(before: Specification | undefined, after: Specification, settings: PlanSettings) {
  const [old, next] = [written(before, settings), written(after, settings)];
  return [...new Map([...old, ...next])].flatMap(([name, { label }]) => {
    const [from, to] = [old.get(name)?.value ?? '', next.get(name)?.value ?? ''];
    return from === to ? [] : [{ name, label, before: from || '(nothing)', after: to || '(nothing)' }];
  });
}

function written(body: Specification | undefined, settings: PlanSettings) {
  if (!body) return new Map<string, { label: string; value: string }>();
  const benchmark = { label: 'Benchmark class', value: benchmarkWords(body) };
  const fields = fieldsOf(body, settings).map(({ name, label, value }) => [name, { label, value }] as const);
  return new Map([...fields, ['details.benchmark', benchmark] as const]);
}
