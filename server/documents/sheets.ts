// The sheets that documents are printed on: paper, fonts and style, and what runs over every page at its head and foot.
import { readFileSync } from 'node:fs';
import type { PlanSettings } from '../../schemas/types.ts';
import { fontFaces } from '../print/fonts.ts';
import type { PrintJob } from '../print/printer.ts';
import type { DocumentProperties } from '../print/xmp.ts';
import type { Views } from '../views.ts';
import type { CopyMark } from './copy-mark.ts';

const furnitureStyle = styleSheet('furniture.css');

const papers = {
  letter: ['8.5in', '11in'],
  legal: ['8.5in', '14in'],
  a4: ['210mm', '297mm'],
} as const;

/** The margin at both sides. */
const sides = { portrait: '0.9in', landscape: '0.6in' } as const;

export type Orientation = keyof typeof sides;

/** What runs over the pages: no reader is told it. The first page has a masthead of its own and no head. */
export interface Running {
  readonly head: string;
  readonly foot: string;
  /** The small line below the foot. */
  readonly recordLine: string;
  /** What the page is counted in: 'CN1746 · page 7 of 58'; absent where the foot names it. */
  readonly counted?: string;
  /** Large and pale over every page: 'DRAFT'; null on what is official. */
  readonly watermark: string | null;
}

/** A style of templates/documents/, as it goes into a document. */
export function styleSheet(name: string): string {
  return readFileSync(new URL(`../../templates/documents/${name}`, import.meta.url), 'utf8');
}

/** What every template of a document asks for. */
export function sheetOf(settings: PlanSettings, orientation: Orientation = 'portrait') {
  const [short, long] = papers[settings.paper];
  const [width, height] = orientation === 'portrait' ? [short, long] : [long, short];
  const { language, employer, office, publicNotice, seal } = settings;
  return {
    language,
    employer,
    office,
    publicNotice,
    /** Official PDFs alone have one. */
    copyMark: null as CopyMark | null,
    seal: seal && {
      source: `data:${seal.mediaType};base64,${seal.base64}`,
      alternative: seal.alternative,
    },
    fontFaces: fontFaces(),
    pageRule: `@page{size:${width} ${height}}:root{--paper-height:${height};--side:${sides[orientation]}}`,
    printStyle: styleSheet('print.css'),
  };
}

/** A document of the plan's employer with what runs over its pages, as it goes to the printer. */
export function jobOf(
  views: Views,
  settings: PlanSettings,
  { sheet, running, html, ...about }: JobParts,
): PrintJob {
  return {
    html,
    furniture: (pages) => furnitureOf(views, sheet, running, pages),
    properties: { ...about, author: settings.employer, language: settings.language },
  };
}

interface JobParts extends Omit<DocumentProperties, 'author' | 'language'> {
  readonly sheet: ReturnType<typeof sheetOf>;
  readonly running: Running;
  readonly html: string;
}

/** One page's own part of what runs over the pages. */
export interface RunningSheet {
  readonly number: number;
  /** Null on a page that has none. */
  readonly head: string | null;
  /** A page over which nothing runs. */
  readonly isBare: boolean;
}

/** The running heads and feet of so many pages, to be drawn over a document of the same sheets. */
function furnitureOf(
  views: Views,
  sheet: ReturnType<typeof sheetOf>,
  { head, ...running }: Running,
  pages: number,
): string {
  const sheets = Array.from({ length: pages }, (_, index) => ({
    number: index + 1,
    head: index > 0 ? head : null,
    isBare: false,
  }));
  return drawnOver(views, sheet, { ...running, total: pages, sheets });
}

/** The running heads and feet of pages that each have a head and a number of its own. */
export function drawnOver(
  views: Views,
  sheet: ReturnType<typeof sheetOf>,
  running: Omit<Running, 'head'> & { total: number; sheets: readonly RunningSheet[] },
): string {
  const { language, employer, fontFaces: fonts, pageRule } = sheet;
  return views.render('documents/furniture', {
    ...{ language, employer, fontFaces: fonts, pageRule, furnitureStyle },
    ...{ counted: null, ...running },
  });
}
