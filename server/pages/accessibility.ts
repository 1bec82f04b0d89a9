// /accessibility: what readers can expect, what is known to be missing, and whom to tell.
import type { Request, Response } from 'express';
import { inWords } from '../model/calendar-date.ts';
import type { Tools } from '../tools.ts';
import { send } from './answer.ts';
import { frame, planToday } from './page.ts';

/** The day on which the statement was last held against the site. It changes with the text of the page. */
const reviewedOn = '2026-11-26';

export async function showAccessibility(tools: Tools, request: Request, response: Response): Promise<void> {
  const { settings } = await planToday(tools);
  const body = tools.views.render('pages/accessibility', {
    page: frame(settings, { title: 'Accessibility', place: 'none', canonical: '/accessibility' }, response),
    employer: settings.employer,
    contact: settings.accessibilityContact ?? settings.contact,
    reviewed: inWords(reviewedOn),
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}
