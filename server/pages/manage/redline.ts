// /manage/actions/CN1746/changes/CLASS/redline: what a draft changes, against the text in force when it takes effect or
// against any other revision of its class; in the text, side by side, as a list, or the new text alone.
import type { Request, Response } from 'express';
import type { PlanSettings } from '../../../schemas/types.ts';
import { requireAction, requireDraft } from '../../actions/requirements.ts';
import { draftRedline, type DraftRedline } from '../../documents/draft-redline.ts';
import { listOfChanges } from '../../documents/list-of-changes.ts';
import { officialText } from '../../documents/official-text.ts';
import { redlineView } from '../../documents/redline-view.ts';
import { refusal } from '../../errors.ts';
import { inWords } from '../../model/calendar-date.ts';
import type { StoredDraft } from '../../store/drafts.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import type { Notice } from '../notice.ts';
import { frame, planToday, queryValue, shortened } from '../page.ts';

const styles = {
  inline: 'In the text',
  side: 'Side by side',
  list: 'List of changes',
  clean: 'New text alone',
};
type Style = keyof typeof styles;

type DraftRequest = Request<{ number: string; classId: string }>;

interface Asked {
  readonly style: Style;
  /** The number of a revision; null for the one in force when the draft takes effect. */
  readonly against: number | null;
}

export async function showDraftRedline(
  tools: Tools,
  request: DraftRequest,
  response: Response,
): Promise<void> {
  const asked = askedOf(request);
  const { number, classId } = request.params;
  const { settings } = await planToday(tools);
  await requireAction(tools.store, number);
  const draft = await requireDraft(tools.store, number, classId);
  const compared = await draftRedline(tools.store, draft, settings, asked.against);
  const title = draft.body.title || 'New class';
  const draftHref = `/manage/actions/${number}/changes/${classId}`;
  const self = `${draftHref}/redline`;
  const body = tools.views.render('pages/manage/redline', {
    page: frame(settings, { title: `Redline of ${title} in ${number}`, place: 'none' }, response),
    title,
    code: draft.body.code,
    number,
    href: `/manage/actions/${number}`,
    draftHref,
    wordHref: `${self}.docx${asked.against === null ? '' : `?against=${asked.against}`}`,
    self,
    compared:
      asked.style === 'clean'
        ? `The text that the draft in ${number} makes, without marks`
        : comparedInWords(number, compared),
    notices: noticesOf(draft, compared),
    styles: stylesOf(self, asked),
    style: asked.style,
    choices: asked.style === 'clean' ? [] : choicesOf(compared),
    ...textView(compared, settings, asked, self),
  });
  sendPrivately(response, body);
}

function askedOf(request: DraftRequest): Asked {
  const style = queryValue(request, 'style') ?? 'inline';
  if (!Object.hasOwn(styles, style))
    throw refusal('bad-request', { detail: `style is one of ${Object.keys(styles).join(', ')}.` });
  return { style: style as Style, against: againstOf(request) };
}

/** The number of a revision; null where none is named. */
export function againstOf(request: Request): number | null {
  const against = queryValue(request, 'against');
  if (against !== null && !/^[1-9]\d{0,5}$/.test(against))
    throw refusal('bad-request', { detail: `“${shortened(against)}” is not the number of a revision.` });
  return against === null ? null : Number(against);
}

function textView(
  { redline, text, against }: DraftRedline,
  settings: PlanSettings,
  { style, against: asked }: Asked,
  self: string,
) {
  const names = { beforeName: against ? `Revision ${against.number}` : 'Before', afterName: 'This draft' };
  const view = redlineView(redline);
  const isInText = style === 'inline' || style === 'side';
  const inText = addressOf(self, { style: 'inline', against: asked });
  return {
    summary: style === 'clean' ? null : view.summary,
    hasChanges: view.hasChanges,
    isInText,
    inline: style === 'inline' ? view : null,
    sides: style === 'side' ? { ...view, ...names } : null,
    list: style === 'list' && view.hasChanges ? { changes: listOfChanges(redline, inText), ...names } : null,
    clean: style === 'clean' ? officialText(text, [], settings) : null,
  };
}

function addressOf(self: string, { style, against }: Asked): string {
  return `${self}?style=${style}${against === null ? '' : `&against=${against}`}`;
}

function stylesOf(self: string, asked: Asked) {
  return (Object.keys(styles) as Style[]).map((style) => ({
    href: addressOf(self, { ...asked, style }),
    label: styles[style],
    isChosen: style === asked.style,
  }));
}

/** Every revision of the class, the latest first. */
function choicesOf({ revisions, against, standard }: DraftRedline) {
  return revisions.toReversed().map(({ number, effectiveOn }) => ({
    value: String(number),
    label: `Revision ${number}, ${inWords(effectiveOn)}${number === standard?.number ? ' (this draft replaces it)' : ''}`,
    isChosen: number === against?.number,
  }));
}

function comparedInWords(number: string, { against }: DraftRedline): string {
  if (!against) return `The draft in ${number}. The class is new, so all of its text is an addition.`;
  return `The draft in ${number}, compared with revision ${against.number}, effective ${inWords(against.effectiveOn)}`;
}

function noticesOf({ intent, baseNumber }: StoredDraft, { redline, standard }: DraftRedline): Notice[] {
  const notices = [];
  if (intent === 'abolish') notices.push('This change abolishes the class. Its last text stays as it is.');
  if (standard && baseNumber !== null && standard.number !== baseNumber)
    notices.push(
      `This draft was begun from revision ${baseNumber}. Revision ${standard.number} will be in force when it takes effect, so its changes are shown put into revision ${standard.number}, as adopting them does.`,
    );
  if (redline.isCoarse)
    notices.push(
      'Some passages differ too much to be compared word by word. They stand here whole, before and after.',
    );
  return notices.map((text) => ({ text, link: null }));
}
