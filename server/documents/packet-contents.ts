// The parts of a packet in their order, with the places that its table of contents names and leads to.
import type { PacketClass } from './packet-classes.ts';

export interface Entry {
  readonly id: string;
  readonly title: string;
  /** '12'; figures of the same width stand in its place until it is known. */
  readonly page: string;
  readonly entries: readonly Omit<Entry, 'entries'>[];
}

export const parts = {
  memo: 'Memorandum',
  notice: 'Classification notice',
  recommendation: 'Recommendation',
  changes: 'List of changes',
  redlines: 'Redlines',
  texts: 'Texts of the classes',
  comments: 'Comments received',
  signatures: 'Signatures',
} as const;

export type Part = keyof typeof parts;

const withClasses: ReadonlySet<Part> = new Set(['redlines', 'texts']);

export function partId(part: Part): string {
  return `part-${part}`;
}

/** `shown` are the parts that the packet has; without pages every number is a place to be filled. */
export function contentsOf(
  shown: readonly Part[],
  classes: readonly PacketClass[],
  pageOf: ReadonlyMap<string, number> | null,
): Entry[] {
  const page = (id: string) => (pageOf === null ? '000' : String(pageOf.get(id) ?? ''));
  return shown.map((part) => {
    const of = withClasses.has(part) ? classes.filter((each) => isIn(part, each)) : [];
    const entries = of.map(({ id, name, number }) => {
      const place = `${partId(part)}-${id}`;
      return { id: place, title: `${number}. ${name}`, page: page(place) };
    });
    return { id: partId(part), title: parts[part], page: page(partId(part)), entries };
  });
}

function isIn(part: Part, { redline, text }: PacketClass): boolean {
  return part === 'redlines' ? redline !== null : text !== null;
}
