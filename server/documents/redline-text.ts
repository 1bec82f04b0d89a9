// A redline as plain text: the whole text after with what was deleted in [-…-] and what was added in {+…+}, and above every
// change its number and what it is in words.
import type { PlanSettings } from '../../schemas/types.ts';
import type { ComparedTexts } from './compared-texts.ts';
import type { MarkedRun, MarkedText } from './marked-text.ts';
import { draftNotice, sectionSummary } from './redline-head.ts';
import { type BlockView, type FactView, redlineView, type SectionView, type Step } from './redline-view.ts';

const legend =
  '[-Deleted-] words stand so, {+added+} ones so. Curly quotes, kinds of dashes and spaces are no change.';

export function redlineText(texts: ComparedTexts, { employer, office }: PlanSettings): string {
  const { title, code, compared, notices } = texts;
  const view = redlineView(texts.redline, 'shown');
  const head = [`Redline: ${title}${code === null ? '' : ` (${code})`}`, `${compared}.`];
  const parts = [
    [employer, office].join('\n'),
    head.join('\n'),
    ...draftNotice(texts),
    ...notices,
    view.hasChanges ? `${sectionSummary(texts)}\n${legend}` : sectionSummary(texts),
    ...view.parts.flatMap(({ section }) => (section ? [sectionText(section)] : [])),
  ];
  return `${parts.join('\n\n')}\n`;
}

function sectionText({ heading, standing, facts, blocks }: SectionView): string {
  const lines = [...facts.map((fact) => factText(fact)), ...blocks.map(blockText)];
  return [`${heading}${standing === null ? '' : ` (${standing.toLowerCase()})`}`, ...lines].join('\n\n');
}

function factText({ step, label, from, to }: FactView): string {
  const value = step ? [from && `[-${from}-]`, to && `{+${to}+}`].filter(Boolean).join(' ') : (to ?? '');
  return told(step, `${label === null ? '' : `${label}: `}${value}`);
}

function blockText({ step, both, isItem, isNested }: BlockView): string {
  const bullet = isNested ? '  ◦ ' : isItem ? '• ' : '';
  return told(step, `${bullet}${inMarks(both)}`);
}

function told(step: Step | null, text: string): string {
  return step ? `<${step.number} of ${step.total}: ${step.label}>\n${text}` : text;
}

function inMarks({ term, runs }: MarkedText): string {
  const words = (marked: readonly MarkedRun[]) => marked.map(withMarks).join('');
  return term ? `${words(term)}: ${words(runs)}` : words(runs);
}

/** As wdiff writes it. */
export function withMarks({ text, isDeleted, isInserted }: MarkedRun): string {
  return isDeleted ? `[-${text}-]` : isInserted ? `{+${text}+}` : text;
}
