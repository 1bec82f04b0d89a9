// The sheets that documents are printed on: paper, fonts and style, and what runs over every page at its head and foot.
import { readFileSync } from 'node:fs';
import type { PlanSettings } from '../../schemas/types.ts';
import { fontFaces } from '../print/fonts.ts';
import type { PrintJob } from '../print/printer.ts';
import type { DocumentProperties } from '../print/xmp.ts';
import type { Views } from '../views.ts';
import type { CopyMark } from './copy-mark.ts';

const furnitureStyle = styleSheet('furniture.css');
const runningRules = styleSheet('running.css');

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
  /** Large and pale under the text of every page: 'DRAFT'; null on what is official. */
  readonly watermark: string | null;
}

/** A style of templates/documents/, as it goes into a document. */
export function styleSheet(name: string): string {
  return readFileSync(new URL(`../../templates/documents/${name}`, import.meta.url), 'utf8');
}

export interface SheetOptions {
  readonly orientation?: Orientation;
  /** Absent where something else is drawn over the pages later. */
  readonly running?: Running;
}

/** What every template of a document asks for. */
export function sheetOf(settings: PlanSettings, { orientation = 'portrait', running }: SheetOptions = {}) {
  const [short, long] = papers[settings.paper];
  const [width, height] = orientation === 'portrait' ? [short, long] : [long, short];
  const { language, employer, office, publicNotice, seal } = settings;
  const size = `--paper-width:${width};--paper-height:${height};--side:${sides[orientation]}`;
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
    pageRule: `@page{size:${width} ${height}}:root{${size}}`,
    runningStyle: running ? runningStyle(running, employer) : '',
    printStyle: styleSheet('print.css'),
  };
}

/** The words of the running heads and feet as properties, which the margin boxes of running.css show. */
function runningStyle({ head, foot, recordLine, counted, watermark }: Running, employer: string): string {
  const properties: readonly (readonly [name: string, value: string])[] = [
    ['head', cssString(head)],
    ['employer', cssString(employer)],
    ['foot', cssString(foot)],
    ['record', cssString(recordLine)],
    ['counted', cssString(counted === undefined ? 'Page ' : `${counted} · page `)],
    ...(watermark === null
      ? []
      : ([
          ['watermark', cssString(watermark)],
          ['watermark-size', watermark.length > 8 ? '58pt' : '104pt'],
        ] as const)),
  ];
  return `:root{${properties.map(([name, value]) => `--running-${name}:${value}`).join(';')}}${runningRules}`;
}

/** Every character that could end a string, a rule or the style element stands as its number. */
function cssString(text: string): string {
  const safe = text.replace(/[^\p{L}\p{N} .,·:]/gu, (each) => `\\${each.codePointAt(0)?.toString(16)} `);
  return `"${safe}"`;
}

/** A document of the plan's employer, as it goes to the printer. */
export function jobOf(settings: PlanSettings, { html, ...about }: JobParts): PrintJob {
  return { html, properties: { ...about, author: settings.employer, language: settings.language } };
}

interface JobParts extends Omit<DocumentProperties, 'author' | 'language'> {
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

/** The running heads and feet of pages that each have a head and a number of its own. */
export function drawnOver(
  views: Views,
  sheet: ReturnType<typeof sheetOf>,
  running: Pick<Running, 'foot' | 'recordLine'> & { total: number; sheets: readonly RunningSheet[] },
): string {
  const { language, employer, fontFaces: fonts, pageRule } = sheet;
  return views.render('documents/furniture', {
    ...{ language, employer, fontFaces: fonts, pageRule, furnitureStyle },
    ...running,
  });
}
