// /classes/CI2788/compare/3..4, …/2022-01-01..2024-07-01 and …/CI2789: what changed from one text to another, in the text,
// side by side, as a list, or the new text alone. /classes/CI2788/compare is where the two are chosen.
import type { Request, Response } from 'express';
import type { ComparedTexts } from '../documents/compared-texts.ts';
import { refusal } from '../errors.ts';
import type { Tools } from '../tools.ts';
import { nameAndForm, send, sendOn } from './answer.ts';
import { asOfNotice, classAddress, datedOf, undated } from './as-of.ts';
import { type ClassFound, findClass, redirected } from './class-text.ts';
import { chosenAddress, compareForms } from './compare-chooser.ts';
import { type Sides, sidesOf } from './compare-sides.ts';
import { twoClasses, twoDates, twoRevisions } from './compare-texts.ts';
import { asOfHere, comparisonPage, presentOf } from './compare-view.ts';
import { frame } from './page.ts';
import { askedRedline } from './redline-asked.ts';
import { redlineForms, sendRedline } from './redline-forms.ts';

type CompareRequest = Request<{ code: string; sides: string }>;

export async function showComparison(
  tools: Tools,
  request: CompareRequest,
  response: Response,
): Promise<void> {
  const { name, form } = nameAndForm(request, request.params.sides, redlineForms);
  const sides = sidesOf(name);
  const found = await findClass(tools, request, response, request.params.code);
  if (redirected(request, response, request.params.code, found.code)) return;
  const other = sides.kind === 'class' ? await findClass(tools, request, response, sides.code) : null;
  if (other && other.code !== name) {
    sendOn(response, otherAddress(request, found, other.code + request.params.sides.slice(name.length)));
    return;
  }
  const texts = await textsOf(tools, found, sides, other);
  const { fields } = datedOf(asOfHere(found, sides));
  const asked = askedRedline(request, `/classes/${found.code}/compare/${name}`, fields);
  if (form === 'html') {
    const body = await comparisonPage(tools, request, response, { found, other, sides, texts, asked });
    send(request, response, { form, body, keeping: 'current' });
  } else
    await sendRedline(tools, request, response, {
      ...{ form, asked },
      texts,
      settings: found.settings,
    });
}

/** /classes/CI2788/compare */
export async function chooseComparison(
  tools: Tools,
  request: Request<{ code: string }>,
  response: Response,
): Promise<void> {
  const { form } = nameAndForm(request, 'compare');
  if (form !== 'html') throw refusal('not-acceptable', { detail: 'Choose two texts on the page first.' });
  const found = await findClass(tools, request, response, request.params.code);
  if (redirected(request, response, request.params.code, found.code)) return;
  const address = chosenAddress(request, found);
  if (address !== null) {
    response.vary('Accept').redirect(302, address);
    return;
  }
  const { title } = presentOf(found);
  const body = tools.views.render('pages/compare-choice', {
    page: frame(
      found.settings,
      {
        title: `Compare ${title} (${found.code})`,
        place: 'classes',
        canonical: `/classes/${found.code}/compare`,
        dated: datedOf(found.asOf),
      },
      response,
    ),
    title,
    code: found.code,
    notice: asOfNotice(found.asOf, undated(request)),
    classHref: classAddress(found.code, found.asOf),
    forms: await compareForms(tools, found, null),
  });
  send(request, response, { form, body, keeping: 'current' });
}

async function textsOf(
  tools: Tools,
  found: ClassFound,
  sides: Sides,
  other: ClassFound | null,
): Promise<ComparedTexts> {
  if (sides.kind === 'revisions') return twoRevisions(tools, found, sides);
  if (sides.kind === 'dates') return twoDates(tools, found, sides);
  if (!other || other.code === found.code)
    throw refusal('bad-request', {
      detail: `${found.code} is the class itself. Choose another class, or two revisions of this one.`,
    });
  return twoClasses(tools, found, other);
}

/** The same comparison under the code that the other class has now. */
function otherAddress(request: Request, { code }: ClassFound, sides: string): string {
  const query = /\?.*/s.exec(request.originalUrl)?.[0] ?? '';
  return `/classes/${code}/compare/${encodeURIComponent(sides)}${query}`;
}
