// The official PDF of a revision: printed once, stored under its hash, served for ever and never printed again.
import type {
  Anchor,
  CalendarDate,
  HistoryEvent,
  PlanSettings,
  Specification,
  Status,
} from '../../schemas/types.ts';
import { calendarDateAt, inWords } from '../model/calendar-date.ts';
import type { Fact } from '../model/detail-facts.ts';
import { meaningOf } from '../model/plan-settings.ts';
import { sha256 } from '../model/revision-chain.ts';
import { inPairs } from '../print/in-pairs.ts';
import type { PrintJob } from '../print/printer.ts';
import {
  keepOfficialDocument,
  officialDocument,
  type OfficialDocument,
  type PrintedOnce,
} from '../store/official-documents.ts';
import { planSettings } from '../store/plan.ts';
import { recordHead, type RecordedRevision, revisionsOf } from '../store/record.ts';
import { countUnprinted, unprintedRevisions } from '../store/classes.ts';
import type { Tools } from '../tools.ts';
import type { Views } from '../views.ts';
import { copyMark, recordMark } from './copy-mark.ts';
import { officialText } from './official-text.ts';
import { jobOf, type Running, sheetOf } from './sheets.ts';

type ClassRevision = RecordedRevision<'class'>;
export type OfficialTools = Pick<Tools, 'store' | 'printer' | 'views' | 'clock' | 'publicUrl'>;

/** A text to be printed: of a revision that is recorded, or of one that is about to be. */
export interface Printable {
  readonly classId: string;
  readonly number: number;
  readonly status: Status;
  readonly effectiveOn: CalendarDate;
  readonly action: string | null;
  readonly body: Specification;
  readonly history: readonly HistoryEvent[];
}

/** The stored PDF of a revision; where there is none yet it is printed now, and that print is the official one. */
export async function officialPdf(tools: OfficialTools, revision: ClassRevision): Promise<OfficialDocument> {
  const stored = await officialDocument(tools.store, revision.seq);
  if (stored) return stored;
  const history = historyTo(revision, await revisionsOf(tools.store, 'class', revision.subjectId));
  const printed = await printOfficial(tools, { ...revision, classId: revision.subjectId, history });
  await tools.store.transaction((transaction) => keepOfficialDocument(transaction, revision.seq, printed));
  const kept = await officialDocument(tools.store, revision.seq);
  if (!kept) throw new Error(`The official PDF of revision ${revision.seq} was not kept`);
  return kept;
}

/** Prints a text as it will be official, upon the record as it stands now. Nothing is stored. */
export async function printOfficial(tools: OfficialTools, text: Printable): Promise<PrintedOnce> {
  const settings = await planSettings(tools.store);
  if (!settings) throw new Error('A plan with revisions has no settings');
  const printedAt = tools.clock.now();
  const upon = { anchor: await recordHead(tools.store), printedAt, publicUrl: tools.publicUrl };
  const job = printJob(tools.views, text, settings, upon);
  const printed = await tools.printer.print(job);
  return { ...printed, ...upon, printedOn: calendarDateAt(printedAt, settings.timeZone) };
}

/** A plan may have tens of thousands of texts: so many of them are in memory. */
const heldAtOnce = 50;

/** Prints what the record has no PDF of yet, oldest first; `progress` is told after each one. */
export async function printMissing(
  tools: OfficialTools,
  progress: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<number> {
  const total = await countUnprinted(tools.store);
  let [done, after] = [0, 0];
  const print = async (revision: ClassRevision) => {
    await officialPdf(tools, revision);
    progress((done += 1), total);
  };
  for (;;) {
    const missing = await unprintedRevisions(tools.store, { after, limit: heldAtOnce });
    if (missing.length === 0) return done;
    await inPairs(missing, print, signal);
    after = missing.at(-1)?.seq ?? after;
  }
}

/** The events of a class up to and with `revision`: what its text says of its own history. */
export function historyTo(
  revision: { readonly number: number },
  revisions: readonly ClassRevision[],
): HistoryEvent[] {
  return revisions.filter(({ number }) => number <= revision.number).flatMap(({ events }) => events);
}

interface Upon {
  readonly anchor: Anchor;
  readonly printedAt: Date;
  /** The origin that its short address begins with; null where none is set. */
  readonly publicUrl: string | null;
  /** What stands below the foot of a print that is not the official one. */
  readonly unofficial?: string;
}

export function printJob(views: Views, text: Printable, settings: PlanSettings, upon: Upon): PrintJob {
  const { code, title } = text.body;
  const documentTitle = `${title} (${code}), class specification, revision ${text.number}`;
  const sheet = sheetOf(settings, { running: runningOf(text, settings, upon) });
  const job = jobOf(settings, {
    html: views.render('documents/specification', {
      ...sheet,
      documentTitle,
      instrument: 'Class Specification',
      copyMark: code === null ? null : copyMark({ ...text, code }, upon.anchor, upon.publicUrl),
      text: officialText(text.body, text.history, settings),
      keyFacts: keyFacts(text, settings),
      banner: text.status === 'abolished' ? abolition(text) : null,
    }),
    title: documentTitle,
    subject: `${title} (${code}), effective ${inWords(text.effectiveOn)}`,
    createdAt: upon.printedAt,
    id: sha256(`${text.classId} ${text.number} ${upon.printedAt.toISOString()} ${upon.anchor.hash}`),
    keywords: [code ?? '', title, `revision ${text.number}`, `effective ${text.effectiveOn}`],
  });
  return { ...job, isOfficial: true };
}

export function keyFacts(
  text: Pick<Printable, 'body' | 'effectiveOn' | 'number'>,
  settings: PlanSettings,
): Fact[] {
  return [
    { label: 'Effective date', text: inWords(text.effectiveOn) },
    { label: 'Revision', text: String(text.number) },
    ...payFacts(text.body, settings),
  ];
}

/** What every print of a specification names first besides its dates. */
export function payFacts({ sections }: Specification, { codes }: PlanSettings): Fact[] {
  const { payGrade, flsa } = sections.details ?? {};
  return [
    { label: 'Pay grade', text: payGrade ?? 'Not stated' },
    { label: 'FLSA status', text: flsa === undefined ? 'Not stated' : (meaningOf(codes.flsa, flsa) ?? flsa) },
  ];
}

function abolition(text: Printable): string {
  const by = text.action === null ? '' : ` by ${text.action}`;
  return `This class was abolished${by}, effective ${inWords(text.effectiveOn)}. This is its last text.`;
}

function runningOf(text: Printable, settings: PlanSettings, upon: Upon): Running {
  const { code, title } = text.body;
  const { printedAt, anchor, unofficial } = upon;
  const printedOn = calendarDateAt(printedAt, settings.timeZone);
  const official = `Printed ${inWords(printedOn)} upon the record ${recordMark(anchor)}`;
  return {
    head: `${title} · ${code}`,
    foot: `${code} · Revision ${text.number} · Effective ${inWords(text.effectiveOn)}`,
    recordLine: unofficial ?? official,
    watermark: null,
  };
}
