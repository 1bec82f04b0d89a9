// A finding as every staff page shows it: what, where, the passage, how to mend it, and the form that lets it stand.
import type { PlanSettings } from '../../../schemas/types.ts';
import { anchorOf } from '../../documents/official-text.ts';
import type { ToldFinding } from '../../documents/findings.ts';
import { calendarDateAt, inWords } from '../../model/calendar-date.ts';
import { ruleById } from '../../model/findings/catalogue.ts';
import type { Severity } from '../../model/findings/finding.ts';
import { sections } from '../../model/sections.ts';

export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  note: 'Note',
};

/** What a page knows of a class: its name, and where its text is read or written. */
export interface Subject {
  readonly code: string | null;
  readonly title: string;
  readonly href: string;
  /** True where the address has the anchors of the official text. */
  readonly hasAnchors: boolean;
}

export interface Showing {
  readonly settings: PlanSettings;
  /** The class of a finding; null where it is not known. */
  readonly subjectOf: (classId: string) => Subject | null;
  readonly mayEdit: boolean;
  /** The action whose drafts are shown; null for the plan of today. */
  readonly action: string | null;
}

export function findingView(finding: ToldFinding, { settings, subjectOf, mayEdit, action }: Showing) {
  const { rule, severity, classId, at, message, evidence, key, suppression } = finding;
  const stated = ruleById(rule);
  const subject = classId === null ? null : subjectOf(classId);
  const href = `/manage/checks/${rule}`;
  return {
    key,
    severity,
    severityWord: severityWords[severity],
    title: stated?.title ?? rule,
    mend: stated?.mend ?? '',
    href: action === null ? href : `${href}?action=${encodeURIComponent(action)}`,
    subject: subject && {
      title: subject.title === '' ? 'New class' : subject.title,
      code: subject.code ?? '',
      href: subject.hasAnchors ? `${subject.href}${anchorAt(at)}` : subject.href,
    },
    place: placeInWords(at, settings),
    message,
    evidence,
    suppressed: suppression && {
      reason: suppression.reason,
      by: suppression.byName,
      on: inWords(calendarDateAt(new Date(suppression.at), settings.timeZone)),
    },
    form: mayEdit
      ? {
          action: action ?? '',
          target: suppression ? `${href}/lift` : `${href}/suppress`,
          reason: '',
          message: null,
        }
      : null,
  };
}

export type FindingView = Omit<ReturnType<typeof findingView>, 'form'> & {
  readonly form: {
    readonly action: string;
    readonly target: string;
    readonly reason: string;
    readonly message: string | null;
  } | null;
};

/** '3 errors, 1 note'; 'Nothing found' where there is nothing. */
export function countsInWords(counts: Readonly<Record<Severity, number>>): string {
  const parts = (['error', 'warning', 'note'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severity}${counts[severity] === 1 ? '' : 's'}`);
  return parts.length === 0 ? 'Nothing found' : parts.join(', ');
}

const otherPlaces: Readonly<Record<string, string>> = {
  title: 'Title',
  code: 'Class code',
  series: 'Series and level',
  history: 'Class history',
  effectiveOn: 'Effective date',
  additional: 'Additional section',
  settings: 'Settings of the plan',
  sharedTexts: 'Shared text',
};

const facts: Readonly<Record<string, string>> = {
  payGrade: 'Pay Grade',
  flsa: 'FLSA Code',
  eeo4: 'EEO-4 Category',
  bargainingUnit: 'Bargaining Unit',
  soc: 'SOC',
  occupationalGroup: 'Occupational Group',
  civilServiceStatus: 'Civil Service Status',
  establishedOn: 'Established Date',
  revisedOn: 'Revised Date',
};

/** 'sections.details.payGrade' → 'Class Detail, Pay Grade' */
export function placeInWords(at: string, settings: PlanSettings): string {
  const [first = '', key = '', part] = at.split('.');
  if (first === 'sharedTexts') return `${otherPlaces.sharedTexts ?? ''} ${key}`;
  if (first !== 'sections') return otherPlaces[first] ?? at;
  const label = settings.sections.find((section) => section.key === key)?.label ?? key;
  return key === 'details' && part !== undefined ? `${label}, ${facts[part] ?? part}` : label;
}

/** 'sections.duties.b7' → '#duties-b7', the anchor of the official text. */
function anchorAt(at: string): string {
  const [first = '', key = '', part] = at.split('.');
  const section = sections.find((each) => each.key === key);
  if (first === 'history') return '#history';
  if (first !== 'sections' || !section) return '';
  return part === undefined || key === 'details'
    ? `#${anchorOf(section.key)}`
    : `#${anchorOf(section.key)}-${part}`;
}
