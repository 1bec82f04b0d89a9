// /manage/classes/CI2788/job-posting: the advertisement of one opening, drawn from the text in force and pinned to it. What
// is typed goes into the PDF and nowhere else.
import type { Request, Response } from 'express';
import { type JobPosting, jobPostingJob } from '../../documents/job-posting.ts';
import { printedLately, printKey } from '../../documents/printed-lately.ts';
import { refusal } from '../../errors.ts';
import { inWords } from '../../model/calendar-date.ts';
import type { Issue } from '../../model/issue.ts';
import { yearlyPay } from '../../model/pay.ts';
import type { ClassRevision } from '../../store/classes.ts';
import { payRange } from '../../store/plan.ts';
import type { Tools } from '../../tools.ts';
import { sendFilePrivately, sendPrivately } from '../answer.ts';
import { type ClassFound, findClass } from '../class-text.ts';
import { field, summaryOf } from '../field.ts';
import type { Filled, Typed } from '../form.ts';
import { noticeOf } from '../notice.ts';
import { frame } from '../page.ts';

type ClassRequest = Request<{ code: string }>;

export async function showJobPosting(tools: Tools, request: ClassRequest, response: Response): Promise<void> {
  const found = await findClass(tools, request, response, request.params.code);
  const revision = textInForce(found);
  sendForm(tools, response, found, revision, { openings: '1' }, []);
}

export async function sendJobPosting(
  tools: Tools,
  request: ClassRequest,
  response: Response,
  form: Filled<'form-job-posting.schema.json'>,
): Promise<void> {
  const found = await findClass(tools, request, response, request.params.code);
  if (form.value === null)
    return sendForm(tools, response, found, textInForce(found), form.typed, form.issues);
  const { revision: number, ...own } = form.value;
  if (own.closesOn !== '' && own.closesOn < found.today)
    return sendForm(tools, response, found, textInForce(found), form.typed, [isPast]);
  const standing = found.standings.find(({ revision }) => String(revision.number) === number);
  if (!standing)
    throw refusal('revision-not-found', { detail: `${found.code} has ${found.revisions.length} revisions.` });
  const { revision } = standing;
  const grade = revision.body.sections.details?.payGrade;
  const range = grade === undefined ? null : await payRange(tools.store, grade, found.today);
  const posting: JobPosting = {
    ...own,
    body: revision.body,
    source: {
      edition: `revision ${revision.number}, effective ${inWords(revision.effectiveOn)},`,
      address: `${tools.publicUrl ?? ''}/classes/${found.code}/revisions/${revision.number}`,
    },
    warning: noticeOf(standing, found)?.text ?? null,
    pay: range && yearlyPay(range),
    madeOn: found.today,
  };
  const { bytes } = await printedLately(tools, printKey('job posting', posting, found.settings), () =>
    jobPostingJob(tools.views, posting, found.settings),
  );
  const fileName = `${found.code}_job-posting_${found.today}.pdf`;
  sendFilePrivately(response, { form: 'pdf', fileName, body: bytes });
}

const isPast: Issue = {
  field: 'closesOn',
  problem: 'past',
  message: 'The last day for applications is past. Choose a later one, or leave it empty.',
};

function textInForce({ standings, code, today }: ClassFound): ClassRevision {
  const found = standings.find(({ kind }) => kind === 'in force');
  if (found) return found.revision;
  throw refusal('not-yet-in-force', { detail: `${code} has no text in force on ${inWords(today)}.` });
}

function sendForm(
  tools: Tools,
  response: Response,
  found: ClassFound,
  { number, body }: ClassRevision,
  typed: Typed,
  issues: readonly Issue[],
): void {
  const stated = [
    { name: 'department', label: 'Department or office', type: 'text' },
    { name: 'location', label: 'Place of work (optional)', type: 'text' },
    { name: 'openings', label: 'Openings', type: 'text' },
    { name: 'closesOn', label: 'Apply by', type: 'date', hint: 'Empty: open until filled.' },
    { name: 'note', label: 'About this opening (optional)', type: 'text', rows: 4 },
    { name: 'apply', label: 'How to apply', type: 'text', rows: 4 },
  ] as const;
  const title = `Job posting for ${body.title}`;
  const page = tools.views.render('pages/manage/job-posting', {
    page: frame(found.settings, { title, place: 'manage' }, response),
    title: body.title,
    code: found.code,
    href: `/classes/${found.code}`,
    number,
    problems: summaryOf(issues),
    fields: stated.map((each) => field(each, typed, issues)),
  });
  sendPrivately(response, page, issues.length > 0 ? 422 : 200);
}
