// /glossary: the words of the plan and its codes, for those who read it.
import type { Request, Response } from 'express';
import { glossaryOf } from '../documents/glossary.ts';
import type { Tools } from '../tools.ts';
import { send } from './answer.ts';
import { frame, planToday } from './page.ts';

export async function showGlossary(tools: Tools, request: Request, response: Response): Promise<void> {
  const { settings } = await planToday(tools);
  const body = tools.views.render('pages/glossary', {
    page: frame(settings, { title: 'Glossary', place: 'none', canonical: '/glossary' }, response),
    entries: glossaryOf(settings),
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}
