// The form of a comparison and the columns of its answer as data for their templates.
import type { NeighbourText, Specification } from '../../../schemas/types.ts';
import type { ComparedClass } from '../../documents/compared-classes.ts';
import { inWords } from '../../model/calendar-date.ts';
import type { Issue } from '../../model/issue.ts';
import { field, summaryOf } from '../field.ts';
import type { Typed } from '../form.ts';
import { mostClasses, mostFiles } from './compare-asked.ts';
import type { NotRead } from './compare-texts.ts';

export interface FormShown {
  readonly typed: Typed;
  readonly issues: readonly Issue[];
  /** What was read already, and need not be sent once more. */
  readonly texts: readonly NeighbourText[];
}

export function compareForm({ typed, issues, texts }: FormShown) {
  const classes = field(
    {
      name: 'classes',
      label: 'Classes of our plan (optional)',
      type: 'text',
      hint: `Up to ${mostClasses} codes with spaces or commas between them, such as CI2788, CI2787.`,
    },
    typed,
    issues,
  );
  const on = field(
    { name: 'on', label: 'As in force on (optional)', type: 'date', hint: 'Empty means today.' },
    typed,
    issues,
  );
  const fileIssues = issues.filter((each) => each.field === 'file').map(({ message }) => message);
  return {
    classes,
    on,
    fileIssues: fileIssues.length > 0 ? fileIssues : null,
    mostFiles,
    texts:
      texts.length > 0
        ? texts.map((text, index) => ({
            id: `text-${index}`,
            title: text.body.title,
            file: text.file,
            held: JSON.stringify(text),
          }))
        : null,
    problems: summaryOf(issues),
  };
}

/** 'IT Manager Senior beside 2 other texts'; where no class of ours stands with them, the texts alone. */
export function comparedHead(classes: readonly ComparedClass[], texts: readonly NeighbourText[], on: string) {
  const one = (all: readonly { readonly body: Specification }[]) => all[0]?.body.title ?? '';
  const others = texts.length === 1 ? one(texts) : `${texts.length} other texts`;
  const ours = classes.length === 1 ? one(classes) : `${classes.length} classes`;
  return {
    heading: classes.length === 0 ? `${texts.length} texts side by side` : `${ours} beside ${others}`,
    lead: 'The texts of the files are not of this plan, and are stored nowhere: they are gone when you leave this page.',
    ours:
      classes.length === 0
        ? null
        : {
            on: inWords(on),
            classes: classes.map(({ body: { title, code } }) => ({
              title,
              code,
              href: `/classes/${code}/${on}`,
            })),
          },
  };
}

export function notReadView(notRead: readonly NotRead[]) {
  const count = notRead.length === 1 ? '1 file' : `${notRead.length} files`;
  return {
    notRead: notRead.length > 0 ? notRead : null,
    notReadHeading: `${count} could not be read`,
  };
}

/** 'What was read of 3 files, and their order: 1 thing to look at' */
export function filesSummary(texts: readonly NeighbourText[]): string {
  const files =
    texts.length === 1
      ? 'What was read of the file'
      : `What was read of ${texts.length} files, and their order`;
  const told = texts.reduce((sum, text) => sum + text.told.length, 0);
  if (told === 0) return files;
  return `${files}: ${told === 1 ? '1 thing' : `${told} things`} to look at`;
}

/** Each file with what the reading tells of it, and the ways to put its column elsewhere. */
export function textRows(texts: readonly NeighbourText[]) {
  return texts.map((text, index) => ({
    title: text.body.title,
    file: text.file,
    isNamedByFile: text.body.title === text.file,
    account: text.account,
    told: text.told,
    held: JSON.stringify(text),
    left: index === 0 ? null : `left-${index}`,
    right: index === texts.length - 1 ? null : `right-${index}`,
    out: texts.length > 1 ? `out-${index}` : null,
  }));
}
