// Two texts that are compared and what every form of their redline says of them: which two, in words, and what a reader must
// know before reading it.
import type { CalendarDate, Instant, Specification } from '../../schemas/types.ts';
import { inWords } from '../model/calendar-date.ts';
import { type Redline, redlineWithin } from '../model/redline.ts';
import type { ClassRevision } from '../store/classes.ts';
import { joinHead } from './redline-view.ts';

/** What a text is called. */
export interface TextNames {
  /** 'Revision 3', 'July 1, 2024', 'IT Manager (CI2787)': the head of a column. */
  readonly name: string;
  /** 'Revision 3, effective October 21, 2021', 'The draft in CN1960' */
  readonly inFull: string;
  /** 'rev3': its part of a file name. */
  readonly fileName: string;
}

export interface ComparedText extends TextNames {
  readonly classId: string;
  readonly body: Specification;
  /** null of a draft. */
  readonly number: number | null;
  readonly effectiveOn: CalendarDate | null;
  readonly action: string | null;
  /** The date on which it was looked for; null where it was asked for by its number. */
  readonly on: CalendarDate | null;
  /** When it was recorded, or saved. */
  readonly at: Instant;
}

export interface ComparedTexts {
  readonly title: string;
  readonly code: string | null;
  /** 'From revision 3, effective …, to revision 4, effective …' */
  readonly compared: string;
  /** null where there was no text: all of the other one is added. */
  readonly before: ComparedText | null;
  readonly after: ComparedText;
  readonly redline: Redline;
  readonly notices: readonly string[];
  /** The one section that is told of; null for all. */
  readonly section: { readonly key: string; readonly heading: string } | null;
  /** The action that an undecided text belongs to; null where both are recorded. */
  readonly draftOf: string | null;
}

export function comparedRevision(
  revision: ClassRevision,
  names: TextNames,
  on: CalendarDate | null = null,
): ComparedText {
  const { subjectId: classId, body, number, effectiveOn, action, recordedAt: at } = revision;
  return { ...names, classId, body, number, effectiveOn, action, on, at };
}

/** The names of a revision that is asked for by its number. */
export function revisionNames({ number, effectiveOn }: ClassRevision): TextNames {
  const name = `Revision ${number}`;
  return { name, inFull: `${name}, effective ${inWords(effectiveOn)}`, fileName: `rev${number}` };
}

/** 'revision 3, effective October 21, 2021' */
export function revisionInWords({
  number,
  effectiveOn,
}: Pick<ClassRevision, 'number' | 'effectiveOn'>): string {
  return `revision ${number}, effective ${inWords(effectiveOn)}`;
}

export const coarseNotice =
  'Some passages differ too much to be compared word by word. They stand here whole, before and after.';

/** The same, of one section alone; null where neither text has it. 'head' is title, code and series together. */
export function withinSection(texts: ComparedTexts, key: string): ComparedTexts | null {
  const found = joinHead(texts.redline.sections).find((section) => section.key === key);
  if (!found) return null;
  const isHead = (each: string) => each === 'title' || each === 'code' || each === 'series';
  const redline = redlineWithin(texts.redline, (section) =>
    key === 'head' ? isHead(section.key) : section.key === key,
  );
  return { ...texts, redline, section: { key, heading: found.heading } };
}

/** The names of the two columns of a list or of texts side by side. */
export function columnNames({ before, after }: ComparedTexts): { beforeName: string; afterName: string } {
  return { beforeName: before?.name ?? 'Before', afterName: after.name };
}
