// The official PDF of a revision: printed once, stored under its hash, served for ever and never printed again.
import { readFileSync } from 'node:fs';
import type { HistoryEvent, PlanSettings } from '../../schemas/types.ts';
import { calendarDateAt, inWords } from '../model/calendar-date.ts';
import { meaningOf } from '../model/plan-settings.ts';
import { fontFaces } from '../print/fonts.ts';
import type { PrintJob } from '../print/printer.ts';
import {
  keepOfficialDocument,
  officialDocument,
  type OfficialDocument,
} from '../store/official-documents.ts';
import { planSettings } from '../store/plan.ts';
import { type RecordedRevision, revisionsOf } from '../store/record.ts';
import { unprintedRevisions } from '../store/classes.ts';
import type { Tools } from '../tools.ts';
import type { Views } from '../views.ts';
import { type Fact, officialText } from './official-text.ts';

type ClassRevision = RecordedRevision<'class'>;
type OfficialTools = Pick<Tools, 'store' | 'printer' | 'views' | 'clock'>;

const style = (name: string) =>
  readFileSync(new URL(`../../templates/documents/${name}`, import.meta.url), 'utf8');
const printStyle = style('print.css');
const furnitureStyle = style('furniture.css');

const papers = {
  letter: { size: '8.5in 11in', height: '11in' },
  legal: { size: '8.5in 14in', height: '14in' },
  a4: { size: '210mm 297mm', height: '297mm' },
} as const;

/** The stored PDF of a revision; where there is none yet it is printed now, and that print is the official one. */
export async function officialPdf(tools: OfficialTools, revision: ClassRevision): Promise<OfficialDocument> {
  const stored = await officialDocument(tools.store, revision.seq);
  if (stored) return stored;
  const settings = await planSettings(tools.store);
  if (!settings) throw new Error('A plan with revisions has no settings');
  const history = historyTo(revision, await revisionsOf(tools.store, 'class', revision.subjectId));
  const printed = await tools.printer.print(printJob(tools.views, revision, history, settings));
  await keepOfficialDocument(tools.store, {
    ...printed,
    revisionSeq: revision.seq,
    printedAt: tools.clock.now().toISOString(),
  });
  const kept = await officialDocument(tools.store, revision.seq);
  if (!kept) throw new Error(`The official PDF of revision ${revision.seq} was not kept`);
  return kept;
}

/** Prints what the record has no PDF of yet, oldest first; `progress` is told after each one. */
export async function printMissing(
  tools: OfficialTools,
  progress: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<number> {
  const missing = await unprintedRevisions(tools.store);
  let done = 0;
  let next = 0;
  const work = async () => {
    for (let revision = missing[next++]; revision && !signal?.aborted; revision = missing[next++]) {
      await officialPdf(tools, revision);
      done += 1;
      progress(done, missing.length);
    }
  };
  await Promise.all([work(), work()]);
  return done;
}

/** The events of a class up to and with `revision`: what its text says of its own history. */
export function historyTo(
  revision: { readonly number: number },
  revisions: readonly ClassRevision[],
): HistoryEvent[] {
  return revisions.filter(({ number }) => number <= revision.number).flatMap(({ events }) => events);
}

export function printJob(
  views: Views,
  revision: ClassRevision,
  history: readonly HistoryEvent[],
  settings: PlanSettings,
): PrintJob {
  const { code, title } = revision.body;
  const page = pageOf(settings);
  const documentTitle = `${title} (${code}), class specification, revision ${revision.number}`;
  return {
    html: views.render('documents/specification', {
      ...page,
      documentTitle,
      printStyle,
      office: settings.office,
      publicNotice: settings.publicNotice,
      seal: settings.seal && { source: sealSource(settings.seal), alternative: settings.seal.alternative },
      text: officialText(revision.body, history, settings),
      keyFacts: keyFacts(revision, settings),
      abolished: revision.status === 'abolished' ? abolition(revision) : null,
    }),
    furniture: (pages) => furniture(views, revision, settings, pages),
    properties: {
      title: documentTitle,
      author: settings.employer,
      subject: `${title} (${code}), effective ${inWords(revision.effectiveOn)}`,
      language: settings.language,
      createdAt: new Date(revision.recordedAt),
      id: revision.hash,
      keywords: [
        code ?? '',
        title,
        `revision ${revision.number}`,
        `effective ${revision.effectiveOn}`,
        revision.hash,
      ],
    },
  };
}

function pageOf(settings: PlanSettings) {
  const paper = papers[settings.paper];
  return {
    language: settings.language,
    employer: settings.employer,
    fontFaces: fontFaces(),
    pageRule: `@page{size:${paper.size}}:root{--paper-height:${paper.height}}`,
  };
}

function sealSource(seal: NonNullable<PlanSettings['seal']>): string {
  return `data:${seal.mediaType};base64,${seal.base64}`;
}

function keyFacts(revision: ClassRevision, { codes }: PlanSettings): Fact[] {
  const { payGrade, flsa } = revision.body.sections.details ?? {};
  return [
    { label: 'Effective date', text: inWords(revision.effectiveOn) },
    { label: 'Revision', text: String(revision.number) },
    { label: 'Pay grade', text: payGrade ?? 'Not stated' },
    { label: 'FLSA status', text: flsa === undefined ? 'Not stated' : (meaningOf(codes.flsa, flsa) ?? flsa) },
  ];
}

function abolition(revision: ClassRevision): string {
  const by = revision.action === null ? '' : ` by ${revision.action}`;
  return `This class was abolished${by}, effective ${inWords(revision.effectiveOn)}. This is its last text.`;
}

function furniture(views: Views, revision: ClassRevision, settings: PlanSettings, pages: number): string {
  const { code, title } = revision.body;
  return views.render('documents/furniture', {
    ...pageOf(settings),
    furnitureStyle,
    head: `${title} · ${code}`,
    foot: `${code} · Revision ${revision.number} · Effective ${inWords(revision.effectiveOn)}`,
    recordLine: `Recorded ${calendarDateAt(new Date(revision.recordedAt), settings.timeZone)} as entry ${revision.seq} of the record, ${revision.hash.slice(0, 16)}`,
    total: pages,
    sheets: Array.from({ length: pages }, (_, index) => ({ number: index + 1, head: index > 0 })),
  });
}
