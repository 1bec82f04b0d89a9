// The page on which a class begins: what it is like, in force or proposed, with the passages that say so, and the ways to
// begin.
import type { Request, Response } from 'express';
import type { PlanSettings } from '../../../schemas/types.ts';
import { type ClassTemplate, classTemplates, contentsOf } from '../../model/class-templates.ts';
import type { PlanView } from '../../model/findings/plan-view.ts';
import type { Issue } from '../../model/issue.ts';
import { findOverlap, indexOverlap, type Overlap, searchedOf } from '../../model/overlap.ts';
import type { Action } from '../../store/actions.ts';
import { planView } from '../../store/plan-view.ts';
import { type ProposedClass, proposedClasses } from '../../store/proposed-classes.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { field, messageOf, summaryOf } from '../field.ts';
import type { Typed } from '../form.ts';
import { frame, planToday, sentValue } from '../page.ts';

interface Shown {
  /** What was sent, to be shown again; null for the page as it is opened. */
  readonly typed: Typed | null;
  readonly issues: readonly Issue[];
}

/** As much as an address can safely carry. */
const longestText = 2000;

export async function sendNewClassPage(
  tools: Tools,
  request: Request,
  response: Response,
  action: Action,
  { typed, issues }: Shown,
): Promise<void> {
  const { settings, today } = await planToday(tools);
  const plan = await planView(tools.store, today);
  const asked = askedFor(request);
  const sent: Typed = typed ?? {};
  const title = typeof sent.title === 'string' ? sent.title : asked.title;
  const templates = templatesOf(plan);
  const body = tools.views.render('pages/manage/new-class', {
    page: frame(settings, { title: `Begin a class in ${action.number}`, place: 'manage' }, response),
    problems: summaryOf(issues),
    number: action.number,
    actionTitle: action.title,
    href: `/manage/actions/${action.number}`,
    search: { title, text: asked.text, longest: longestText },
    found: asked.isAsked ? await foundView(tools, plan, asked, action) : null,
    title,
    required: requiredLabels(settings),
    templates: templates.map((each) => ({
      id: each.id,
      title: each.title,
      drawnFrom: each.drawnFrom,
      contents: contentsOf(each, settings),
      isChosen: sent.template === each.id,
    })),
    templateMessage: messageOf('template', issues),
    code: field({ name: 'code', label: 'Code of the class', type: 'text' }, sent, issues),
    neighbour: field({ name: 'neighbour', label: 'Code of the neighbour', type: 'text' }, sent, issues),
    sides: sidesView(sent.side),
    sideMessage: messageOf('side', issues),
  });
  sendPrivately(response, body, issues.length > 0 ? 422 : 200);
}

const drawn = new WeakMap<PlanView, ClassTemplate[]>();

/** Drawn once for a state of the record. */
export function templatesOf(plan: PlanView): ClassTemplate[] {
  const { classes, settings, sharedTexts: library } = plan;
  const bodies = classes.map(({ body }) => body);
  const templates = drawn.get(plan) ?? classTemplates(bodies, { settings, library });
  drawn.set(plan, templates);
  return templates;
}

export function sidesView(chosen: unknown) {
  return [
    { value: 'above', label: 'Above it', isChosen: chosen === 'above' },
    { value: 'below', label: 'Below it', isChosen: chosen === 'below' },
  ];
}

function requiredLabels({ sections }: PlanSettings): string {
  const labels = sections.filter(({ required }) => required).map(({ label }) => label);
  return new Intl.ListFormat('en-US').format(labels);
}

function askedFor(request: Request) {
  const value = (name: string, longest: number) => sentValue(request, name).trim().slice(0, longest);
  const [title, text] = [value('title', 200), value('text', longestText)];
  return { title, text, isAsked: title !== '' || text !== '' };
}

interface Candidate extends Omit<ProposedClass, 'action'> {
  readonly title: string;
  readonly passages: readonly string[];
  /** The action that proposes the class; null for a class in force. */
  readonly action: string | null;
}

async function foundView(
  { store }: Tools,
  { classes }: PlanView,
  asked: { readonly title: string; readonly text: string },
  action: Action,
) {
  const candidates: Candidate[] = [
    ...classes.map(({ classId, body }) => ({
      ...{ classId, code: body.code, body, action: null },
      ...searchedOf(body),
    })),
    ...(await proposedClasses(store)).map((text) => ({ ...text, ...searchedOf(text.body) })),
  ];
  const rows = findOverlap(indexOverlap(candidates), asked);
  return {
    heading: headingOf(rows.length),
    searched: candidates.length,
    rows: rows.map((row) => rowOf(row, action)),
  };
}

function headingOf(count: number): string {
  if (count === 0) return 'Nothing like it';
  return count === 1 ? '1 class is like it' : `${count} classes are like it`;
}

function rowOf({ found, score, hasSameTitle, passages }: Overlap<Candidate>, { number }: Action) {
  const { body, action, classId } = found;
  const series = action === null ? body.series : null;
  return {
    title: found.title || 'A class without a title yet',
    code: found.code,
    href: action === null ? `/classes/${found.code}` : `/manage/actions/${action}/changes/${classId}`,
    proposedBy: action === null ? null : `Proposed by ${action}, not in force`,
    likeness: hasSameTitle ? 'It has this title' : likenessOf(score),
    passages,
    copy: action === null ? found.code : null,
    beside: series && `/manage/series/${series.id}/new-level?beside=${classId}&side=above&in=${number}`,
  };
}

/** Tried on the sample plan: at a third, the work itself is the same. */
function likenessOf(score: number): string {
  if (score >= 0.33) return 'Very like it';
  return score >= 0.2 ? 'Like it' : 'A little like it';
}
