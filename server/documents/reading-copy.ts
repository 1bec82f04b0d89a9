// Prints of a specification that are not official and say so: a draft, with its watermark, and a reading copy of a revision
// with where it stands today, in words. They are printed on request and kept nowhere; the official bytes stay what they are.
import type { HistoryEvent, PlanSettings, Specification } from '../../schemas/types.ts';
import type { Fact } from '../model/detail-facts.ts';
import { sha256 } from '../model/revision-chain.ts';
import type { PrintJob } from '../print/printer.ts';
import type { Views } from '../views.ts';
import { payFacts } from './official.ts';
import { officialText } from './official-text.ts';
import { jobOf, sheetOf } from './sheets.ts';

export interface ReadingCopy {
  readonly body: Specification;
  readonly history: readonly HistoryEvent[];
  /** 'Draft', 'Reading copy' */
  readonly instrument: string;
  /** What text this is: 'Revision 2, effective October 21, 2021', 'Draft of CN1960'. */
  readonly edition: string;
  /** What must be said before it is read. */
  readonly banner: string;
  readonly watermark: string | null;
  /** Bears the notice that the plan puts on its public documents. */
  readonly isPublic: boolean;
  /** An instant: when the text was recorded or saved. The print bears no other. */
  readonly at: string;
}

export function readingCopyJob(views: Views, copy: ReadingCopy, settings: PlanSettings): PrintJob {
  const { body, edition, instrument, banner, watermark } = copy;
  const name = body.code === null ? body.title : `${body.title} (${body.code})`;
  const documentTitle = `${name}, class specification, ${instrument.toLowerCase()}: ${edition}`;
  const head = [body.title, body.code].filter(Boolean).join(' · ');
  const recordLine = 'Not the official document.';
  const running = { head, foot: `${head} · ${instrument}: ${edition}`, recordLine, watermark };
  const sheet = sheetOf(settings, { running });
  const keyFacts: Fact[] = [{ label: 'Text', text: edition }, ...payFacts(body, settings)];
  const html = views.render('documents/specification', {
    ...sheet,
    ...(copy.isPublic ? {} : { publicNotice: null }),
    documentTitle,
    instrument: `Class Specification · ${instrument}`,
    text: officialText(body, copy.history, settings),
    keyFacts,
    banner,
  });
  return jobOf(settings, {
    html,
    title: documentTitle,
    subject: name,
    createdAt: new Date(copy.at),
    id: sha256(html),
    keywords: [body.code ?? '', body.title, instrument],
  });
}
