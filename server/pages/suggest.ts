// /suggest.json: classes for what somebody is typing into the search box. The box works without it.
import type { Request, Response } from 'express';
import { suggestClasses } from '../store/class-suggestions.ts';
import type { Tools } from '../tools.ts';
import { send } from './answer.ts';
import { askedAsOf, classAddress } from './as-of.ts';
import { askedWords } from './class-asked.ts';
import { planToday } from './page.ts';

const mostSuggestions = 8;
const fewestCharacters = 2;

export async function showSuggestions(tools: Tools, request: Request, response: Response): Promise<void> {
  const asOf = askedAsOf(request, response, await planToday(tools));
  const typed = askedWords(request);
  const asked = { typed, on: asOf.on, limit: mostSuggestions };
  const found = typed.length < fewestCharacters ? [] : await suggestClasses(tools.store, asked);
  const suggestions = found.map(({ code, title }) => ({ code, title, href: classAddress(code, asOf) }));
  send(request, response, { form: 'json', body: JSON.stringify({ typed, suggestions }), keeping: 'current' });
}
