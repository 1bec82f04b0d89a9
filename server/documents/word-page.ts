// The page of a Word document: paper, margins, the masthead over the first page, the running head over the others, and the
// foot with the number of the page. Nothing here is text of the class, so nothing here is read back.
import {
  BorderStyle,
  Footer,
  Header,
  type ISectionPropertiesOptions,
  PageNumber,
  Paragraph,
  ShadingType,
  TabStopType,
  TextRun,
} from 'docx';
import type { OfficialText } from './official-text.ts';
import type { WordHead } from './word-document.ts';

/** In twentieths of a point. */
const papers = {
  letter: { width: 12_240, height: 15_840 },
  legal: { width: 12_240, height: 20_160 },
  a4: { width: 11_906, height: 16_838 },
} as const;
const side = 1300;
const navy = '162E51';

type Named = Pick<OfficialText, 'title' | 'code'>;

export interface WordPage {
  /** Of the text between the margins. */
  readonly width: number;
  readonly properties: ISectionPropertiesOptions;
  readonly headers: { readonly first: Header; readonly default: Header };
  readonly footers: { readonly first: Footer; readonly default: Footer };
}

export function pageOf(text: Named, head: WordHead): WordPage {
  const size = papers[head.settings.paper];
  const width = size.width - 2 * side;
  const margin = { top: 1150, bottom: 1150, left: side, right: side, header: 620, footer: 560 };
  const foot = () => new Footer({ children: [footOf(text, head, width)] });
  return {
    width,
    properties: { titlePage: true, page: { size, margin } },
    headers: { first: masthead(head, width), default: runningHead(text, head, width) },
    footers: { first: foot(), default: foot() },
  };
}

function masthead({ settings, edition, notice }: WordHead, width: number): Header {
  const { employer, office, publicNotice } = settings;
  const ends = [{ type: TabStopType.RIGHT, position: width }];
  const small = (words: string) => new TextRun({ text: words, size: 17, bold: true, color: navy });
  return new Header({
    children: [
      line([new TextRun({ text: employer, size: 25, bold: true, color: navy })], { spacing: { after: 0 } }),
      line([new TextRun({ text: office, size: 19 })], { spacing: { after: 60 } }),
      line(
        [
          new TextRun({ text: 'CLASS SPECIFICATION', size: 17, characterSpacing: 16 }),
          new TextRun({ text: `\t${edition}`, size: 17 }),
        ],
        {
          tabStops: ends,
          spacing: { after: notice === null && publicNotice === null ? 280 : 100 },
          border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: navy, space: 6 } },
        },
      ),
      ...(publicNotice === null
        ? []
        : [line([small(publicNotice)], { spacing: { before: 60, after: 120 } })]),
      ...(notice === null ? [] : [noticeOf(notice)]),
    ],
  });
}

function noticeOf(notice: string): Paragraph {
  return line([new TextRun({ text: notice, size: 20, bold: true, color: '1B1B1B' })], {
    spacing: { before: 100, after: 200 },
    shading: { type: ShadingType.CLEAR, fill: 'FAF3D1', color: 'auto' },
    border: { left: { style: BorderStyle.SINGLE, size: 24, color: 'C2850C', space: 8 } },
    indent: { left: 160 },
  });
}

function runningHead({ title, code }: Named, { edition }: WordHead, width: number): Header {
  return new Header({
    children: [
      line([new TextRun([title, code].filter(Boolean).join(' · ')), new TextRun(`\t${edition}`)], {
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        spacing: { after: 160 },
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: 'B9C2CF', space: 4 } },
      }),
    ],
  });
}

function footOf({ code }: Named, { settings }: WordHead, width: number): Paragraph {
  const words = [code, settings.employer, 'copy for editing, not the official document'];
  return line(
    [
      new TextRun(words.filter(Boolean).join(' · ')),
      new TextRun({ children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
    ],
    { tabStops: [{ type: TabStopType.RIGHT, position: width }] },
  );
}

function line(children: TextRun[], more: object): Paragraph {
  return new Paragraph({ style: 'furniture', children, ...more });
}
