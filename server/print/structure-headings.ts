// The rules of headings: exactly one of the first level, which comes first; no level is skipped on the way down; and where
// there are headings there is an outline.
import { type ElementSeen, type PageSeen, withAllIn } from './document-seen.ts';
import { type Breach, elementInWords } from './structure.ts';

export interface HeadingSeen {
  readonly level: number;
  readonly element: string;
}

/** `outlined` is how many entries the outline has. */
export function headingBreaches(headings: readonly HeadingSeen[], outlined: number): Breach[] {
  const tops = headings.filter(({ level }) => level === 1);
  const first = headings[0];
  const outline = first && outlined === 0 ? ['A document with headings must have an outline.'] : [];
  const top = tops.length === 0 ? ['There must be one heading of the first level (H1).'] : [];
  return [
    ...[...outline, ...top].map((rule) => ({ element: 'The document', rule })),
    ...tops
      .slice(1)
      .map(({ element }) => ({ element, rule: 'There may be only one heading of the first level.' })),
    ...headings.flatMap((heading, index) => skipped(heading, headings[index - 1])),
  ];
}

function skipped({ level, element }: HeadingSeen, before: HeadingSeen | undefined): Breach[] {
  const above = before?.level ?? 0;
  if (level <= above + 1) return [];
  const after = before ? `it follows ${before.element}` : 'it is the first heading';
  return [{ element, rule: `A heading may not skip a level: ${after}.` }];
}

/** A heading that goes on over the end of a page is seen on both: the last on one page and the first on the next. */
export function headingsSeen(pages: readonly PageSeen[]): HeadingSeen[] {
  let last: ElementSeen | undefined;
  return pages.flatMap(({ number, elements }) => {
    const all = elements.flatMap(withAllIn);
    const written = all.filter(({ text, children }) => text.trim() !== '' && children.length === 0);
    const goesOn = levelOf(last) > 0 && levelOf(last) === levelOf(holderOf(all, written[0]));
    last = holderOf(all, written.at(-1)) ?? last;
    const headings = all.filter((element) => levelOf(element) > 0);
    return headings
      .slice(goesOn ? 1 : 0)
      .map((element) => ({ level: levelOf(element), element: elementInWords(element, number) }));
  });
}

function levelOf(element: ElementSeen | undefined): number {
  return Number(/^H([1-6])$/.exec(element?.role ?? '')?.[1] ?? 0);
}

/** The heading around an element, or the element itself. */
function holderOf(all: readonly ElementSeen[], inner: ElementSeen | undefined): ElementSeen | undefined {
  if (!inner) return undefined;
  return all.find((element) => levelOf(element) > 0 && withAllIn(element).includes(inner)) ?? inner;
}
