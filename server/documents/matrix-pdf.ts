// The matrix on paper: landscape, the facts first, then what each level adds, then section by section with the names of
// the levels repeated on every page.
import type { CalendarDate, PlanSettings } from '../../schemas/types.ts';
import { inWords } from '../model/calendar-date.ts';
import { sha256 } from '../model/revision-chain.ts';
import type { PrintJob } from '../print/printer.ts';
import type { Views } from '../views.ts';
import type { MatrixShow, MatrixView } from './matrix-view.ts';
import { jobOf, sheetOf, styleSheet } from './sheets.ts';

const matrixStyle = styleSheet('matrix.css');

interface MatrixOf {
  readonly settings: PlanSettings;
  /** What is compared: 'Levels of the IT Management series'. */
  readonly title: string;
  readonly on: CalendarDate;
  readonly show: MatrixShow;
}

/** The same matrix makes the same document: it bears its own date, not that of the print. */
export function matrixJob(views: Views, view: MatrixView, { settings, title, on, show }: MatrixOf): PrintJob {
  const documentTitle = `${title}, compared as in force on ${inWords(on)}`;
  const running = {
    head: title,
    foot: documentTitle,
    watermark: null,
    recordLine: 'A comparison for reading. The texts themselves are the official specifications.',
  };
  const sheet = sheetOf(settings, { orientation: 'landscape', running });
  const part = show === 'all' ? 'Everything is shown.' : 'What is the same in every column is left out.';
  const html = views.render('documents/matrix', {
    ...sheet,
    printStyle: sheet.printStyle + matrixStyle,
    documentTitle,
    instrument: 'Comparison of classes',
    title,
    standing: `As in force on ${inWords(on)}. ${part}`,
    matrix: view,
    isWide: view.heads.length > 5,
  });
  return jobOf(settings, {
    html,
    title: documentTitle,
    subject: title,
    createdAt: new Date(`${on}T00:00:00Z`),
    id: sha256(html),
    keywords: view.heads.map(({ code, title: name }) => code ?? name),
  });
}
