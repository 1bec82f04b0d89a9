// The panels of the dashboard, each from one answer of the store: what waits for a person, their drafts, the actions by
// step with their deadlines, what is overdue for review, what was recorded last.
import type { PlanSettings } from '../../../schemas/types.ts';
import { calendarDateAt, inWords } from '../../model/calendar-date.ts';
import { deadlinesOf } from '../../model/deadlines.ts';
import type { Person } from '../../model/person.ts';
import { overdueBefore } from '../../model/review-cycle.ts';
import { whatWaits } from '../../model/waiting.ts';
import type { DeskAction, DeskDraft, RecordedLately } from '../../store/desk.ts';
import { unrevisedSince } from '../../store/reviews.ts';
import type { Store } from '../../store/database.ts';
import { stepWords } from '../action-words.ts';
import { reviewRow, yearsInWords } from './reviews.ts';

export interface Today {
  readonly settings: PlanSettings;
  readonly today: string;
  readonly now: Date;
}

/** 'Saved 2:14 pm' today, with its day before that, as the clocks of the plan show it. */
export function savedInWords(savedAt: string, { settings: { timeZone }, today }: Today): string {
  const at = new Date(savedAt);
  const time = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone }).format(at);
  const day = calendarDateAt(at, timeZone);
  const when = time.replace(/\s?([AP])M$/, (_, half: string) => ` ${half.toLowerCase()}m`);
  return day === today ? `Saved ${when}` : `Saved ${inWords(day)}, ${when}`;
}

export function draftRow(
  { action, actionTitle, step, classId, code, title, savedAt, savedBy }: DeskDraft,
  day: Today,
) {
  return {
    href: `/manage/actions/${action}/changes/${classId}`,
    title: title || 'A class without a title yet',
    code,
    action,
    actionTitle,
    step: step === 'draft' ? null : stepWords[step],
    saved: `${savedInWords(savedAt, day)}${savedBy === null ? '' : ` by ${savedBy}`}`,
  };
}

/** The decisions that wait for this person, and what was returned to them. */
export function waitingFor(person: Person, actions: readonly DeskAction[], day: Today) {
  const { settings, today } = day;
  return actions.flatMap((action) => {
    const what = whatWaits(person, action, { procedure: settings.procedure, today });
    if (what === null) return [];
    return [
      {
        ...actionRow(action, day),
        what: waitingWords[what],
        note: what === 'revise' ? action.returned : null,
      },
    ];
  });
}

const waitingWords: Readonly<Record<string, string>> = {
  post: 'To be posted or returned',
  adopt: 'To be adopted',
  ratify: 'To be ratified',
  revise: 'Returned to you',
};

export function actionRow(action: DeskAction, { today }: Today) {
  const { number, title, changes } = action;
  return {
    href: `/manage/actions/${number}`,
    number,
    title,
    changes: changes === 1 ? '1 change' : `${changes} changes`,
    deadlines: deadlinesOf(action, today).map(({ text, standing }) => ({
      text,
      presses: standing !== 'later',
      isOverdue: standing === 'overdue',
    })),
  };
}

const order = ['draft', 'in review', 'posted', 'provisional'] as const;

/** By step, in the order in which an action takes them. */
export function actionGroups(actions: readonly DeskAction[], day: Today) {
  return order.flatMap((step) => {
    const those = actions.filter((action) => action.step === step);
    if (those.length === 0) return [];
    return [
      { step: stepWords[step], count: those.length, rows: those.map((action) => actionRow(action, day)) },
    ];
  });
}

const longestOverdue = 10;

/** Null where the plan has no cycle. */
export async function reviewPanel(store: Store, { settings, today }: Today) {
  const years = settings.reviewCycleYears;
  if (years === undefined) return null;
  const before = overdueBefore(today, years);
  const { rows, total } = await unrevisedSince(store, { before, today, limit: longestOverdue, offset: 0 });
  return {
    cycle: yearsInWords(years),
    total,
    rows: rows.map((row) => reviewRow(row, years, today)),
    all: total > rows.length ? `All ${new Intl.NumberFormat('en-US').format(total)} of them` : null,
  };
}

export function recordedRow(
  { code, title, number, status, effectiveOn, action }: RecordedLately,
  { today }: Today,
) {
  const what = status === 'abolished' ? 'Abolished' : `Revision ${number}`;
  const when =
    effectiveOn > today ? `takes effect on ${inWords(effectiveOn)}` : `effective ${inWords(effectiveOn)}`;
  return { href: `/classes/${code}/revisions/${number}`, title, code, what: `${what}, ${when}`, action };
}
