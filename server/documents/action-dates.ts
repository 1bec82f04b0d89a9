// An action's dates, authority and standing as its documents state them, and how far it has come, in words.
import { inWords } from '../model/calendar-date.ts';
import type { Fact } from '../model/detail-facts.ts';
import type { ActionPaper } from './action-paper.ts';

/** Facts that have no date yet are left out. */
export function datesOf(paper: ActionPaper): Fact[] {
  const { postedOn, commentsUntil, decidedOn, ratifiedOn } = paper;
  const dated = (label: string, on: string | null) => (on === null ? [] : [{ label, text: inWords(on) }]);
  return [
    ...dated('Posted', postedOn),
    ...dated('Comments until', commentsUntil),
    ...dated('Decided', decidedOn),
    ...dated('Ratified', ratifiedOn),
    { label: 'Effective', text: effectiveInWords(paper) },
  ];
}

/** The date of the action, or those of its changes where they have others. */
export function effectiveInWords({ changes, texts, effectiveOn }: ActionPaper): string {
  const dates = new Set([...changes, ...texts].map((each) => each.effectiveOn));
  if (dates.size === 0 && effectiveOn !== null) dates.add(effectiveOn);
  if (dates.size === 0) return 'Not set';
  const [first = '', ...others] = [...dates].sort();
  const last = others.at(-1);
  return last === undefined ? inWords(first) : `${inWords(first)} to ${inWords(last)}`;
}

export function isDecided({ step }: Pick<ActionPaper, 'step'>): boolean {
  return step === 'adopted' || step === 'provisional';
}

/** One sentence or two, for the head of a document. */
export function standingInWords({ step, ratifiedBy, decidedOn, postedOn }: ActionPaper): string {
  const decided = decidedOn === null ? '' : ` on ${inWords(decidedOn)}`;
  switch (step) {
    case 'adopted':
      return ratifiedBy === null ? `Adopted${decided}.` : `Adopted${decided}, ratified by ${ratifiedBy}.`;
    case 'provisional':
      return `Provisionally approved${decided}. It is not ratified yet.`;
    case 'posted':
      return `Proposed${postedOn === null ? '' : ` and posted on ${inWords(postedOn)}`}. Nothing here is decided.`;
    case 'withdrawn':
      return 'DRAFT, withdrawn. Nothing here was decided.';
    case 'in review':
      return 'DRAFT, in review. Nothing here is posted or decided.';
    case 'draft':
      return 'DRAFT, still being written. Nothing here is posted or decided.';
  }
}

/** The large word behind every page; null where the action is decided. */
export function watermarkOf({ step }: Pick<ActionPaper, 'step'>): string | null {
  if (step === 'adopted' || step === 'provisional') return null;
  return step === 'posted' ? 'PROPOSED' : 'DRAFT';
}
