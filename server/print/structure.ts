// The project's own rules of structure for every PDF that it prints, pure over what pdf.js reads in the bytes. Law: a
// breach names the element, by role, text and page, and the rule in plain words; a document with one is not kept.
import { type DocumentSeen, type ElementSeen, type PageSeen, withAllIn } from './document-seen.ts';
import { headingBreaches, headingsSeen } from './structure-headings.ts';

export interface Breach {
  /** 'H3 “Duties” on page 2' or 'The document'. */
  readonly element: string;
  readonly rule: string;
}

export function breachesOf(seen: DocumentSeen): Breach[] {
  const ofHeadings = headingBreaches(headingsSeen(seen.pages), seen.outlined);
  return once([...documentBreaches(seen), ...ofHeadings, ...seen.pages.flatMap(pageBreaches)]);
}

/** Of a part of a longer document: its headings are judged with those of the parts before it and after it. */
export function partBreachesOf(seen: DocumentSeen): Breach[] {
  return once([...documentBreaches(seen), ...seen.pages.flatMap(pageBreaches)]);
}

/** A table that goes on over pages is seen whole on each of them. */
function once(found: readonly Breach[]): Breach[] {
  const keys = found.map(({ element, rule }) => `${element.replace(/ on page \d+$/, '')} ${rule}`);
  return found.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

export function elementInWords({ role, text, alternative }: ElementSeen, page: number): string {
  return `${role}${quoted(alternative ?? text)} on page ${page}`;
}

function quoted(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words === '') return ' without text';
  return ` “${words.length > 60 ? `${words.slice(0, 59)}…` : words}”`;
}

function documentBreaches(seen: DocumentSeen): Breach[] {
  const { title, describedTitle } = seen;
  const broken = [
    !seen.isMarked && 'It must be tagged and say so in MarkInfo.',
    title.trim() === '' && 'It must have a title.',
    title !== describedTitle && 'Its title must be the same in its properties and in its XMP metadata.',
    !seen.showsTitle && 'The window must show its title (DisplayDocTitle).',
    !/^[a-z]{2,3}(-[a-z\d]{1,8})*$/i.test(seen.language) && 'It must name its language.',
    seen.claimedPart !== '1' && 'Its XMP metadata must claim PDF/UA-1.',
    ...seen.active.map((thing) => `It may not contain ${thing}.`),
  ];
  const fonts = seen.fonts.filter(({ isEmbedded }) => !isEmbedded);
  return [
    ...broken.flatMap((rule) => (rule === false ? [] : [{ element: 'The document', rule }])),
    ...fonts.map(({ name }) => ({ element: `The font ${name}`, rule: 'Every font must be embedded.' })),
  ];
}

function pageBreaches(page: PageSeen): Breach[] {
  const elements = page.elements.flatMap(withAllIn);
  const untagged = page.untagged.map((text) => ({
    element: `Text${quoted(text)} on page ${page.number}`,
    rule: 'All text must belong to the structure or to the running heads and feet.',
  }));
  const ofElements = elements.flatMap((element) =>
    elementRules(element).map((rule) => ({ element: elementInWords(element, page.number), rule })),
  );
  return [...untagged, ...ofElements, ...annotationBreaches(page, elements)];
}

function elementRules(element: ElementSeen): string[] {
  const { role, scope, alternative, children } = element;
  if (role === 'Figure')
    return alternative?.trim()
      ? []
      : ['A figure must have alternative text (alt); decoration must be hidden.'];
  if (role === 'TH') return scope === null ? ['A header cell must say its scope (row or col).'] : [];
  if (role === 'TR') return children.some(isCell) ? [] : ['A row of a table must have cells.'];
  if (role === 'Table')
    return withAllIn(element).some((each) => each.role === 'TH')
      ? []
      : ['A table must have header cells (th).'];
  return [];
}

function isCell({ role }: ElementSeen): boolean {
  return role === 'TH' || role === 'TD';
}

function annotationBreaches(page: PageSeen, elements: readonly ElementSeen[]): Breach[] {
  const inLinks = new Set(elements.flatMap(({ role, annotations }) => (role === 'Link' ? annotations : [])));
  return page.annotations.flatMap(({ id, kind, contents, target }) => {
    const element = `${kind}${quoted(contents || (target ?? ''))} on page ${page.number}`;
    if (kind !== 'Link')
      return [{ element, rule: 'Links are the only annotations that a document may have.' }];
    const broken = [
      contents.trim() === '' && 'A link must say where it leads (Contents).',
      target === null && 'A link may only lead to an address or to a place in the document.',
      !inLinks.has(id) && 'A link must stand in a Link of the structure.',
    ];
    return broken.flatMap((rule) => (rule === false ? [] : [{ element, rule }]));
  });
}
