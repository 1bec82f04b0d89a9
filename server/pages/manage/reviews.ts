// /manage/reviews: every class that is overdue for review by the plan's cycle, the longest overdue first.
import type { Request, Response } from 'express';
import { refusal } from '../../errors.ts';
import { inWords } from '../../model/calendar-date.ts';
import { overdueBefore, overdueInWords, reviewDueOn } from '../../model/review-cycle.ts';
import { type Unrevised, unrevisedSince } from '../../store/reviews.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { frame, planToday } from '../page.ts';
import { askedPage, pager } from '../pager.ts';

const onOnePage = 50;

export async function listReviews(tools: Tools, request: Request, response: Response): Promise<void> {
  const { settings, today } = await planToday(tools);
  const page = askedPage(request);
  const years = settings.reviewCycleYears ?? null;
  const before = years === null ? null : overdueBefore(today, years);
  const asked = { today, limit: onOnePage, offset: (page - 1) * onOnePage };
  const { rows, total } =
    before === null ? { rows: [], total: 0 } : await unrevisedSince(tools.store, { ...asked, before });
  if (page > 1 && rows.length === 0) throw refusal('page-not-found');
  const pages = Math.ceil(total / onOnePage);
  const body = tools.views.render('pages/manage/reviews', {
    page: frame(settings, { title: 'Overdue for review', place: 'manage' }, response),
    cycle: years === null ? null : yearsInWords(years),
    heading:
      total === 1
        ? '1 class is overdue'
        : `${new Intl.NumberFormat('en-US').format(total)} classes are overdue`,
    rows: years === null ? [] : rows.map((row) => reviewRow(row, years, today)),
    pager: pager('/manage/reviews', page, pages),
  });
  sendPrivately(response, body);
}

export function yearsInWords(years: number): string {
  return years === 1 ? '1 year' : `${years} years`;
}

export function reviewRow({ code, title, effectiveOn, nextOn }: Unrevised, years: number, today: string) {
  return {
    href: `/classes/${code}`,
    title,
    code,
    since: inWords(effectiveOn),
    overdue: overdueInWords(reviewDueOn(effectiveOn, years), today),
    next: nextOn === null ? null : inWords(nextOn),
  };
}
