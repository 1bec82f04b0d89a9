// /manage/library/ID: one shared text, its revisions, and every class that uses it with the wording that each has frozen.
import type { Request, Response } from 'express';
import type { SharedText } from '../../../schemas/types.ts';
import { type MarkedText, markedText } from '../../documents/marked-text.ts';
import { refusal } from '../../errors.ts';
import { inWords } from '../../model/calendar-date.ts';
import { textTitle } from '../../model/plan-text.ts';
import { runsBetween } from '../../model/redline-runs.ts';
import type { Use } from '../../model/shared-text-use.ts';
import { actionsWithText } from '../../store/plan-texts.ts';
import { proposedSharedTexts } from '../../store/shared-texts.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { frame, planToday, shortened } from '../page.ts';
import { sharedKindWords } from '../text-words.ts';
import { staff } from '../visitor.ts';
import { usedInWords } from './library.ts';
import { type LibraryEntry, readLibrary, type User } from './read-library.ts';

/** A text of the library, or one that an action proposes as new: that has no revision yet. */
export async function requireText(tools: Tools, id: string): Promise<LibraryEntry> {
  const { today } = await planToday(tools);
  const entry = (await readLibrary(tools.store, today)).get(id);
  if (entry) return entry;
  const proposed = (await proposedSharedTexts(tools.store)).find(({ body }) => body.id === id);
  if (!proposed) throw refusal('text-not-found', { detail: `Asked for: ${shortened(id)}.` });
  return { body: proposed.body, isRetired: false, revisions: [], users: [] };
}

export async function showLibraryText(
  tools: Tools,
  request: Request<{ id: string }>,
  response: Response,
): Promise<void> {
  const { id } = request.params;
  const { settings, today } = await planToday(tools);
  const { body: text, isRetired, revisions, users } = await requireText(tools, id);
  const actions = await actionsWithText(tools.store, 'shared-text', id);
  const coming = revisions.at(-1);
  const isSame = ({ uses }: User) => uses.every((use) => use.isSame);
  const body = tools.views.render('pages/manage/library-text', {
    page: frame(settings, { title: textTitle(text), place: 'manage' }, response),
    id,
    title: text.term ?? sharedKindWords[text.kind],
    kind: sharedKindWords[text.kind],
    text: text.text,
    isRetired,
    coming: coming && coming.effectiveOn > today ? inWords(coming.effectiveOn) : null,
    used: usedInWords(users.length),
    same: users.filter(isSame).map(({ title, code }) => ({ title, code, href: `/classes/${code}` })),
    others: users.filter((user) => !isSame(user)).map((user) => otherUser(user, text)),
    revisions: revisions
      .map(({ number, effectiveOn, status, action, body: { term, text: words } }) => ({
        ...{ number, action, effective: inWords(effectiveOn), isEnd: status === 'abolished' },
        words: term === null ? words : `${term}: ${words}`,
      }))
      .reverse(),
    actions: actions.map((number) => ({
      number,
      href: `/manage/actions/${number}`,
      edit: `/manage/library/${id}/edit?action=${number}`,
    })),
    isRecorded: revisions.length > 0,
    mayEdit: staff(response).roles.includes('analyst'),
  });
  sendPrivately(response, body);
}

/** A class whose wording is another one, marked against what the text says now. */
function otherUser({ title, code, uses }: User, text: SharedText) {
  return {
    title,
    code,
    href: `/classes/${code}`,
    wordings: uses.filter(({ isSame }) => !isSame).map((use) => against(use, text)),
  };
}

function against({ block }: Use, { term, text }: SharedText): MarkedText {
  const own = block.kind === 'term' ? block.term : null;
  const terms = term === null || own === null ? null : runsBetween(own, term);
  return markedText({ term: terms, runs: runsBetween(block.text, text) }, 'both');
}
