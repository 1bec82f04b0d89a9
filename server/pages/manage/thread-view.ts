// A thread as its page shows it: the passage as it was, what was said, and what this person may do.
import type { PlanSettings, Specification } from '../../../schemas/types.ts';
import { isPlaceIn, passageAt, sectionOfPlace } from '../../model/passage.ts';
import { mayAct, type Person } from '../../model/person.ts';
import { isOpen, maySettle, type Thread, type ThreadAct } from '../../model/thread.ts';
import { messageOf, summaryOf } from '../field.ts';
import type { Sent } from '../form.ts';
import { momentIn } from '../moment.ts';
import { sectionsIn } from './thread-places.ts';

export interface Context {
  readonly text: Specification;
  readonly settings: PlanSettings;
  readonly names: ReadonlyMap<string, string>;
  /** The address of the draft. */
  readonly href: string;
  readonly isClosed: boolean;
  readonly person: Person;
  readonly replied: (Sent & { readonly thread: number }) | null;
}

const said: Readonly<Record<ThreadAct, string | null>> = {
  write: null,
  resolve: 'Resolved',
  reopen: 'Reopened',
};

export function threadView(
  thread: Thread,
  { text, settings, names, href, isClosed, person, replied }: Context,
) {
  const { id, place, quote } = thread;
  const open = isOpen(thread);
  const mine = replied?.thread === id ? replied : null;
  const typed = mine?.typed.text;
  return {
    id,
    place,
    quote: quote && opening(quote),
    whole: quote !== null && quote.length > longestOpening ? quote : null,
    moved: movedWords(thread, text),
    isOpen: open,
    standing: open ? 'Open' : 'Resolved',
    entries: thread.entries.map(({ at, by, act, text: words }) => ({
      who: names.get(by) ?? by,
      when: momentIn(at, settings),
      instant: at,
      what: said[act],
      text: words,
    })),
    action: `${href}/comments/${id}`,
    typed: typeof typed === 'string' ? typed : '',
    message: mine ? messageOf('text', mine.issues) : null,
    mayReply: !isClosed,
    settle:
      isClosed || !mayAct(person, maySettle)
        ? null
        : open
          ? { to: `${href}/comments/${id}/resolve`, label: 'Resolve' }
          : { to: `${href}/comments/${id}/reopen`, label: 'Reopen' },
  };
}

/** So much of a passage is shown at once. */
const longestOpening = 400;

function opening(passage: string): string {
  return passage.length <= longestOpening ? passage : `${passage.slice(0, longestOpening).toWellFormed()}…`;
}

/** What has become of the passage that the thread quotes; null where it stands there still. */
function movedWords(
  { place, quote }: Thread,
  text: Specification,
): { lead: string; now: string | null } | null {
  if (!isPlaceIn(text, place)) return { lead: 'This passage is not in the draft any more.', now: null };
  const now = passageAt(text, place);
  if (now === quote) return null;
  if (now === null) return { lead: 'Nothing stands there now.', now: null };
  return {
    lead: quote === null ? 'Nothing stood there then. The draft says now:' : 'The draft says now:',
    now: opening(now),
  };
}

type ThreadShown = ReturnType<typeof threadView>;

/** The threads under the headings of the draft, open ones first; the section that is asked for stands before the others. */
export function groupsOf(threads: readonly ThreadShown[], context: Context, at: string | null) {
  const { text, settings, href, isClosed } = context;
  const labels = new Map(sectionsIn(text, settings).map(({ place, label }) => [place, label]));
  for (const { place } of threads)
    if (!labels.has(sectionOfPlace(place))) labels.set(sectionOfPlace(place), 'A section that was taken out');
  const groups = [...labels].flatMap(([place, label]) => {
    const own = threads.filter((each) => sectionOfPlace(each.place) === place);
    const sorted = own.toSorted((one, other) => Number(other.isOpen) - Number(one.isOpen));
    const isAsked = at !== null && sectionOfPlace(at) === place;
    const anchor = place === '' ? 'whole' : place.replaceAll('.', '-');
    return own.length === 0
      ? []
      : [{ label, anchor, begin: isClosed ? null : beginningAt(place, href), isAsked, threads: sorted }];
  });
  return groups.toSorted((one, other) => Number(other.isAsked) - Number(one.isAsked));
}

function beginningAt(place: string, href: string): string {
  return `${href}/comments${place === '' ? '' : `?at=${place}`}#begin`;
}

/** The linked summary; a reply has a field of its own in each thread. */
export function problemsOf(begun: Sent, replied: Context['replied']) {
  if (replied === null) return summaryOf(begun.issues);
  return summaryOf(replied.issues.map((issue) => ({ ...issue, field: `reply-${replied.thread}` })));
}
