// The plan between two dates as a table for a spreadsheet: a row for each class and text that differs, or for each revision
// where the list is by action.
import { stringify } from 'csv-stringify/sync';
import type { ChangedClass, ChangedText, Narrowing, PlanChanges, PlanSettings } from '../../schemas/types.ts';
import { isOfKind, netKinds } from '../model/plan-changes.ts';
import { changedWords, sectionsInWords, subjectWords } from './plan-changes-words.ts';

export const groupings = ['class', 'action', 'kind'] as const;
export type Grouping = (typeof groupings)[number];

type Row = Readonly<Record<string, string | number | null>>;

/** A table (RFC 4180) with the mark by which spreadsheets know UTF-8. Every cell is quoted, and none is taken for a formula. */
export function changesAsCsv(plan: PlanChanges, by: Grouping, settings: PlanSettings): string {
  const columns = by === 'action' ? revisionColumns : differenceColumns;
  const rows =
    by === 'action'
      ? revisionRows(plan)
      : by === 'kind'
        ? kindRows(plan, settings)
        : differenceRows(plan, settings);
  return stringify(rows, {
    ...{ header: true, bom: true, escape_formulas: true, quoted: true, record_delimiter: 'windows' },
    columns: columns.map((name) => ({ key: name, header: name })),
  });
}

const differenceColumns = [
  'Listed under',
  'Subject',
  'Code',
  'Title',
  'What changed',
  'Sections amended',
  'Code before',
  'Code after',
  'Title before',
  'Title after',
  'Pay grade before',
  'Pay grade after',
  'Series before',
  'Level before',
  'Series after',
  'Level after',
  'Revisions',
  'Changes in the redline',
  'Address',
  'Redline',
];

function differenceRows({ classes, texts }: PlanChanges, settings: PlanSettings): Row[] {
  return [...classes.map((each) => classRow(each, 'Class', settings)), ...texts.map(textRow)];
}

/** A class that differs in several ways stands under each of them, as on the page. */
function kindRows(plan: PlanChanges, settings: PlanSettings): Row[] {
  const kinds = kindsListed(plan.kind);
  const under = (kind: Narrowing) => plan.classes.filter((each) => isOfKind(each, kind));
  const rows = kinds.flatMap((kind) =>
    under(kind).map((each) => classRow(each, changedWords[kind], settings)),
  );
  return [...rows, ...plan.texts.map(textRow)];
}

/** The kinds under which classes are listed; the one alone to which the list is narrowed. */
export function kindsListed(narrowing: Narrowing | null): readonly Narrowing[] {
  const all = [...netKinds, 'none'] as const;
  return all.filter((kind) => narrowing === null || kind === narrowing);
}

function classRow({ before, after, ...changed }: ChangedClass, group: string, settings: PlanSettings): Row {
  const kinds = changed.kinds.length === 0 ? (['none'] as const) : changed.kinds;
  return {
    'Listed under': group,
    Subject: subjectWords.class,
    Code: changed.code,
    Title: changed.title,
    'What changed': kinds.map((kind) => changedWords[kind]).join(', '),
    'Sections amended': sectionsInWords(changed.amended, settings),
    'Code before': before?.code ?? null,
    'Code after': after?.code ?? null,
    'Title before': before?.title ?? null,
    'Title after': after?.title ?? null,
    'Pay grade before': before?.payGrade ?? null,
    'Pay grade after': after?.payGrade ?? null,
    'Series before': before?.series?.id ?? null,
    'Level before': before?.series?.level ?? null,
    'Series after': after?.series?.id ?? null,
    'Level after': after?.series?.level ?? null,
    Revisions: changed.revisions.join(', '),
    'Changes in the redline': changed.redline?.changes ?? null,
    Address: changed.href,
    Redline: changed.redline?.href ?? null,
  };
}

function textRow({ subject, title, what, revisions, href }: ChangedText): Row {
  return {
    'Listed under': subjectWords[subject],
    Subject: subjectWords[subject],
    Title: title,
    'What changed': what.join('; '),
    Revisions: revisions.join(', '),
    Address: href,
  };
}

const revisionColumns = [
  'Action',
  'Action title',
  'Decided on',
  'Subject',
  'Code',
  'Title',
  'Revision',
  'What changed',
  'Effective on',
  'Applies',
  'Address',
  'Redline',
];

function revisionRows({ actions }: PlanChanges): Row[] {
  return actions.flatMap(({ number, title, decidedOn, revisions }) =>
    revisions.map((made) => ({
      Action: number,
      'Action title': title,
      'Decided on': decidedOn,
      Subject: subjectWords[made.subject],
      Code: made.code,
      Title: made.title,
      Revision: made.number,
      'What changed': [...made.kinds.map((kind) => changedWords[kind]), ...made.what].join('; '),
      'Effective on': made.effectiveOn,
      Applies: made.isReplaced ? 'no, replaced from the same day' : 'yes',
      Address: made.href,
      Redline: made.redline,
    })),
  );
}
