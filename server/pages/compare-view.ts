// The page of a comparison: what is compared and what must be said of it, the forms to compare something else, the redline in
// the view that was asked for.
import type { Request, Response } from 'express';
import type { ComparedText, ComparedTexts } from '../documents/compared-texts.ts';
import type { Tools } from '../tools.ts';
import { mediaTypes } from './answer.ts';
import { type AsOf, asOfNotice, asOfToday, classAddress, datedOf, undated } from './as-of.ts';
import type { ClassFound } from './class-text.ts';
import { compareForms } from './compare-chooser.ts';
import type { Sides } from './compare-sides.ts';
import { frame } from './page.ts';
import { type AskedRedline, redlineAddress } from './redline-asked.ts';
import { redlineLinks } from './redline-forms.ts';
import { shownRedline } from './redline-shown.ts';

/** Two classes are compared on a date; everything else stands at dates of its own. */
export function asOfHere({ asOf }: ClassFound, { kind }: Sides): AsOf {
  return kind === 'class' ? asOf : asOfToday(asOf);
}

export interface Shown {
  readonly found: ClassFound;
  readonly other: ClassFound | null;
  readonly sides: Sides;
  readonly texts: ComparedTexts;
  readonly asked: AskedRedline;
}

export async function comparisonPage(
  tools: Tools,
  request: Request,
  response: Response,
  { found, other, sides, texts, asked }: Shown,
): Promise<string> {
  const known = asOfNotice(asOfHere(found, sides), undated(request));
  const shown = shownRedline(texts, found.settings, asked);
  const links = redlineLinks(asked);
  return tools.views.render('pages/comparison', {
    page: comparisonFrame({ found, other, sides, texts, asked }, links, response),
    heading: sides.kind === 'class' ? 'Two classes compared' : `What changed in ${texts.title}`,
    code: sides.kind === 'class' ? null : texts.code,
    class: { ...presentOf(found), href: classAddress(found.code, found.asOf) },
    compareHref: `/classes/${found.code}/compare${datedOf(asOfToday(found.asOf)).query}`,
    compared: asked.style === 'clean' ? `${texts.after.name}, without marks` : texts.compared,
    links,
    wholes: wholesOf(found, other, texts),
    notices: [...(known ? [known] : []), ...texts.notices.map((text) => ({ text, link: null }))],
    forms: await compareForms(tools, found, sides),
    shown,
  });
}

function comparisonFrame(
  { found, sides, texts, asked }: Shown,
  links: ReturnType<typeof redlineLinks>,
  response: Response,
) {
  const { before, after, title, code } = texts;
  const page = {
    title: `${title} (${code}), ${before?.name ?? 'nothing'} to ${after.name}`,
    place: 'classes' as const,
    description: `${texts.compared}: every change, marked.`,
    canonical: redlineAddress({ ...asked, style: 'inline', section: null }),
    alternates: (['json', 'txt', 'pdf', 'docx'] as const).map((each) => ({
      type: mediaTypes[each].split(';')[0] ?? '',
      href: links[each],
    })),
    dated: datedOf(asOfHere(found, sides)),
  };
  return frame(found.settings, page, response);
}

/** Where each of the two texts is read whole. */
function wholesOf(found: ClassFound, other: ClassFound | null, { before, after }: ComparedTexts) {
  const { query } = datedOf(asOfToday(found.asOf));
  const whole = ({ code }: ClassFound, { name, number }: ComparedText) => ({
    name,
    href: `/classes/${code}/revisions/${number}${query}`,
  });
  return [...(before ? [whole(found, before)] : []), whole(other ?? found, after)];
}

/** The class as its page of the day names it. */
export function presentOf({ standings, code }: ClassFound): { title: string; code: string } {
  const present = standings.findLast(({ kind }) => kind === 'in force' || kind === 'abolished');
  return { title: (present ?? standings.at(-1))?.revision.body.title ?? code, code };
}
