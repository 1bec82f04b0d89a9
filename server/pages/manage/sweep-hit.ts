// One class of a sweep as its pages show it: each place where something was found, or each change that is proposed, with
// the words around it.
import type { PlanSettings } from '../../../schemas/types.ts';
import { type MarkedText, markedExcerpt } from '../../documents/marked-text.ts';
import { redlineOf } from '../../model/redline.ts';
import type { Hit } from '../../model/sweep.ts';
import type { Match } from '../../model/sweep-matches.ts';
import type { FoundBlock } from '../../model/sweep-places.ts';

/** Classes on one page of a search and of a sweep. */
export const pageLength = 25;

export interface PlaceView {
  readonly heading: string;
  /** 'Added', 'Taken out'; null where words change within. */
  readonly label: string | null;
  /** Where words were found and nothing is proposed: the words in stretches. */
  readonly found: readonly { readonly text: string; readonly isFound: boolean }[] | null;
  readonly marked: MarkedText | null;
}

const labels: Readonly<Record<string, string>> = { inserted: 'Added', deleted: 'Taken out', moved: 'Moved' };

/** The redline of what is proposed: the blocks that change, and no other. */
export function changedPlaces(
  { before, after }: Pick<Hit, 'before' | 'after'>,
  settings: PlanSettings,
): PlaceView[] {
  return redlineOf(before, after, settings).sections.flatMap(({ heading, blocks }) =>
    blocks
      .filter(({ change }) => change !== 'same')
      .map((block) => ({
        heading,
        label: labels[block.change] ?? null,
        found: null,
        marked: markedExcerpt(block, 'both'),
      })),
  );
}

export function foundPlaces({ found, before }: Hit, settings: PlanSettings): PlaceView[] {
  const headings = new Map<string, string>([
    ...settings.sections.map(({ key, label }) => [key, label] as const),
    ...before.additional.map(({ id, heading }) => [`additional.${id}`, heading] as const),
  ]);
  return found.map((place) => ({
    heading: headings.get(place.where) ?? place.where,
    label: null,
    found: stretchesOf(place),
    marked: null,
  }));
}

function stretchesOf({ block, inTerm, inText }: FoundBlock) {
  const term = block.kind === 'term' ? [...stretches(block.term, inTerm), plain(': ')] : [];
  return [...term, ...stretches(block.text, inText)];
}

/** About twelve words before and after what was found. */
const around = 80;

function stretches(text: string, matches: readonly Match[]) {
  const parts = [];
  let at = 0;
  for (const { start, end } of matches) {
    parts.push(plain(shortened(text.slice(at, start), at > 0)), {
      text: text.slice(start, end),
      isFound: true,
    });
    at = end;
  }
  const rest = text.slice(at);
  parts.push(
    plain(
      rest.length <= around * 2 ? rest : `${rest.slice(0, around).replace(/\s*\S*$/, '')} …`.toWellFormed(),
    ),
  );
  return parts.filter((part) => part.text !== '');
}

function plain(text: string) {
  return { text, isFound: false };
}

function shortened(text: string, hasBefore: boolean): string {
  if (text.length <= around * 2) return text;
  const head = hasBefore ? `${text.slice(0, around).replace(/\s*\S*$/, '')} ` : '';
  return `${head}… ${text.slice(-around).replace(/^\S*\s*/, '')}`.toWellFormed();
}
