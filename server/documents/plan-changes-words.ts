// The words of the plan between two dates, the same on the page and in the files.
import type {
  AmendedSection,
  ChangedSubject,
  Narrowing,
  Placement,
  PlanSettings,
} from '../../schemas/types.ts';
import { inWords } from '../model/calendar-date.ts';
import type { Span } from '../model/plan-changes.ts';

/** What was done to a class. */
export const changedWords: Readonly<Record<Narrowing, string>> = {
  create: 'Created',
  abolish: 'Abolished',
  regrade: 'Regraded',
  retitle: 'Retitled',
  recode: 'Recoded',
  move: 'Moved',
  amend: 'Amended',
  correct: 'Corrected',
  import: 'Imported',
  none: 'No difference',
};

export const subjectWords: Readonly<Record<ChangedSubject, string>> = {
  class: 'Class',
  series: 'Series',
  'pay-schedule': 'Pay schedule',
  'shared-text': 'Shared text',
  plan: 'Settings',
};

export function basisOf({ from, to }: Span): string {
  return `Counted by effective dates, not by the days on which they were recorded: what took effect after ${inWords(from)}, up to and including ${inWords(to)}. A text that was corrected retroactively counts as it applies now.`;
}

/** The headings of sections as the plan words them: 'Duties, Licensure'. */
export function sectionsInWords(keys: readonly AmendedSection[], { sections }: PlanSettings): string {
  const labels = new Map(sections.map(({ key, label }) => [key, label]));
  return keys
    .map((key) => (key === 'additional' ? 'Additional sections' : (labels.get(key) ?? key)))
    .join(', ');
}

/** 'IT Management, level 3'; `titles` of the series by their ids. */
export function placeInWords(series: Placement | null, titles: ReadonlyMap<string, string>): string {
  if (!series) return 'no series';
  return `${titles.get(series.id) ?? series.id}, level ${series.level}`;
}

const collator = new Intl.Collator('en', { numeric: true });

export function byTitle(one: { readonly title: string }, other: { readonly title: string }): number {
  return collator.compare(one.title, other.title);
}
