// What the list of findings can be narrowed by: severity, finding, series, words of the class; each choice part of the address.
import type { Request } from 'express';
import type { ToldFinding } from '../../documents/findings.ts';
import { refusal } from '../../errors.ts';
import { catalogue } from '../../model/findings/catalogue.ts';
import { severities, type Severity } from '../../model/findings/finding.ts';
import type { ClassText, PlanView } from '../../model/findings/plan-view.ts';
import { queryValue } from '../page.ts';
import { askedPage } from '../pager.ts';
import { severityWords } from './finding-view.ts';

export interface Asked {
  readonly severity: Severity | null;
  readonly rule: string | null;
  readonly series: string | null;
  readonly words: string | null;
  readonly page: number;
}

export function readAsked(request: Request): Asked {
  const severity = queryValue(request, 'severity');
  if (severity !== null && !isSeverity(severity))
    throw refusal('bad-request', { detail: `severity is one of ${severities.join(', ')}.` });
  return {
    severity,
    rule: queryValue(request, 'rule'),
    series: queryValue(request, 'series'),
    words: queryValue(request, 'q'),
    page: askedPage(request),
  };
}

function isSeverity(text: string): text is Severity {
  return severities.includes(text as Severity);
}

export function fits({ severity, rule, series, words }: Asked, plan: PlanView) {
  const classes = byId(plan);
  const wanted = words?.toLowerCase().split(/\s+/) ?? [];
  return (finding: ToldFinding): boolean => {
    const body = finding.classId === null ? null : (classes.get(finding.classId)?.body ?? null);
    const name = `${body?.code ?? ''} ${body?.title ?? ''}`.toLowerCase();
    return (
      (severity === null || finding.severity === severity) &&
      (rule === null || finding.rule === rule) &&
      (series === null || body?.series?.id === series || finding.at === `series.${series}`) &&
      wanted.every((word) => name.includes(word))
    );
  };
}

export function byId(plan: PlanView): ReadonlyMap<string, ClassText> {
  return new Map(plan.classes.map((text) => [text.classId, text]));
}

export function choices({ severity, rule, series }: Asked, plan: PlanView, all: readonly ToldFinding[]) {
  const found = new Set(all.map((finding) => finding.rule));
  return {
    severities: severities.map((value) => ({
      value,
      label: `${severityWords[value]}s`,
      selected: value === severity,
    })),
    rules: catalogue
      .filter(({ id }) => found.has(id) || id === rule)
      .map(({ id, title }) => ({ value: id, label: title, selected: id === rule })),
    series: plan.series.map(({ id, title }) => ({ value: id, label: title, selected: id === series })),
  };
}
