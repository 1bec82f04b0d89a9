// The class history against the record, and dates against the calendar.
import type { CalendarDate, HistoryEvent, PartialDate } from '../../../../schemas/types.ts';
import { historyLine } from '../../class-history.ts';
import { inWords } from '../../calendar-date.ts';
import { dateAt } from '../../partial-date.ts';
import { isReviewOverdue } from '../../review-cycle.ts';
import { type Hit, quoted, sentenceAround } from '../finding.ts';
import type { ClassText } from '../plan-view.ts';
import { type ClassRule, nameOf } from '../rule.ts';

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

export const dateFuture: ClassRule = {
  id: 'date.future',
  severity: 'warning',
  title: 'The text names a date that is still to come',
  why: 'A specification says what applies. What begins later belongs in a later revision, which comes into force by itself.',
  mend: 'Take the date out and prepare a change with that effective date, or correct it.',
  over: 'class',
  check: (subject) => {
    const { on } = subject.index.plan;
    const facts = (['establishedOn', 'revisedOn'] as const).flatMap((name): Hit[] => {
      const date = subject.text.body.sections.details?.[name];
      if (date === undefined || !isAfter(date, on)) return [];
      const label = name === 'establishedOn' ? 'Established' : 'Revised';
      const message = `${inWords(date)} is after ${inWords(on)}.`;
      return [{ at: `sections.details.${name}`, message, evidence: `${label}: ${date}` }];
    });
    const told = subject.passages.flatMap(({ at, text }) =>
      datesIn(text).flatMap(({ date, index, length }): Hit[] =>
        isAfter(date, on)
          ? [
              {
                at,
                message: `${inWords(date)} is after ${inWords(on)}.`,
                evidence: sentenceAround(text, index, length),
              },
            ]
          : [],
      ),
    );
    return [...facts, ...told];
  },
};

const beginning =
  /(?<![\p{L}\p{N}/.-])(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? (?=\d)|\d{1,4}[/-](?=\d)|(?<=\b(?:in|by|until|after|before|since|from|year) )(?=(?:19|20)\d\d\b))/giu;

function datesIn(text: string): { date: PartialDate; index: number; length: number }[] {
  return [...text.matchAll(beginning)].flatMap(({ index }) => {
    const read = dateAt(text.slice(index, index + 60));
    return read ? [{ date: read.date, index, length: read.end }] : [];
  });
}

function isAfter(date: PartialDate, on: CalendarDate): boolean {
  return date > on.slice(0, date.length);
}

export const reviewOverdue: ClassRule = {
  id: 'review.overdue',
  severity: 'note',
  title: 'The class is overdue for review',
  why: 'The plan promises to look at every specification once in its cycle. Work changes faster than texts.',
  mend: 'Review the class with its department, and record what changed, if anything, with an action.',
  over: 'class',
  check: ({ index, text }) => {
    const { on, settings } = index.plan;
    if (!isReviewOverdue(text.effectiveOn, settings.reviewCycleYears, on)) return [];
    const message = `Nobody has revised it for more than ${settings.reviewCycleYears} years.`;
    return [
      {
        at: 'effectiveOn',
        message,
        evidence: `${nameOf(text)}: in force since ${inWords(text.effectiveOn)}`,
      },
    ];
  },
};
