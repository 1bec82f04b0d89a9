// The classes of a packet: of each change the list of what differs, the redline and the text that it makes. The redline and
// its list count alike; a class that is new or ends has neither.
import type { PlanSettings } from '../../schemas/types.ts';
import { inWords } from '../model/calendar-date.ts';
import { classNamed } from '../model/recommendation.ts';
import type { SeriesTitles } from '../model/redline-sections.ts';
import { redlineOf } from '../model/redline.ts';
import type { ActionPaper, PaperChange } from './action-paper.ts';
import { type ChangeRow, listOfChanges } from './list-of-changes.ts';
import { officialText, type OfficialText } from './official-text.ts';
import { type RedlineView, redlineView } from './redline-view.ts';

export interface PacketClass {
  /** Of the recommendation. */
  readonly number: number;
  readonly name: string;
  readonly id: string;
  /** 'Revision 3, in force before, to revision 4, effective July 1, 2024' */
  readonly sides: string;
  /** Why there is no redline; null where there is one. */
  readonly instead: string | null;
  readonly beforeName: string;
  readonly changes: readonly ChangeRow[];
  readonly redline: RedlineView | null;
  /** null where the class ends. */
  readonly text: OfficialText | null;
}

export function packetClasses(
  paper: ActionPaper,
  settings: PlanSettings,
  titles: SeriesTitles,
): PacketClass[] {
  return paper.changes.map((change, index) => packetClass(change, index + 1, settings, titles));
}

function packetClass(
  change: PaperChange,
  number: number,
  settings: PlanSettings,
  titles: SeriesTitles,
): PacketClass {
  const { before, after, history, effectiveOn, beforeNumber } = change;
  const id = `class-${number}`;
  const isEnd = change.status === 'abolished';
  const redline = before && !isEnd ? redlineOf(before, after, settings, titles) : null;
  const effective = inWords(effectiveOn);
  const rows = redline ? listOfChanges(redline, '') : [];
  return {
    ...{ number, id, name: classNamed(after) },
    sides: `Revision ${change.number}, effective ${effective}`,
    instead: insteadOf(change),
    beforeName: beforeNumber === null ? 'Before' : `Revision ${beforeNumber}`,
    changes: rows.map((row) => ({ ...row, href: row.href.replace('#', `#${id}-`) })),
    redline: redline && redlineView(redline),
    text: isEnd ? null : textWithin(id, officialText(after, history, settings)),
  };
}

/** The same sections stand in each class of the packet: their anchors name the class too. */
function textWithin(id: string, text: OfficialText): OfficialText {
  const sections = text.sections.map((section) => ({ ...section, anchor: `${id}-${section.anchor}` }));
  return { ...text, sections };
}

function insteadOf({ before, status, effectiveOn }: PaperChange): string | null {
  if (status === 'abolished')
    return `The class ends on ${inWords(effectiveOn)}. Its last text is not changed and stays on record.`;
  return before ? null : 'The class is new. There is no earlier text to mark; its whole text stands below.';
}
