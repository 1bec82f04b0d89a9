// /manage/checks: every finding of the plan as it stands today, the gravest first, narrowed by what is asked for; those that
// were let stand are told apart, with their reasons.
import type { Request, Response } from 'express';
import { countsOf, findingsOfPlan, type ToldFinding } from '../../documents/findings.ts';
import { refusal } from '../../errors.ts';
import { catalogue, ruleById } from '../../model/findings/catalogue.ts';
import { severities, type Severity } from '../../model/findings/finding.ts';
import type { PlanView } from '../../model/findings/plan-view.ts';
import { planView } from '../../store/plan-view.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { frame, planToday } from '../page.ts';
import { staff } from '../visitor.ts';
import { byId, choices, fits, readAsked } from './checks-asked.ts';
import { countsInWords, findingView, severityWords, type Showing } from './finding-view.ts';

const pageLength = 50;
const mostSuppressed = 200;

export async function showChecks(tools: Tools, request: Request, response: Response): Promise<void> {
  const { settings, today } = await planToday(tools);
  const plan = await planView(tools.store, today);
  const asked = readAsked(request);
  const all = await findingsOfPlan(tools.store, today);
  const fitting = sorted(all.filter(fits(asked, plan)), plan);
  const open = fitting.filter(({ suppression }) => suppression === null);
  const suppressed = fitting.filter(({ suppression }) => suppression !== null);
  const pages = Math.max(1, Math.ceil(open.length / pageLength));
  if (asked.page > pages) throw refusal('page-not-found', { detail: `This list has ${pages} pages.` });
  const showing = showingOf(plan, staff(response).roles.includes('analyst'));
  const shown = open.slice((asked.page - 1) * pageLength, asked.page * pageLength);
  const body = tools.views.render('pages/manage/checks', {
    page: frame(settings, { title: 'Plan checks', place: 'manage' }, response),
    counts: countRows(countsOf(all)),
    classCount: plan.classes.length,
    q: asked.words ?? '',
    ...choices(asked, plan, all),
    isFiltered: Object.values({ ...asked, page: null }).some((value) => value !== null),
    heading: headingOf(open),
    groups: groupsOf(shown, showing),
    suppressed: suppressed.slice(0, mostSuppressed).map((finding) => findingView(finding, showing)),
    suppressedCount: suppressed.length,
    pager: pagerOf(request, asked.page, pages),
  });
  sendPrivately(response, body);
}

/** By severity, then as the catalogue has its rules, then by class code. */
function sorted(findings: readonly ToldFinding[], plan: PlanView): ToldFinding[] {
  const classes = byId(plan);
  const places = new Map(catalogue.map(({ id }, place) => [id, place]));
  const keyOf = ({ severity, rule, classId, at }: ToldFinding) =>
    [
      severities.indexOf(severity),
      String(places.get(rule) ?? 0).padStart(3, '0'),
      classId === null ? '' : (classes.get(classId)?.body.code ?? '~'),
      at,
    ].join(' ');
  return findings
    .map((finding) => ({ finding, key: keyOf(finding) }))
    .sort((one, other) => (one.key < other.key ? -1 : Number(one.key > other.key)))
    .map(({ finding }) => finding);
}

export function showingOf(plan: PlanView, mayEdit: boolean): Showing {
  const classes = byId(plan);
  return {
    settings: plan.settings,
    mayEdit,
    action: null,
    subjectOf: (classId) => {
      const body = classes.get(classId)?.body;
      return body ? { ...body, href: `/classes/${body.code ?? ''}`, hasAnchors: true } : null;
    },
  };
}

/** Findings of one rule stand together: what was typed wrong once was often typed wrong again. */
function groupsOf(findings: readonly ToldFinding[], showing: Showing) {
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  return rules.map((rule) => {
    const { title = rule, mend = '', severity = 'note' } = ruleById(rule) ?? {};
    return {
      ...{
        rule,
        title,
        mend,
        severity,
        severityWord: severityWords[severity],
        href: `/manage/checks/${rule}`,
      },
      findings: findings.filter((each) => each.rule === rule).map((each) => findingView(each, showing)),
    };
  });
}

function countRows(counts: Readonly<Record<Severity, number>>) {
  return severities.map((severity) => ({
    severity,
    count: new Intl.NumberFormat('en-US').format(counts[severity]),
    label: `${severityWords[severity]}${counts[severity] === 1 ? '' : 's'}`,
    href: `/manage/checks?severity=${severity}`,
  }));
}

function headingOf(open: readonly ToldFinding[]): string {
  return open.length === 0 ? 'Nothing found' : countsInWords(countsOf(open));
}

function pagerOf(request: Request, page: number, pages: number) {
  if (pages <= 1) return null;
  const href = (number: number) => {
    const address = new URL(request.originalUrl, 'http://localhost');
    address.searchParams.set('page', String(number));
    return `${address.pathname}${address.search}`;
  };
  return {
    text: `Page ${page} of ${pages}`,
    previous: page > 1 ? href(page - 1) : null,
    next: page < pages ? href(page + 1) : null,
  };
}
