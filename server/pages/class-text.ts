// What the pages of a class share: finding the class behind an address, the facts shown first, and one revision
// as data, plain text or PDF.
import type { Request, Response } from 'express';
import type { CalendarDate, PlanSettings } from '../../schemas/types.ts';
import { revisionFileName } from '../documents/file-names.ts';
import { historyTo, officialPdf } from '../documents/official.ts';
import { type Fact, officialText } from '../documents/official-text.ts';
import { plainText } from '../documents/plain-text.ts';
import { publishedRevision } from '../documents/published-revision.ts';
import { refusal } from '../errors.ts';
import { inWords } from '../model/calendar-date.ts';
import { type Standing, standings } from '../model/standing.ts';
import { classByCode, type ClassRevision } from '../store/classes.ts';
import { payRange } from '../store/plan.ts';
import { revisionsOf } from '../store/record.ts';
import type { Tools } from '../tools.ts';
import { type Form, type Keeping, send, sendOn } from './answer.ts';
import { noticeOf } from './notice.ts';
import { planToday, shortened } from './page.ts';

export interface ClassFound {
  readonly settings: PlanSettings;
  readonly today: CalendarDate;
  /** The code the class has now; addresses are made of it. */
  readonly code: string;
  readonly revisions: readonly ClassRevision[];
  readonly standings: readonly Standing<ClassRevision>[];
}

/** The class that has or had this code; a reader who used another form of the code is sent to the present one. */
export async function findClass(tools: Tools, name: string): Promise<ClassFound> {
  const { settings, today } = await planToday(tools);
  const found = await classByCode(tools.store, name, today);
  if (!found) throw refusal('class-not-found', { detail: `Asked for: ${shortened(name)}.` });
  const revisions = await revisionsOf(tools.store, 'class', found.classId);
  return { settings, today, code: found.code, revisions, standings: standings(revisions, today) };
}

/** True where the reader was sent on to the present code's address; what follows the code in the address stays. */
export function redirected(request: Request, response: Response, name: string, code: string): boolean {
  if (name === code) return false;
  const [, , named = '', ...rest] = request.path.split('/');
  const segment = `${encodeURIComponent(code)}${decodeURIComponent(named).slice(name.length)}`;
  const query = /\?.*/s.exec(request.originalUrl)?.[0] ?? '';
  sendOn(response, `${['', 'classes', segment, ...rest].join('/')}${query}`);
  return true;
}

/** The facts a reader wants first, codes spelled out, pay as of `on`. */
export async function keyFacts(
  tools: Tools,
  found: ClassFound,
  revision: ClassRevision,
  on: CalendarDate,
): Promise<Fact[]> {
  const { codes } = found.settings;
  const { details, probation } = revision.body.sections;
  const meaning = (table: keyof typeof codes, code: string | undefined) => {
    const value = codes[table].values.find((each) => each.code === code);
    return value?.explanation ? `${value.meaning}. ${value.explanation}` : (value?.meaning ?? code);
  };
  const facts: [string, string | null | undefined][] = [
    ['Pay', details?.payGrade && (await payInWords(tools, details.payGrade, on))],
    ['FLSA status', meaning('flsa', details?.flsa)],
    ['Occupational group', meaning('occupationalGroup', details?.occupationalGroup)],
    ['Bargaining unit', meaning('bargainingUnit', details?.bargainingUnit)],
    ['Civil service', meaning('civilServiceStatus', details?.civilServiceStatus)],
    ['Probation', probation?.state === 'text' ? probation.text : null],
  ];
  return facts.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

async function payInWords(tools: Tools, grade: string, on: CalendarDate): Promise<string> {
  const range = await payRange(tools.store, grade, on);
  if (!range) return `Grade ${grade}`;
  const money = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: range.currency,
    maximumFractionDigits: 0,
  });
  return `Grade ${grade}: ${money.format(range.minimum)} to ${money.format(range.maximum)} a year, schedule of ${inWords(range.since)}`;
}

/** Answers with one revision as JSON, plain text or PDF. */
export async function sendRevision(
  tools: Tools,
  request: Request,
  response: Response,
  found: ClassFound,
  { revision, form, keeping }: { revision: ClassRevision; form: Exclude<Form, 'html'>; keeping: Keeping },
): Promise<void> {
  const fileName = revisionFileName(revision, form);
  const history = historyTo(revision, found.revisions);
  if (form === 'json') {
    const body = JSON.stringify(publishedRevision(revision, history, found.code));
    send(request, response, { form, body, keeping, fileName });
  } else if (form === 'txt') {
    const { employer, office, publicNotice } = found.settings;
    const standing = found.standings.find((each) => each.revision.number === revision.number);
    const notice = keeping === 'current' && standing ? (noticeOf(standing, found)?.text ?? null) : null;
    const text = officialText(revision.body, history, found.settings);
    send(request, response, {
      form,
      body: plainText(text, { employer, office, publicNotice, notice }),
      keeping,
      fileName,
    });
  } else {
    const { bytes, sha256 } = await officialPdf(tools, revision);
    send(request, response, { form, body: bytes, keeping, fileName, sha256 });
  }
}
