// What is to stand side by side: classes of the plan by their codes, texts that the page holds already, and files. What can be
// corrected is an issue; a file that cannot be read is told by its name, and the others stand all the same.
import type { CalendarDate, CompareForm, NeighbourText, Specification } from '../../../schemas/types.ts';
import { type ComparedClass, comparedClasses } from '../../documents/compared-classes.ts';
import { inWords } from '../../model/calendar-date.ts';
import type { Issue } from '../../model/issue.ts';
import { fewestColumns, mostColumns } from '../../model/matrix.ts';
import { blocksOf } from '../../model/specification.ts';
import { classByCode } from '../../store/classes.ts';
import type { Store } from '../../store/database.ts';
import { endOfTime } from '../../store/record.ts';
import type { SentFile } from '../multipart.ts';
import { heldText, moved, type NotRead, readTexts } from './compare-texts.ts';

export const mostClasses = mostColumns - 1;
export const mostFiles = mostColumns;
const mostEntries = 1000;

export interface Compared {
  readonly classes: readonly ComparedClass[];
  readonly texts: readonly NeighbourText[];
  readonly notRead: readonly NotRead[];
  readonly issues: readonly Issue[];
}

export async function readCompared(
  store: Store,
  form: CompareForm,
  files: readonly SentFile[],
  today: CalendarDate,
): Promise<Compared> {
  const { classes, issues } = await classesAsked(store, form.classes ?? '', form.on || today);
  const held = moved((form.text ?? []).map(heldText), form.step ?? '');
  const count = held.length + files.length;
  if (count > mostFiles || classes.length + count > mostColumns)
    return { classes, texts: held, notRead: [], issues: [...issues, tooMany(classes.length, count)] };
  const { texts, notRead } = await readTexts(files);
  const all = [...held, ...texts];
  const unread = notRead.map(({ file, why }) => issue('file', `${file}: ${why}`));
  const wrong = [
    ...issues,
    ...(issues.length > 0 ? [] : tooFew(classes, all, unread)),
    ...tooLong([...classes, ...all]),
  ];
  return { classes, texts: all, notRead, issues: wrong.length > 0 ? [...wrong, ...unread] : [] };
}

async function classesAsked(store: Store, written: string, on: CalendarDate) {
  const codes = [...new Set(written.toUpperCase().match(/[^\s,;]+/g) ?? [])];
  if (codes.length > mostClasses)
    return { classes: [], issues: [issue('classes', `Choose at most ${mostClasses} classes.`)] };
  const classes: ComparedClass[] = [];
  const issues: Issue[] = [];
  for (const code of codes) {
    const found = await classByCode(store, code, on);
    const [compared] = found ? await comparedClasses(store, [found.classId], on, endOfTime) : [];
    if (!compared) issues.push(issue('classes', whyNot(code, found !== null, on)));
    else if (!classes.some(({ classId }) => classId === compared.classId)) classes.push(compared);
  }
  return { classes, issues };
}

function whyNot(code: string, isKnown: boolean, on: CalendarDate): string {
  return isKnown
    ? `The class ${code} is not in force on ${inWords(on)}.`
    : `No class of the plan has the code ${code.slice(0, 20)}.`;
}

function tooMany(classes: number, texts: number): Issue {
  if (texts > mostFiles) return issue('file', `Choose at most ${mostFiles} files; these are ${texts}.`);
  const message = `A comparison has at most ${mostColumns} columns. ${classes} classes and ${texts} files are ${classes + texts}.`;
  return issue('file', message);
}

/** To set passages side by side is work; a specification has some dozens of them. */
function tooLong(columns: readonly { readonly body: Specification }[]): Issue[] {
  const entries = columns.reduce((sum, { body }) => sum + blocksOf(body).length, 0);
  if (entries <= mostEntries) return [];
  const message = `These texts have ${entries} entries together; ${mostEntries} can be set side by side. Leave some of them out.`;
  return [issue('file', message)];
}

function tooFew(classes: readonly unknown[], texts: readonly unknown[], unread: readonly unknown[]): Issue[] {
  if (texts.length > 0 && classes.length + texts.length >= fewestColumns) return [];
  if (texts.length > 0)
    return [issue('file', 'One text stands beside nothing. Choose a class or another file.')];
  const none =
    unread.length > 0
      ? 'No file could be read. Choose another.'
      : 'Choose a file with the text of another employer, or several.';
  return [issue('file', none)];
}

function issue(field: string, message: string): Issue {
  return { field, problem: 'compare', message };
}
