// /manage/library: the shared texts of the plan, each with the specifications that use it today.
import type { Request, Response } from 'express';
import type { SharedText } from '../../../schemas/types.ts';
import { textTitle } from '../../model/plan-text.ts';
import { proposedSharedTexts } from '../../store/shared-texts.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { frame, planToday, queryValue } from '../page.ts';
import { sharedKindWords } from '../text-words.ts';
import { staff } from '../visitor.ts';
import { type LibraryEntry, readLibrary } from './read-library.ts';
import { options } from './sweep-asked.ts';

const kinds = ['clause', 'competency', 'physicalDemand'] as const;
const headings = {
  clause: 'Clauses',
  competency: 'Competencies',
  physicalDemand: 'Physical demands',
} as const;

export async function showLibrary(tools: Tools, request: Request, response: Response): Promise<void> {
  const { settings, today } = await planToday(tools);
  const [words, kind] = [queryValue(request, 'q'), queryValue(request, 'kind')];
  const library = [...(await readLibrary(tools.store, today))].map(([id, entry]) => ({ id, ...entry }));
  library.sort((one, other) => textTitle(one.body).localeCompare(textTitle(other.body)));
  const fitting = library.filter(({ body }) => fits(body, words, kind));
  const proposed = (await proposedSharedTexts(tools.store)).filter(
    ({ body: { id } }) => !library.some((entry) => entry.id === id),
  );
  const groups = kinds.flatMap((each) => {
    const rows = fitting.filter(({ body, isRetired }) => body.kind === each && !isRetired).map(row);
    return rows.length === 0 ? [] : [{ id: each, heading: headings[each], rows }];
  });
  const retired = fitting.filter(({ isRetired }) => isRetired).map(row);
  const body = tools.views.render('pages/manage/library', {
    page: frame(settings, { title: 'Shared text library', place: 'manage' }, response),
    q: words ?? '',
    kinds: options(
      kinds.map((each) => [each, headings[each]] as const),
      kind ?? '',
    ),
    groups: retired.length === 0 ? groups : [...groups, { id: 'retired', heading: 'Retired', rows: retired }],
    proposed: proposed.map(({ action, body: text }) => ({
      title: textTitle(text),
      kind: sharedKindWords[text.kind],
      action,
      href: `/manage/library/${text.id}`,
    })),
    mayEdit: staff(response).roles.includes('analyst'),
  });
  sendPrivately(response, body);
}

function fits({ term, text, kind }: SharedText, words: string | null, asked: string | null): boolean {
  if (asked !== null && asked !== kind) return false;
  const said = `${term ?? ''} ${text}`.toLowerCase();
  return (words ?? '')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}

/** Most users that the list names; the page of a text names them all. */
const mostNamed = 8;

function row({ id, body, users }: { readonly id: string } & LibraryEntry) {
  return {
    href: `/manage/library/${id}`,
    title: textTitle(body),
    text: textTitle(body) === body.text ? null : body.text,
    used: usedInWords(users.length),
    users: users.slice(0, mostNamed).map(({ title, code }) => ({ title, href: `/classes/${code}` })),
    more: users.length > mostNamed ? `and ${users.length - mostNamed} more` : null,
  };
}

export function usedInWords(count: number): string {
  if (count === 0) return 'Used in no specification';
  return count === 1 ? 'Used in 1 specification' : `Used in ${count} specifications`;
}
