// Findings for the command line: as text, the gravest first, and as data.
import { countsOf, type ToldFinding } from '../server/documents/findings.ts';
import { ruleById } from '../server/model/findings/catalogue.ts';
import { severities } from '../server/model/findings/finding.ts';
import type { PlanView } from '../server/model/findings/plan-view.ts';

export interface CheckedPlan {
  readonly heading: string;
  readonly on: string;
  readonly plan: PlanView;
  readonly findings: readonly ToldFinding[];
}

export function asText({ heading, plan, findings }: CheckedPlan): string {
  const open = findings.filter(({ suppression }) => suppression === null);
  const suppressed = findings.filter(({ suppression }) => suppression !== null);
  const parts = severities.flatMap((severity) => {
    const own = open.filter((finding) => finding.severity === severity);
    return own.length === 0
      ? []
      : ['', `${heads[severity]} (${own.length})`, ...own.map((each) => told(each, plan))];
  });
  const kept =
    suppressed.length === 0
      ? []
      : [
          '',
          `Let stand, with a reason (${suppressed.length})`,
          ...suppressed.map((each) => told(each, plan)),
        ];
  const { error, warning, note } = countsOf(findings);
  const total = `Errors ${error}, warnings ${warning}, notes ${note}, let stand ${suppressed.length}.`;
  return [heading, ...parts, ...kept, '', total].join('\n');
}

const heads = { error: 'Errors', warning: 'Warnings', note: 'Notes' } as const;

function told({ rule, classId, at, message, evidence, suppression }: ToldFinding, plan: PlanView): string {
  const lines = [
    `  ${nameOf(classId, plan)}, ${at} [${rule}]`,
    `    ${ruleById(rule)?.title ?? rule}. ${message}`,
    `    “${evidence}”`,
    ...(suppression
      ? [`    Stands because: ${suppression.reason} (${suppression.byName}, ${suppression.at})`]
      : []),
  ];
  return lines.join('\n');
}

function nameOf(classId: string | null, { classes }: PlanView): string {
  if (classId === null) return 'The plan';
  const body = classes.find((text) => text.classId === classId)?.body;
  return body ? `${body.code ?? 'no code'} ${body.title}` : classId;
}

export function asData({ on, plan, findings }: CheckedPlan) {
  return {
    on,
    counts: countsOf(findings),
    findings: findings.map(({ others: _others, suppression, ...finding }) => {
      const code = plan.classes.find(({ classId }) => classId === finding.classId)?.body.code ?? null;
      const stands = suppression && {
        reason: suppression.reason,
        by: suppression.byName,
        at: suppression.at,
      };
      return { ...finding, code, suppression: stands };
    }),
  };
}
