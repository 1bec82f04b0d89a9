// What stands above a redline in every form: how much changed, and that a draft is a draft.
import type { ComparedTexts } from './compared-texts.ts';
import { summaryOf } from './redline-words.ts';

/** 'Essential Duties, 3 changes: 1 added, 2 changed.', of one section alone. */
export function sectionSummary({ section, redline }: ComparedTexts): string {
  if (!section) return summaryOf(redline.counts);
  if (redline.counts.total === 0) return `${section.heading} says the same in both texts.`;
  return `${section.heading}, ${summaryOf(redline.counts)}`;
}

export function draftNotice({ draftOf }: ComparedTexts): string[] {
  if (draftOf === null) return [];
  return [`DRAFT of action ${draftOf}. Nothing here is in force before the action is adopted.`];
}
