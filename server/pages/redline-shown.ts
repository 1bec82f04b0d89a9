// A redline as the pages of public and staff show it: its views, its sections with their counts, and what the chosen view
// needs.
import type { PlanSettings } from '../../schemas/types.ts';
import { columnNames, type ComparedTexts } from '../documents/compared-texts.ts';
import { listOfChanges } from '../documents/list-of-changes.ts';
import { officialText } from '../documents/official-text.ts';
import { sectionSummary } from '../documents/redline-head.ts';
import { joinHead, redlineView } from '../documents/redline-view.ts';

import { countsOf } from '../model/redline.ts';
import { type AskedRedline, redlineAddress, type Style, styles, wantedOf } from './redline-asked.ts';

export function shownRedline(texts: ComparedTexts, settings: PlanSettings, asked: AskedRedline) {
  const { style } = asked;
  const wanted = wantedOf(texts, asked);
  const view = redlineView(wanted.redline, wanted.section ? 'shown' : 'folded');
  const names = columnNames(texts);
  const isInText = style === 'inline' || style === 'side';
  const inText = redlineAddress({ ...asked, style: 'inline' });
  return {
    styles: stylesOf(asked),
    chooser: style === 'clean' ? null : chooserOf(texts, asked),
    summary: style === 'clean' ? null : sectionSummary(wanted),
    hasChanges: view.hasChanges,
    isInText,
    inline: style === 'inline' ? view : null,
    sides: style === 'side' ? { ...view, ...names } : null,
    list:
      style === 'list' && view.hasChanges
        ? { changes: listOfChanges(wanted.redline, inText), ...names }
        : null,
    clean: style === 'clean' ? officialText(texts.after.body, [], settings) : null,
  };
}

function stylesOf(asked: AskedRedline) {
  return (Object.keys(styles) as Style[]).map((style) => ({
    href: redlineAddress({ ...asked, style }),
    label: styles[style],
    isChosen: style === asked.style,
  }));
}

/** The sections that either text has, each with how much of it changed. */
function chooserOf({ redline }: ComparedTexts, { section, path, style, others }: AskedRedline) {
  const choices = joinHead(redline.sections).map(({ key, heading }, index, all) => ({
    value: key,
    label: `${heading} (${inNumbers(countsOf(all.slice(index, index + 1)).total)})`,
    isChosen: key === section,
  }));
  const all = { value: '', label: `All sections (${inNumbers(redline.counts.total)})` };
  const fields = style === 'inline' ? [] : [{ name: 'style', value: style }];
  return {
    action: path,
    fields: [...fields, ...others],
    choices: [{ ...all, isChosen: section === null }, ...choices],
  };
}

function inNumbers(count: number): string {
  if (count === 0) return 'no change';
  return count === 1 ? '1 change' : `${count} changes`;
}
