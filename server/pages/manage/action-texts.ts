// The texts of the plan itself (series, shared texts) that an action proposes, as its pages show them, and taking one out.
import type { Request, Response } from 'express';
import type { DecidedText } from '../../../schemas/types.ts';
import type { Preview } from '../../actions/preview-adoption.ts';
import { removeText } from '../../actions/save-plan-text.ts';
import { refusal } from '../../errors.ts';
import { inWords } from '../../model/calendar-date.ts';
import { textTitle } from '../../model/plan-text.ts';
import type { StoredPlanText } from '../../store/plan-texts.ts';
import type { Tools } from '../../tools.ts';
import { kindWords } from '../action-words.ts';
import { textKindOf } from '../text-words.ts';
import { staff } from '../visitor.ts';

/** Each plan text of an action that is not decided, with what adoption would make of it or what stands in the way. */
export function textRows(texts: readonly StoredPlanText[], preview: Preview, href: string) {
  return texts.map((text) => {
    const isThis = (each: { subject: string; id: string }) =>
      each.subject === text.subject && each.id === text.id;
    const planned = preview.texts.find(isThis);
    return {
      title: textTitle(text.body),
      kind: textKindOf(text.body),
      says: 'concept' in text.body ? text.body.concept : [text.body.text],
      kinds: planned ? planned.changes.map((kind) => kindWords[kind]).join(', ') : null,
      effective: planned ? inWords(planned.effectiveOn) : null,
      number: planned?.number ?? null,
      obstacle: preview.textObstacles.find(isThis)?.message ?? null,
      edit:
        text.subject === 'series'
          ? `/manage/series/${text.id}/edit?action=${text.action}`
          : `/manage/library/${text.id}/edit?action=${text.action}`,
      remove: `${href}/texts/${text.subject}/${text.id}/remove`,
    };
  });
}

/** Each plan text that a decided action made. */
export function madeTexts(texts: readonly DecidedText[]) {
  return texts.map(({ subject, title, number, kinds, effectiveOn }) => ({
    title,
    subject: subject === 'series' ? 'Series' : 'Shared text',
    number,
    kinds: kinds.map((kind) => kindWords[kind]).join(', '),
    effective: inWords(effectiveOn),
  }));
}

export async function removeChosenText(
  tools: Tools,
  request: Request<{ number: string; subject: string; id: string }>,
  response: Response,
): Promise<void> {
  const { number, subject, id } = request.params;
  if (subject !== 'series' && subject !== 'shared-text') throw refusal('text-not-found');
  await removeText({ store: tools.store, now: tools.clock.now(), by: staff(response) }, number, subject, id);
  response.redirect(303, `/manage/actions/${number}`);
}
