// What the pages of a class share: finding the class behind an address, the facts shown first, and one revision
// as data, plain text, Word document or PDF.
import type { Request, Response } from 'express';
import type { CalendarDate, HistoryEvent, PlanSettings } from '../../schemas/types.ts';
import { revisionFileName } from '../documents/file-names.ts';
import { historyTo, officialPdf } from '../documents/official.ts';
import { officialText } from '../documents/official-text.ts';
import type { Fact } from '../model/detail-facts.ts';
import { plainText } from '../documents/plain-text.ts';
import { publishedRevision } from '../documents/published-revision.ts';
import { wordFile } from '../documents/word.ts';
import { refusal } from '../errors.ts';
import { inWords } from '../model/calendar-date.ts';
import { yearlyPay } from '../model/pay.ts';
import { type Standing, standings } from '../model/standing.ts';
import { classByCode, type ClassRevision } from '../store/classes.ts';
import { payRange } from '../store/plan.ts';
import { revisionsOf } from '../store/record.ts';
import type { Tools } from '../tools.ts';
import { type Form, type Keeping, send, sendOn } from './answer.ts';
import { type AsOf, askedAsOf } from './as-of.ts';
import { marksOf, publishedStanding, sentencesOf } from './marks.ts';
import { planToday, shortened } from './page.ts';

export interface ClassFound {
  readonly settings: PlanSettings;
  readonly today: CalendarDate;
  /** What is asked for: the date, and what was known. */
  readonly asOf: AsOf;
  /** The code the class has now; addresses are made of it. */
  readonly code: string;
  /** As far as they were known. */
  readonly revisions: readonly ClassRevision[];
  readonly standings: readonly Standing<ClassRevision>[];
}

/** The class that has or had this code; a reader who used another form of the code is sent to the present one. */
export async function findClass(
  tools: Tools,
  request: Request,
  response: Response,
  name: string,
): Promise<ClassFound> {
  const plan = await planToday(tools);
  const asOf = askedAsOf(request, response, plan);
  const found = await classByCode(tools.store, name, plan.today, asOf.knownAt);
  if (!found) throw refusal('class-not-found', { detail: `Asked for: ${shortened(name)}.` });
  return knownClass(tools, plan, asOf, found);
}

/** A class with its revisions as far as they were known. */
export async function knownClass(
  { store }: Tools,
  plan: Pick<ClassFound, 'settings' | 'today'>,
  asOf: AsOf,
  { classId, code }: { readonly classId: string; readonly code: string },
): Promise<ClassFound> {
  const all = await revisionsOf(store, 'class', classId);
  const revisions = all.filter(({ recordedAt }) => recordedAt <= asOf.knownAt);
  return { ...plan, asOf, code, revisions, standings: standings(revisions, plan.today) };
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

/** The facts a reader wants first, codes spelled out, pay as of the date. */
export async function keyFacts(
  tools: Tools,
  found: ClassFound,
  revision: ClassRevision,
  asOf: AsOf,
): Promise<Fact[]> {
  const { codes } = found.settings;
  const { details, probation } = revision.body.sections;
  const meaning = (table: keyof typeof codes, code: string | undefined) => {
    const value = codes[table].values.find((each) => each.code === code);
    return value?.explanation ? `${value.meaning}. ${value.explanation}` : (value?.meaning ?? code);
  };
  const facts: [string, string | null | undefined][] = [
    ['Pay', details?.payGrade && (await payOf(tools, details.payGrade, asOf))],
    ['FLSA status', meaning('flsa', details?.flsa)],
    ['Occupational group', meaning('occupationalGroup', details?.occupationalGroup)],
    ['Bargaining unit', meaning('bargainingUnit', details?.bargainingUnit)],
    ['Civil service', meaning('civilServiceStatus', details?.civilServiceStatus)],
    ['Probation', probation?.state === 'text' ? probation.text : null],
  ];
  return facts.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

async function payOf(tools: Tools, grade: string, { on, knownAt }: AsOf): Promise<string> {
  const range = await payRange(tools.store, grade, on, knownAt);
  return range ? `Grade ${grade}: ${yearlyPay(range)}` : `Grade ${grade}`;
}

async function wordOf(
  found: ClassFound,
  standing: Standing<ClassRevision>,
  history: readonly HistoryEvent[],
  marks: Awaited<ReturnType<typeof marksOf>>,
): Promise<Uint8Array> {
  const { settings } = found;
  const { body, number, effectiveOn, recordedAt: at } = standing.revision;
  const edition = `Revision ${number}, effective ${inWords(effectiveOn)}`;
  const notice = sentencesOf(standing, marks, found).join(' ') || null;
  return wordFile(officialText(body, history, settings), { settings, edition, notice, at });
}

interface Sent {
  readonly standing: Standing<ClassRevision>;
  readonly form: Exclude<Form, 'html'>;
  /** Plain text and a Word document say where they stand today, and so are never permanent. */
  readonly keeping: Keeping;
}

/** Answers with one revision as JSON, plain text, Word document or PDF. */
export async function sendRevision(
  tools: Tools,
  request: Request,
  response: Response,
  found: ClassFound,
  { standing, form, keeping }: Sent,
): Promise<void> {
  if (form === 'csv') throw refusal('not-acceptable', { detail: 'The text of a class is no table.' });
  const { revision } = standing;
  const fileName = revisionFileName(revision, form);
  const history = historyTo(revision, found.revisions);
  if (form === 'json') {
    const marks = keeping === 'current' ? await marksOf(tools, found, standing) : null;
    const present = marks ? publishedStanding(standing, marks, found) : undefined;
    const body = JSON.stringify(publishedRevision(revision, history, present));
    send(request, response, { form, body, keeping, fileName });
  } else if (form === 'txt') {
    const { employer, office, publicNotice } = found.settings;
    const notice = sentencesOf(standing, await marksOf(tools, found, standing), found).join(' ') || null;
    const text = officialText(revision.body, history, found.settings);
    send(request, response, {
      form,
      body: plainText(text, { employer, office, publicNotice, notice }),
      keeping,
      fileName,
    });
  } else if (form === 'docx') {
    const body = await wordOf(found, standing, history, await marksOf(tools, found, standing));
    send(request, response, { form, body, keeping, fileName });
  } else {
    const { bytes, sha256 } = await officialPdf(tools, revision);
    send(request, response, { form, body: bytes, keeping, fileName, sha256 });
  }
}
