// The classification notice of an action as a PDF: what changes, when, by what authority, and how to comment. It is printed
// when somebody asks; the same action at the same step gives the same bytes.
import type { CalendarDate, PlanSettings } from '../../schemas/types.ts';
import type { PrintJob } from '../print/printer.ts';
import type { Tools } from '../tools.ts';
import type { Views } from '../views.ts';
import { standingInWords, watermarkOf } from './action-dates.ts';
import type { ActionPaper } from './action-paper.ts';
import { fromToTable, type FromToTable, wordingOf } from './from-to.ts';
import { type Employer, noticeView } from './notice-view.ts';
import { type LatelyPrinted, printedLately, printKey } from './printed-lately.ts';
import { jobOf, sheetOf, styleSheet } from './sheets.ts';

type PrintTools = Pick<Tools, 'store' | 'printer' | 'views' | 'publicUrl'>;

export async function noticePdf(
  { store, printer, views, publicUrl }: PrintTools,
  paper: ActionPaper,
  { settings, today }: Today,
): Promise<LatelyPrinted> {
  const table = await fromToTable(store, paper, await wordingOf(store, paper, settings));
  const of = { paper, table, employer: { settings, publicUrl }, on: dateOf(paper, today) };
  const key = printKey('notice', of);
  return printedLately({ printer }, key, () => noticeJob(views, of, key));
}

interface Today {
  readonly settings: PlanSettings;
  readonly today: CalendarDate;
}

interface NoticeOf {
  readonly paper: ActionPaper;
  readonly table: FromToTable;
  readonly employer: Employer;
  readonly on: CalendarDate;
}

export function noticeJob(views: Views, { paper, table, employer, on }: NoticeOf, id: string): PrintJob {
  const { settings } = employer;
  const { number, title } = paper;
  const notice = noticeView(paper, table, employer);
  const running = {
    head: `${title} · ${number}`,
    foot: 'Classification notice',
    counted: number,
    watermark: notice.isDraft ? watermarkOf(paper) : null,
    recordLine: standingInWords(paper),
  };
  const sheet = sheetOf(settings, { running });
  const documentTitle = `Classification notice ${number}: ${title}`;
  return jobOf(settings, {
    html: views.render('documents/notice', {
      ...sheet,
      publicNotice: notice.isDraft ? null : sheet.publicNotice,
      printStyle: sheet.printStyle + styleSheet('action.css'),
      documentTitle,
      instrument: 'Classification Notice',
      ...{ number, title },
      notice,
    }),
    title: documentTitle,
    subject: standingInWords(paper),
    createdAt: new Date(`${on}T00:00:00Z`),
    id,
    keywords: [number, 'classification notice'],
  });
}

/** What a document about the action is dated by: its latest step that has a date; of a draft, the day of its print. */
export function dateOf({ ratifiedOn, decidedOn, postedOn }: ActionPaper, today: CalendarDate): CalendarDate {
  return ratifiedOn ?? decidedOn ?? postedOn ?? today;
}
