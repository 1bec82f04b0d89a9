// Dates against the calendar: none in the future of the record, no text older than the plan's cycle.
import type { CalendarDate, PartialDate } from '../../../../schemas/types.ts';
import { inWords } from '../../calendar-date.ts';
import { dateAt } from '../../partial-date.ts';
import { isReviewOverdue } from '../../review-cycle.ts';
import { type Hit, sentenceAround } from '../finding.ts';
import { type ClassRule, nameOf } from '../rule.ts';

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
