// /manage/checks/series.count: one rule of the catalogue as documentation, with what it finds today, in the plan or in the drafts
// of an action; and the acts that let a finding stand, or have it told again.
import type { Request, Response } from 'express';
import { liftSuppression } from '../../actions/lift-suppression.ts';
import { requireAction } from '../../actions/requirements.ts';
import { suppressFinding } from '../../actions/suppress-finding.ts';
import { findingsOfAction } from '../../documents/draft-findings.ts';
import { findingsOfPlan, type ToldFinding } from '../../documents/findings.ts';
import { refusal } from '../../errors.ts';
import { ruleById } from '../../model/findings/catalogue.ts';
import type { Rule } from '../../model/findings/rule.ts';
import type { PlanView } from '../../model/findings/plan-view.ts';
import type { Issue } from '../../model/issue.ts';
import { planView } from '../../store/plan-view.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { summaryOf } from '../field.ts';
import { type Filled, filled } from '../form.ts';
import { frame, planToday, queryValue, shortened } from '../page.ts';
import { staff } from '../visitor.ts';
import { draftsShowing } from './action-findings.ts';
import { showingOf } from './checks.ts';
import { findingView, type FindingView, severityWords, type Showing } from './finding-view.ts';

type RuleRequest = Request<{ rule: string }>;

const mostShown = 200;

export async function showCheck(tools: Tools, request: RuleRequest, response: Response): Promise<void> {
  await sendCheck(tools, response, requireRule(request), queryValue(request, 'action'), null);
}

export async function sendSuppression(
  tools: Tools,
  request: RuleRequest,
  response: Response,
  form: Filled<'form-suppress-finding.schema.json'>,
): Promise<void> {
  const rule = requireRule(request);
  if (form.value === null) {
    const text = (name: string) => (typeof form.typed[name] === 'string' ? form.typed[name] : '');
    const typed = { key: text('key'), reason: text('reason'), issues: form.issues };
    await sendCheck(tools, response, rule, text('action') || null, typed);
    return;
  }
  const { key, reason } = form.value;
  const action = form.value.action || null;
  const { today } = await planToday(tools);
  const acting = { store: tools.store, now: tools.clock.now(), today, by: staff(response) };
  await suppressFinding(acting, { key, reason, action });
  response.redirect(303, addressOf(rule, action));
}

export async function sendLift(
  tools: Tools,
  request: RuleRequest,
  response: Response,
  form: Filled<'form-lift-suppression.schema.json'>,
): Promise<void> {
  const { key, action = '' } = filled(form);
  await liftSuppression({ store: tools.store, now: tools.clock.now(), by: staff(response) }, key);
  response.redirect(303, addressOf(requireRule(request), action || null));
}

function requireRule({ params }: RuleRequest): Rule {
  const rule = ruleById(params.rule);
  if (rule) return rule;
  throw refusal('page-not-found', { detail: `The catalogue has no finding “${shortened(params.rule)}”.` });
}

function addressOf({ id }: Rule, action: string | null): string {
  return `/manage/checks/${id}${action === null ? '' : `?action=${encodeURIComponent(action)}`}`;
}

interface TypedReason {
  readonly key: string;
  readonly reason: string;
  readonly issues: readonly Issue[];
}

async function sendCheck(
  tools: Tools,
  response: Response,
  rule: Rule,
  action: string | null,
  typed: TypedReason | null,
): Promise<void> {
  const { settings, today } = await planToday(tools);
  const mayEdit = staff(response).roles.includes('analyst');
  const plan = await planView(tools.store, today);
  const { findings, showing } = await findingsIn(tools, { action, today, plan, mayEdit });
  const own = findings.filter((finding) => finding.rule === rule.id);
  const views = own.slice(0, mostShown).map((finding) => withTyped(findingView(finding, showing), typed));
  const open = views.filter(({ suppressed }) => suppressed === null);
  const body = tools.views.render('pages/manage/check', {
    page: frame(settings, { title: rule.title, place: 'manage' }, response),
    rule: { ...textOf(rule), severityWord: severityWords[rule.severity] },
    action: action === null ? null : { number: action, href: `/manage/actions/${action}` },
    problems: typed ? summaryOf(linked(typed, open)) : null,
    findings: open,
    suppressed: views.filter(({ suppressed }) => suppressed !== null),
    more: own.length > mostShown ? `The first ${mostShown} of ${own.length} are shown.` : null,
  });
  sendPrivately(response, body, typed ? 422 : 200);
}

interface Source {
  readonly action: string | null;
  readonly today: string;
  readonly plan: PlanView;
  readonly mayEdit: boolean;
}

/** In the plan of today, or in the drafts of an action. */
async function findingsIn(
  { store }: Tools,
  { action, today, plan, mayEdit }: Source,
): Promise<{ findings: readonly ToldFinding[]; showing: Showing }> {
  if (action === null)
    return { findings: await findingsOfPlan(store, today), showing: showingOf(plan, mayEdit) };
  const drafts = await findingsOfAction(store, await requireAction(store, action), today);
  const showing = draftsShowing(drafts, { number: action, plan, mayEdit });
  return { findings: drafts.flatMap(({ findings }) => findings), showing };
}

function textOf({ id, severity, title, why, mend }: Rule) {
  return { id, severity, title, why, mend };
}

function withTyped(view: FindingView, typed: TypedReason | null): FindingView {
  if (!typed || typed.key !== view.key || view.form === null) return view;
  const message = typed.issues.find(({ field }) => field === 'reason')?.message ?? null;
  return { ...view, form: { ...view.form, reason: typed.reason, message } };
}

/** The summary leads to the box that was left empty, if its finding still stands. */
function linked({ key, issues }: TypedReason, open: readonly FindingView[]): Issue[] {
  const isShown = open.some((view) => view.key === key);
  return issues.map((issue) => ({ ...issue, field: isShown ? `reason-${key}` : '' }));
}
