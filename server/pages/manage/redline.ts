// /manage/actions/CN1746/changes/CLASS/redline: what a draft changes, against the text in force when it takes effect or
// against any other revision of its class; in the text, side by side, as a list, or the new text alone. As a file it is
// marked a draft and kept by nobody on the way.
import type { Request, Response } from 'express';
import { requireAction, requireDraft } from '../../actions/requirements.ts';
import { draftRedline, type DraftRedline } from '../../documents/draft-redline.ts';
import { draftChoices, draftTexts } from '../../documents/draft-texts.ts';
import { refusal } from '../../errors.ts';
import type { Tools } from '../../tools.ts';
import { nameAndForm, sendPrivately } from '../answer.ts';
import { frame, planToday, queryValue, shortened } from '../page.ts';
import { type AskedRedline, askedRedline } from '../redline-asked.ts';
import { redlineForms, redlineLinks, sendRedlinePrivately } from '../redline-forms.ts';
import { shownRedline } from '../redline-shown.ts';

export async function showDraftRedline(
  tools: Tools,
  request: Request<{ number: string; classId: string }>,
  response: Response,
): Promise<void> {
  const { number, classId } = request.params;
  const { form } = nameAndForm(request, request.path.split('/').at(-1) ?? '', redlineForms);
  const draftHref = `/manage/actions/${number}/changes/${classId}`;
  const against = askedAgainst(request);
  const fields = against === null ? [] : [{ name: 'against', value: String(against) }];
  const asked = askedRedline(request, `${draftHref}/redline`, fields);
  const { settings } = await planToday(tools);
  await requireAction(tools.store, number);
  const draft = await requireDraft(tools.store, number, classId);
  const compared = await draftRedline(tools.store, draft, settings, against);
  const texts = draftTexts(draft, compared);
  if (form !== 'html') {
    await sendRedlinePrivately(tools, response, { texts, settings, form, asked });
    return;
  }
  const { title, code } = texts;
  const body = tools.views.render('pages/manage/redline', {
    page: frame(settings, { title: `Redline of ${title} in ${number}`, place: 'none' }, response),
    ...{ title, code, number, draftHref },
    href: `/manage/actions/${number}`,
    compared:
      asked.style === 'clean' ? `The text that the draft in ${number} makes, without marks` : texts.compared,
    links: redlineLinks(asked),
    notices: texts.notices.map((text) => ({ text, link: null })),
    against: asked.style === 'clean' ? null : againstOf(compared, asked),
    shown: shownRedline(texts, settings, asked),
  });
  sendPrivately(response, body);
}

/** The number of a revision; null for the one in force when the draft takes effect. */
function askedAgainst(request: Request): number | null {
  const against = queryValue(request, 'against');
  if (against !== null && !/^[1-9]\d{0,5}$/.test(against))
    throw refusal('bad-request', { detail: `“${shortened(against)}” is not the number of a revision.` });
  return against === null ? null : Number(against);
}

/** null for a class that is new. */
function againstOf(compared: DraftRedline, { path, style, section }: AskedRedline) {
  const choices = draftChoices(compared);
  const fields = [
    { name: 'style', value: style },
    ...(section === null ? [] : [{ name: 'section', value: section }]),
  ];
  return choices.length === 0 ? null : { action: path, fields, choices };
}
