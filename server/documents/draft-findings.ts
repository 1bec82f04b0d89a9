// The findings of a draft as if it were in force, and of an action before it is posted: its own, and what it makes untrue in
// the texts of other classes.
import { setImmediate } from 'node:timers/promises';
import type { CalendarDate, Specification } from '../../schemas/types.ts';
import type { Draft } from '../model/adoption.ts';
import type { Intent } from '../model/change.ts';
import { mutualFindings, ownFindings, relatedClasses } from '../model/findings/check-plan.ts';
import { type Finding, findingKey } from '../model/findings/finding.ts';
import { withTexts } from '../model/findings/plan-index.ts';
import type { ClassText, PlanView } from '../model/findings/plan-view.ts';
import { type Action, actionByNumber } from '../store/actions.ts';
import type { Store } from '../store/database.ts';
import { draftOf, draftsOf } from '../store/drafts.ts';
import { planView } from '../store/plan-view.ts';
import { recordHead, revisionsOf } from '../store/record.ts';
import { suppressionsInForce } from '../store/suppressions.ts';
import { slice, told, type ToldFinding } from './findings.ts';

/** A text as if it were in force on a date. */
export interface TriedText {
  readonly classId: string;
  readonly intent: Intent;
  readonly on: CalendarDate;
  readonly body: Specification;
}

/** The findings of a text, were it in force: its own, and those it brings about in other classes. */
export async function findingsOfText(store: Store, text: TriedText): Promise<ToldFinding[]> {
  const before = await planView(store, text.on);
  const found = await tryTexts(before, [asClassText(before, text)]);
  return told(found.get(text.classId) ?? [], await suppressionsInForce(store));
}

/** The findings of a draft; none where the action holds no change of the class. `today` stands in for a date not yet set. */
export async function findingsOfDraft(
  store: Store,
  number: string,
  classId: string,
  today: CalendarDate,
): Promise<ToldFinding[]> {
  const draft = await draftOf(store, number, classId);
  const action = await actionByNumber(store, number);
  if (!draft || !action) return [];
  const on = await dateOf(store, draft, action.effectiveOn ?? today);
  return findingsOfText(store, { classId, intent: draft.intent, on, body: draft.body });
}

export interface DraftFindings {
  readonly classId: string;
  readonly title: string;
  readonly code: string | null;
  /** Of the draft, and of other texts that it makes untrue. */
  readonly findings: readonly ToldFinding[];
}

/** The findings of every draft of an action, all of them tried together, in the order of the action. */
export async function findingsOfAction(
  store: Store,
  action: Action,
  today: CalendarDate,
): Promise<DraftFindings[]> {
  const suppressions = await suppressionsInForce(store);
  const found = await checkedAction(store, action, today);
  return found.map(({ findings, ...draft }) => ({ ...draft, findings: told(findings, suppressions) }));
}

type Unsorted = Omit<DraftFindings, 'findings'> & { readonly findings: readonly Finding[] };

/** The page of an action is read again and again while nothing in it moves: its hash covers every draft. */
const mostKept = 8;
const kept = new WeakMap<Store['db'], Map<string, Promise<Unsorted[]>>>();

async function checkedAction(store: Store, action: Action, today: CalendarDate): Promise<Unsorted[]> {
  const { seq } = await recordHead(store);
  const key = `${action.number} ${action.hash} ${seq} ${today}`;
  const known = kept.get(store.db) ?? new Map<string, Promise<Unsorted[]>>();
  kept.set(store.db, known);
  const work = known.get(key) ?? checkAction(store, action, today);
  known.delete(key);
  known.set(key, work);
  work.catch(() => known.delete(key));
  for (const old of [...known.keys()].slice(0, Math.max(0, known.size - mostKept))) known.delete(old);
  return work;
}

async function checkAction(store: Store, action: Action, today: CalendarDate): Promise<Unsorted[]> {
  const drafts = await draftsOf(store, action.number);
  const tried: TriedText[] = [];
  for (const draft of drafts) {
    const on = await dateOf(store, draft, action.effectiveOn ?? today);
    tried.push({ classId: draft.classId, intent: draft.intent, on, body: draft.body });
  }
  const found = new Map<string, Finding[]>();
  for (const on of new Set(tried.map((text) => text.on))) {
    const before = await planView(store, on);
    const texts = tried.filter((text) => text.on === on).map((text) => asClassText(before, text));
    for (const [classId, findings] of await tryTexts(before, texts)) found.set(classId, findings);
  }
  return tried.map(({ classId, body: { title, code } }) => {
    return { classId, title, code, findings: found.get(classId) ?? [] };
  });
}

/** A correction applies from when on the text that it corrects does. */
async function dateOf(store: Store, draft: Draft, otherwise: CalendarDate): Promise<CalendarDate> {
  if (draft.intent !== 'correct') return draft.effectiveOn ?? otherwise;
  const revisions = await revisionsOf(store, 'class', draft.classId);
  return revisions.find(({ number }) => number === draft.baseNumber)?.effectiveOn ?? otherwise;
}

function asClassText(plan: PlanView, { classId, intent, on, body }: TriedText): ClassText {
  const known = plan.classes.find((text) => text.classId === classId);
  return {
    classId,
    status: intent === 'abolish' ? 'abolished' : 'active',
    effectiveOn: on,
    revisions: known?.revisions ?? [],
    body,
  };
}

/** By class: what is found in each text, and what the texts together bring about in classes that they do not change. */
async function tryTexts(before: PlanView, texts: readonly ClassText[]): Promise<Map<string, Finding[]>> {
  const after = withTexts(before, texts);
  const found = new Map<string, Finding[]>();
  const around = new Map<string, string>();
  for (const [place, text] of texts.entries()) {
    if (place % slice === slice - 1) await setImmediate();
    found.set(text.classId, text.status === 'active' ? ownFindings(after, text) : []);
    for (const plan of [before, after])
      for (const id of relatedClasses(plan, text.classId)) if (!around.has(id)) around.set(id, text.classId);
  }
  const others = [...around].filter(([id]) => !found.has(id));
  for (const [place, [id, cause]] of others.entries()) {
    if (place % slice === slice - 1) await setImmediate();
    const known = new Set(mutualFindings(before, id).map(findingKey));
    for (const finding of mutualFindings(after, id).filter((each) => !known.has(findingKey(each))))
      found.get(finding.others.find((other) => found.has(other)) ?? cause)?.push(finding);
  }
  return found;
}
