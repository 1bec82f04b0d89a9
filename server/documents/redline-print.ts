// The redline as a PDF: what is compared, how to read it, the list of changes first and then the marked text. It is printed
// when somebody asks and is no part of the record; the same redline gives the same bytes.
import type { PlanSettings } from '../../schemas/types.ts';
import type { Fact } from '../model/detail-facts.ts';
import type { PrintJob } from '../print/printer.ts';
import type { Tools } from '../tools.ts';
import type { Views } from '../views.ts';
import { columnNames, type ComparedText, type ComparedTexts } from './compared-texts.ts';
import { listOfChanges } from './list-of-changes.ts';
import { type LatelyPrinted, printedLately, printKey } from './printed-lately.ts';
import { draftNotice, sectionSummary } from './redline-head.ts';
import { redlineView } from './redline-view.ts';
import { jobOf, type Running, sheetOf, styleSheet } from './sheets.ts';

const redlineStyle = styleSheet('redline.css');

type PrintTools = Pick<Tools, 'printer' | 'views'>;

export function redlinePdf(
  { printer, views }: PrintTools,
  texts: ComparedTexts,
  settings: PlanSettings,
): Promise<LatelyPrinted> {
  const key = printKey('redline', texts, settings);
  return printedLately({ printer }, key, () => redlineJob(views, texts, settings, key));
}

export function redlineJob(views: Views, texts: ComparedTexts, settings: PlanSettings, id: string): PrintJob {
  const sheet = sheetOf(settings, { running: runningOf(texts) });
  const documentTitle = titleOf(texts);
  const { title, code, compared, notices, redline } = texts;
  const { parts } = redlineView(redline, 'shown');
  return jobOf(settings, {
    html: views.render('documents/redline', {
      ...sheet,
      ...{ printStyle: sheet.printStyle + redlineStyle, documentTitle, title, code, compared, notices },
      instrument: texts.draftOf === null ? 'Redline' : 'Redline of a draft',
      drafts: draftNotice(texts),
      publicNotice: texts.draftOf === null ? sheet.publicNotice : null,
      keyFacts: keyFacts(texts),
      changes: listOfChanges(redline, ''),
      ...columnNames(texts),
      sections: parts.map(({ section }) => section),
    }),
    title: documentTitle,
    subject: compared,
    createdAt: new Date(latest(texts)),
    id,
    keywords: [...(code === null ? [] : [code]), 'redline'],
  });
}

function titleOf({ title, code, before, after, section }: ComparedTexts): string {
  const sides = `${before?.name ?? 'nothing'} to ${after.name}`;
  const part = section ? `, ${section.heading}` : '';
  return `Redline of ${title}${code === null ? '' : ` (${code})`}, ${sides}${part}`;
}

function keyFacts(texts: ComparedTexts): Fact[] {
  const { beforeName, afterName } = columnNames(texts);
  return [
    { label: 'Before', text: texts.before ? beforeName : 'No text' },
    { label: 'After', text: afterName },
    { label: texts.section ? 'Changes in this section' : 'Changes', text: sectionSummary(texts) },
  ];
}

/** The file is dated by what it is made of, so that it is the same whenever it is printed. */
function latest({ before, after }: ComparedTexts): string {
  const at = (text: ComparedText | null) => text?.at ?? '';
  return [at(before), at(after)].sort().at(-1) ?? after.at;
}

function runningOf(texts: ComparedTexts): Running {
  const { title, code, before, after, draftOf } = texts;
  const name = code === null ? title : `${title} · ${code}`;
  return {
    head: draftOf === null ? name : `DRAFT · ${name}`,
    foot: `${draftOf === null ? '' : 'DRAFT · '}Redline · ${before?.name ?? 'Nothing'} to ${after.name}`,
    recordLine:
      draftOf === null
        ? 'This is no official text. The official PDF of each revision is kept under its own address.'
        : `A draft in ${draftOf}: nothing here is in force before the action is adopted.`,
    watermark: draftOf === null ? null : 'DRAFT',
  };
}
