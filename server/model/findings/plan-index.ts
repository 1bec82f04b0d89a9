// The plan made quick to ask: who carries a code, which levels a series has, what a title means. Made once for a plan; a
// draft put in force on trial takes over what it does not touch, so that a check of one class costs milliseconds.
import type { Series, SharedText } from '../../../schemas/types.ts';
import { type AlikeTexts, alikeTexts, alikeWith } from './alike-texts.ts';
import { type ClassNames, classNames } from './class-names.ts';
import { passagesOf } from './passages.ts';
import type { ClassText, PastName, PlanView } from './plan-view.ts';

export interface PlanIndex {
  readonly plan: PlanView;
  readonly classes: ReadonlyMap<string, ClassText>;
  /** Every class with a code, in any case. */
  readonly carriers: ReadonlyMap<string, readonly ClassText[]>;
  /** The classes of a series, lowest level first. */
  readonly levels: ReadonlyMap<string, readonly ClassText[]>;
  readonly series: ReadonlyMap<string, Series>;
  /** By title in lower case. */
  readonly seriesTitled: ReadonlyMap<string, Series>;
  readonly library: ReadonlyMap<string, SharedText>;
  /** What each grade pays, lowest and highest together; null without a pay schedule. */
  readonly pay: ReadonlyMap<string, number> | null;
  readonly names: ClassNames;
  /** Two answers that take the whole plan to make: made when first asked for. */
  readonly alike: () => AlikeTexts;
  readonly mentioners: (classId: string) => ReadonlySet<string>;
}

const made = new WeakMap<PlanView, PlanIndex>();

export function indexOf(plan: PlanView): PlanIndex {
  const known = made.get(plan);
  if (known) return known;
  const names = classNames(plan.classes, plan.pastNames);
  const alike = once(() => alikeTexts(plan.classes));
  const mentions = once(() => mentionsIn(plan.classes, names));
  const index = indexed(plan, names, alike, (classId) => mentions().get(classId) ?? new Set());
  made.set(plan, index);
  return index;
}

/** The plan with texts put in force on trial: each takes the place of its class, and an abolished one ends it. */
export function withTexts(plan: PlanView, texts: readonly ClassText[]): PlanView {
  const changed = new Map(texts.map((text) => [text.classId, text]));
  const kept = plan.classes.filter(({ classId }) => !changed.has(classId));
  const active = texts.filter(({ status }) => status === 'active');
  const tried: PlanView = {
    ...plan,
    classes: [...kept, ...active],
    pastNames: [...plan.pastNames, ...plan.classes.flatMap((before) => endedName(before, changed, plan.on))],
  };
  const base = indexOf(plan);
  const names = classNames(tried.classes, tried.pastNames);
  const alike = once(() => alikeWith(base.alike(), active));
  made.set(tried, indexed(tried, names, alike, base.mentioners));
  return tried;
}

function endedName(before: ClassText, changed: ReadonlyMap<string, ClassText>, on: string): PastName[] {
  const after = changed.get(before.classId);
  const { code, title } = before.body;
  if (!after || code === null) return [];
  const isAbolished = after.status === 'abolished';
  if (!isAbolished && after.body.code === code && after.body.title === title) return [];
  return [{ classId: before.classId, code, title, until: on, isAbolished }];
}

function indexed(
  plan: PlanView,
  names: ClassNames,
  alike: PlanIndex['alike'],
  mentioners: PlanIndex['mentioners'],
): PlanIndex {
  const levels = grouped(plan.classes, ({ body }) => body.series?.id ?? null);
  for (const list of levels.values()) list.sort((one, other) => levelOf(one) - levelOf(other));
  return {
    plan,
    classes: new Map(plan.classes.map((text) => [text.classId, text])),
    carriers: grouped(plan.classes, ({ body }) => body.code?.toUpperCase() ?? null),
    levels,
    series: new Map(plan.series.map((series) => [series.id, series])),
    seriesTitled: new Map(plan.series.map((series) => [series.title.toLowerCase(), series])),
    library: new Map(plan.sharedTexts.map((text) => [text.id, text])),
    pay: plan.grades && new Map(plan.grades.map(({ grade, minimum, maximum }) => [grade, minimum + maximum])),
    names,
    alike,
    mentioners,
  };
}

export function levelOf({ body }: ClassText): number {
  return body.series?.level ?? 0;
}

function grouped(
  classes: readonly ClassText[],
  keyOf: (text: ClassText) => string | null,
): Map<string, ClassText[]> {
  const groups = new Map<string, ClassText[]>();
  for (const text of classes) {
    const key = keyOf(text);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(text);
    else groups.set(key, [text]);
  }
  return groups;
}

/** Which classes speak of each class. */
function mentionsIn(classes: readonly ClassText[], names: ClassNames): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { classId, body } of classes)
    for (const { text } of passagesOf(body))
      for (const mention of names.mentionsIn(text))
        for (const named of mention.classIds) {
          if (named === classId) continue;
          const speakers = found.get(named);
          if (speakers) speakers.add(classId);
          else found.set(named, new Set([classId]));
        }
  return found;
}

function once<T>(make: () => T): () => T {
  let value: { readonly made: T } | null = null;
  return () => (value ??= { made: make() }).made;
}
