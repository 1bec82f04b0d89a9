// The official text as a Word document, to be edited and brought back: real headings, lists and a table, each paragraph in a
// style that says what it is. What is not text of the class stands in the header and footer of the page. The same text
// gives the same bytes.
import { HeadingLevel, Paragraph, type Table, TextRun } from 'docx';
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
import { bookmarked, wordBytes, type WordHead } from './word-document.ts';
import { pageOf } from './word-page.ts';
import { factCells, factsTable, isLong } from './word-table.ts';
import { written } from './word-text.ts';

export async function wordFile(text: OfficialText, head: WordHead): Promise<Uint8Array> {
  const page = pageOf(text, head);
  const sections = text.sections.flatMap((each, at) => contents(each, at + 1, page.width));
  return wordBytes({ text, head, page, children: [titleOf(text), ...sections] });
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
    ...(section.facts.length > 0 ? [tableOf(section.facts, width)] : []),
  ];
}

function headingOf({ anchor, heading }: OfficialSection, number: number): Paragraph {
  const key = sections.find((each) => anchorOf(each.key) === anchor)?.key ?? `additional_${number}`;
  const children = bookmarked({ key, number }, [new TextRun(written(heading))]);
  return new Paragraph({ heading: HeadingLevel.HEADING_2, children });
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

function tableOf(facts: readonly DetailFact[], width: number): Table {
  const rows = [factColumns, ...facts.map(factCells)].map((cells, row) => ({
    cells: cells.map((text, column) => [
      new TextRun({ text: written(text), bold: row === 0 || column === 0 }),
    ]),
    isLong: isLong(cells),
    whole: () => ({}),
  }));
  return factsTable(rows, width);
}
