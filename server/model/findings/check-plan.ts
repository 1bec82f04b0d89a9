// Checks the whole plan, or one class against the rest. What a rule finds between two classes belongs to one of them,
// always the same, so that it is found once and its suppression holds from either side.
import { catalogue } from './catalogue.ts';
import type { Finding, Hit } from './finding.ts';
import type { Passage } from './passages.ts';
import { indexOf, type PlanIndex } from './plan-index.ts';
import type { ClassText, PlanView } from './plan-view.ts';
import { type Rule, subjectOf } from './rule.ts';

const passageRules = catalogue.filter((rule) => rule.over === 'passage');
const classRules = catalogue.filter((rule) => rule.over === 'class');
const mutualRules = classRules.filter(({ isMutual }) => isMutual);
const planRules = catalogue.filter((rule) => rule.over === 'plan');

export function checkPlan(plan: PlanView): Finding[] {
  return [...plan.classes.flatMap((text) => ownFindings(plan, text)), ...planFindings(plan)];
}

/** What belongs to one class of the plan. */
export function ownFindings(plan: PlanView, text: ClassText): Finding[] {
  return findingsIn(indexOf(plan), text);
}

/** What belongs to no class: the plan as a whole, and its library of shared texts. */
export function planFindings(plan: PlanView): Finding[] {
  return [
    ...planRules.flatMap((rule) => rule.check(indexOf(plan)).map((hit) => findingOf(rule, null, hit))),
    ...plan.sharedTexts.flatMap((shared) => findingsInPassage(sharedPassage(shared), null)),
  ];
}

/** The findings of one class, and those of others that speak of it. */
export function checkClass(plan: PlanView, classId: string): Finding[] {
  const text = indexOf(plan).classes.get(classId);
  const elsewhere = relatedClasses(plan, classId).flatMap((id) => mutualFindings(plan, id));
  return [
    ...(text ? ownFindings(plan, text) : []),
    ...elsewhere.filter(({ others }) => others.includes(classId)),
  ];
}

/** What a change of another class can bring about in this one. */
export function mutualFindings(plan: PlanView, classId: string): Finding[] {
  const index = indexOf(plan);
  const text = index.classes.get(classId);
  if (!text) return [];
  const subject = subjectOf(index, text);
  return mutualRules.flatMap((rule) => rule.check(subject).map((hit) => findingOf(rule, classId, hit)));
}

function findingsIn(index: PlanIndex, text: ClassText): Finding[] {
  const subject = subjectOf(index, text);
  return [
    ...classRules.flatMap((rule) => rule.check(subject).map((hit) => findingOf(rule, text.classId, hit))),
    ...subject.passages
      .filter(({ sharedId }) => sharedId === null)
      .flatMap((passage) => findingsInPassage(passage, text.classId)),
  ];
}

function findingsInPassage(passage: Passage, classId: string | null): Finding[] {
  return passageRules.flatMap((rule) => rule.check(passage).map((hit) => findingOf(rule, classId, hit)));
}

function sharedPassage({ id, term, text }: PlanView['sharedTexts'][number]): Passage {
  return { at: `sharedTexts.${id}`, section: 'shared', kind: 'clause', text, term, sharedId: null };
}

function findingOf({ id, severity }: Rule, classId: string | null, { others = [], ...hit }: Hit): Finding {
  return { rule: id, severity, classId, others, ...hit };
}

/** The classes that can have something to say of this one: its series, its code, its double, whoever names it. */
export function relatedClasses(plan: PlanView, classId: string): string[] {
  const index = indexOf(plan);
  const text = index.classes.get(classId);
  const ids = new Set(index.mentioners(classId));
  const { series, code } = text?.body ?? { series: null, code: null };
  for (const other of series ? (index.levels.get(series.id) ?? []) : []) ids.add(other.classId);
  for (const other of index.carriers.get(code?.toUpperCase() ?? '') ?? []) ids.add(other.classId);
  for (const other of text ? index.alike().alikeTo(text) : []) ids.add(other.classId);
  ids.delete(classId);
  return [...ids];
}
