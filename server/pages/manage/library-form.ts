// The form of a shared text: its words, the action in which they are decided, and beside them what somebody else saved.
import type { Response } from 'express';
import type { SharedText } from '../../../schemas/types.ts';
import type { Issue } from '../../model/issue.ts';
import { textTitle } from '../../model/plan-text.ts';
import type { StoredPlanText } from '../../store/plan-texts.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { field, messageOf, summaryOf } from '../field.ts';
import type { Typed } from '../form.ts';
import { frame, planToday } from '../page.ts';
import { sharedKindWords } from '../text-words.ts';
import { actionChoiceView } from './action-choice.ts';
import { requireText } from './library-text.ts';
import { options, text } from './sweep-asked.ts';

/** Which text: null for one that is new, and for its kind where none is chosen yet. */
export interface Which {
  readonly id: string | null;
  readonly kind: SharedText['kind'] | null;
  /** As it was last decided, of a text that is not new. */
  readonly body?: SharedText;
}

interface Shown extends Which {
  readonly typed: Typed;
  readonly issues: readonly Issue[];
  /** What the action holds by now; 'moved' where the text was decided anew. */
  readonly theirs: StoredPlanText | 'moved' | null;
}

export async function sendTextForm(
  tools: Tools,
  response: Response,
  { id, kind, typed, issues, theirs }: Shown,
): Promise<void> {
  const { settings } = await planToday(tools);
  const title = id === null ? 'Add a shared text' : 'Propose other words';
  const name = id === null ? null : textTitle((await requireText(tools, id)).body);
  const kinds = Object.entries(sharedKindWords);
  const body = tools.views.render('pages/manage/library-edit', {
    page: frame(settings, { title, place: 'manage' }, response),
    problems: summaryOf(issues),
    title,
    id,
    name,
    href: id === null ? '/manage/library/new' : `/manage/library/${id}/edit`,
    kinds: id === null ? options(kinds, text(typed, 'kind')) : null,
    kindMessage: messageOf('kind', issues),
    term: kind === 'clause' ? null : field({ name: 'term', label: 'Term', type: 'text' }, typed, issues),
    text: field({ name: 'text', label: 'Text', type: 'text', rows: 5 }, typed, issues),
    isRetired: text(typed, 'retire') === 'retire',
    base: text(typed, 'base'),
    baseNumber: text(typed, 'baseNumber'),
    theirs: theirs === null ? null : staleView(theirs),
    choice: await actionChoiceView(tools.store, typed, issues),
  });
  sendPrivately(response, body, theirs !== null ? 412 : issues.length > 0 ? 422 : 200);
}

function staleView(theirs: StoredPlanText | 'moved') {
  if (theirs === 'moved') return { text: null, action: null };
  const words = 'concept' in theirs.body ? theirs.body.concept.join(' ') : theirs.body.text;
  return { text: words, action: theirs.action };
}
