// The class history against the record, and its dates against each other.
import type { CalendarDate, HistoryEvent, PartialDate } from '../../../../schemas/types.ts';
import { historyLine } from '../../class-history.ts';
import { inWords } from '../../calendar-date.ts';
import { dateAt } from '../../partial-date.ts';
import { type Hit, quoted } from '../finding.ts';
import type { ClassText } from '../plan-view.ts';
import type { ClassRule } from '../rule.ts';

export const historyContradicts: ClassRule = {
  id: 'history.contradicts',
  severity: 'error',
  title: 'The class history contradicts the dates of the class',
  why: 'Seniority and appeals turn on when a class was established and revised. Two answers are no answer.',
  mend: 'Find the date that is right in the old file and correct the other.',
  over: 'class',
  check: ({ text }) => {
    const { establishedOn, revisedOn } = text.body.sections.details ?? {};
    const events = eventsOf(text).filter(({ event }) => event.on !== null);
    const hit = (message: string, evidence: string): Hit => ({
      at: 'history',
      message,
      evidence: quoted(evidence),
    });
    const began = events.find(({ event }) => event.kind === 'established');
    const last = events.filter(({ event }) => event.kind !== 'established').at(-1);
    return [
      ...(began && establishedOn !== undefined && !agree(began.event.on, establishedOn)
        ? [hit(`The class detail says established on ${inWords(establishedOn)}.`, historyLine(began.event))]
        : []),
      ...(last && revisedOn !== undefined && !agree(last.event.on, revisedOn)
        ? [hit(`The class detail says last revised on ${inWords(revisedOn)}.`, historyLine(last.event))]
        : []),
      ...events
        .filter(({ event, effectiveOn }) => isElsewhere(event, effectiveOn))
        .map(({ event, effectiveOn }) =>
          hit(`The revision that it stands in took effect on ${inWords(effectiveOn)}.`, historyLine(event)),
        ),
    ];
  },
};

function eventsOf({ revisions }: ClassText): { event: HistoryEvent; effectiveOn: CalendarDate }[] {
  return revisions.flatMap(({ events, effectiveOn }) => events.map((event) => ({ event, effectiveOn })));
}

/** An event of a revision is of its day; an imported line may tell of any day before. */
function isElsewhere({ on, line }: HistoryEvent, effectiveOn: CalendarDate): boolean {
  if (on === null || agree(on, effectiveOn)) return false;
  return line === null || on.slice(0, 10) > effectiveOn.slice(0, on.length);
}

/** As far as both are known. */
function agree(one: PartialDate | null, other: PartialDate): boolean {
  const shared = Math.min(one?.length ?? 0, other.length);
  return one?.slice(0, shared) === other.slice(0, shared);
}

export const historyMixedDates: ClassRule = {
  id: 'history.mixed-dates',
  severity: 'note',
  title: 'The class history mixes forms of dates',
  why: '“7/1/24” and “10/21/2021” in one line leave readers to guess the century, and day and month.',
  mend: 'The dates are kept as data besides the lines; check that each was read as it was meant.',
  over: 'class',
  check: ({ text }) => {
    const lines = eventsOf(text).flatMap(({ event }) => event.line ?? []);
    const dated = lines.flatMap((line) => {
      const read = dateIn(line);
      return read ? [{ line, ...read }] : [];
    });
    const forms = [...new Set(dated.map(({ form }) => form))];
    if (forms.length < 2) return [];
    const quotes = forms.map((form) => dated.find((each) => each.form === form)?.written ?? '');
    const message = `Dates are written as ${forms.join(' and as ')}.`;
    return [{ at: 'history', message, evidence: quotes.join('; ') }];
  },
};

/** The first date of a line, behind the words that may open it. */
function dateIn(line: string): { form: string; written: string } | null {
  for (const { index } of line.slice(0, 80).matchAll(/(?<![\p{L}\p{N}/.-])[\p{L}\p{N}]/gu)) {
    const read = dateAt(line.slice(index));
    if (read) return { form: read.form, written: line.slice(index, index + read.end) };
  }
  return null;
}
