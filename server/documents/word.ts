// The official text as a Word document, to be edited and brought back: real headings, lists and a table, each paragraph in a
// style that says what it is. What is not text of the class stands in the header and footer of the page. The same text
// gives the same bytes.
import {
  AlignmentType,
  BookmarkEnd,
  BookmarkStart,
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { PlanSettings } from '../../schemas/types.ts';
import { factColumns, type WordStyle } from '../model/word-styles.ts';
import type { DetailFact } from '../model/detail-facts.ts';
import { sections } from '../model/sections.ts';
import {
  anchorOf,
  type BlockGroup,
  type ListEntry,
  type OfficialSection,
  type OfficialText,
} from './official-text.ts';
import { coreProperties, pinned } from './word-bytes.ts';
import { pageOf } from './word-page.ts';
import { lists, styles } from './word-styles.ts';

export interface WordHead {
  readonly settings: PlanSettings;
  /** What text this is: 'Revision 4, effective July 1, 2024', or 'DRAFT'. */
  readonly edition: string;
  /** What must be said of this text before it is read; null where nothing must. */
  readonly notice: string | null;
  /** When the text was recorded or saved: the document's own date. */
  readonly at: string;
}

export async function wordFile(text: OfficialText, head: WordHead): Promise<Uint8Array> {
  const { settings, at } = head;
  const title = `${text.title} (${text.code || 'no code yet'}), class specification`;
  const page = pageOf(text, head);
  const document = new Document({
    title,
    creator: settings.employer,
    styles: styles(settings.language),
    numbering: { config: lists },
    sections: [
      {
        ...page,
        children: [titleOf(text), ...text.sections.flatMap((each, at) => contents(each, at + 1, page.width))],
      },
    ],
  });
  const core = coreProperties({ title, author: settings.employer, language: settings.language, at });
  return pinned(await Packer.pack(document, 'uint8array', undefined, [core]));
}

/** Title and code on one line, as the import reads them. */
function titleOf({ title, code }: OfficialText): Paragraph {
  const ending = [new TextRun({ text: ' - ', bold: false }), new TextRun({ text: code, style: 'code' })];
  return styled('title', [new TextRun(written(title)), ...(code === '' ? [] : ending)]);
}

function contents(section: OfficialSection, number: number, width: number): (Paragraph | Table)[] {
  return [
    headingOf(section, number),
    ...(section.none === null ? [] : [styled('none', [new TextRun(written(section.none))])]),
    ...section.groups.flatMap(groupOf),
    ...(section.facts.length > 0 ? [factsTable(section.facts, width)] : []),
  ];
}

/**
 * The bookmark keeps the section's name through editing, whatever the plan or a writer calls it. The library's own Bookmark
 * counts on through the whole process, and would make each document another; its types know no other.
 */
function headingOf({ anchor, heading }: OfficialSection, number: number): Paragraph {
  const key = sections.find((each) => anchorOf(each.key) === anchor)?.key ?? `additional_${number}`;
  const children = [
    new BookmarkStart(`section_${key}`, number),
    new TextRun(written(heading)),
    new BookmarkEnd(number),
  ];
  return new Paragraph({ heading: HeadingLevel.HEADING_2, children: children as TextRun[] });
}

function groupOf({ list, terms, paragraph, clause }: BlockGroup): Paragraph[] {
  if (list) return list.flatMap((each) => [itemOf(each, 0), ...each.items.map((item) => itemOf(item, 1))]);
  if (terms)
    return terms.map(({ term, text }) =>
      styled('term', [new TextRun({ text: written(term), bold: true }), new TextRun(written(`: ${text}`))]),
    );
  const style = clause ? 'clause' : 'paragraph';
  return [styled(style, [new TextRun(written((clause ?? paragraph)?.text ?? ''))])];
}

function itemOf({ text, share }: ListEntry, level: 0 | 1): Paragraph {
  const runs = [new TextRun(written(text)), ...(share === null ? [] : [new TextRun(` (${share})`)])];
  return styled('item', runs, { numbering: { reference: 'entries', level } });
}

function styled(style: WordStyle, children: TextRun[], more: object = {}): Paragraph {
  return new Paragraph({ style, children, ...more });
}

const rule = { style: BorderStyle.SINGLE, size: 4, color: 'B9C2CF' };
const nothing = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** Label and text as the record has them, and what a code means in the plan's words. */
function factsTable(facts: readonly DetailFact[], width: number): Table {
  const widths = [0.23, 0.37, 0.4].map((share) => Math.round(width * share));
  const rows = facts.map(({ label, text, recorded }) => {
    const meaning = [...(label === recorded.label ? [] : [label]), ...(text === recorded.text ? [] : [text])];
    return row([recorded.label, recorded.text, meaning.join(': ')], widths, 'fact');
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: rule,
      bottom: rule,
      insideHorizontal: rule,
      insideVertical: nothing,
      left: nothing,
      right: nothing,
    },
    rows: [row(factColumns, widths, 'head'), ...rows],
  });
}

function row(cells: readonly string[], widths: readonly number[], kind: 'head' | 'fact'): TableRow {
  const isHead = kind === 'head';
  return new TableRow({
    ...(isHead && { tableHeader: true }),
    cantSplit: !cells.some((text) => text.length > 400),
    children: cells.map(
      (text, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          margins: { top: 50, bottom: 50, left: index === 0 ? 0 : 100, right: 100 },
          ...(isHead && { shading: { type: ShadingType.CLEAR, fill: 'EEF2F7', color: 'auto' } }),
          children: [
            new Paragraph({
              style: 'fact',
              alignment: AlignmentType.LEFT,
              children: [new TextRun({ text: written(text), bold: isHead || index === 0 })],
            }),
          ],
        }),
    ),
  });
}

/** XML has no place for these characters; where one stands, a mark shows it. */
function written(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
}
