// What the page of a sweep tells: its head and progress, its classes with what is proposed and decided, and its steps.
import type { Request, Response } from 'express';
import type { DecidedClass, PlanSettings } from '../../../schemas/types.ts';
import type { SweepNow } from '../../actions/sweep-now.ts';
import { calendarDateAt, inWords } from '../../model/calendar-date.ts';
import type { Issue } from '../../model/issue.ts';
import type { SweepRow } from '../../model/sweep.ts';
import { mayBeEdited } from '../../model/workflow.ts';
import { messageOf } from '../field.ts';
import type { Typed } from '../form.ts';
import { queryValue } from '../page.ts';
import { staff } from '../visitor.ts';
import { scopeInWords, text } from './sweep-asked.ts';
import { changedPlaces } from './sweep-hit.ts';
import { sweepStateWords } from './sweep-list.ts';

export const shows = ['open', 'change', 'keep', 'all'] as const;
export type Show = (typeof shows)[number];

/** What the last form did, told once after it. */
export function doneInWords(request: Request<{ id: string }>): string | null {
  const [done, moved] = ['done', 'moved'].map((name) =>
    Number(/^\d{1,6}$/.exec(queryValue(request, name) ?? '')),
  );
  if (queryValue(request, 'done') === null) return null;
  const decided = done === 1 ? '1 class decided.' : `${done} classes decided.`;
  if (!moved) return decided;
  return `${decided} ${moved === 1 ? '1 has' : `${moved} have`} changed since they were shown and stand here again.`;
}

export function headOf(
  { sweep, action, rows, settled, problem }: SweepNow,
  settings: PlanSettings,
  names: Names,
) {
  const { proposal } = sweep;
  const decided = rows.filter(({ state }) => state !== 'open').length + settled.length;
  const total = rows.length + settled.length;
  return {
    problem,
    state: sweepStateWords[sweep.state],
    scope:
      proposal.kind === 'wording' ? scopeInWords(proposal.query, settings) : 'Every class that uses the text',
    library:
      proposal.kind === 'shared-text'
        ? { href: `/manage/library/${proposal.before.id}`, next: proposal.next?.text ?? null }
        : null,
    action: { number: action.number, title: action.title, href: `/manage/actions/${action.number}` },
    effective: action.effectiveOn === null ? null : inWords(action.effectiveOn),
    begun: inWords(calendarDateAt(new Date(sweep.begunAt), settings.timeZone)),
    who: names.get(sweep.begunBy) ?? sweep.begunBy,
    progress: { decided, total, text: `${decided} of ${total} decided` },
  };
}

export type Names = ReadonlyMap<string, string>;

export function tabsOf(
  rows: readonly SweepRow[],
  settled: readonly DecidedClass[],
  show: Show,
  href: string,
) {
  const count = (of: Show) =>
    rows.filter(({ state }) => of === 'all' || state === of).length +
    settled.filter(({ decision }) => of === 'all' || decision === of).length;
  const labels: Readonly<Record<Show, string>> = {
    open: 'Open',
    change: 'To change',
    keep: 'Kept',
    all: 'All',
  };
  return shows.map((each) => ({
    label: `${labels[each]} (${count(each)})`,
    href: `${href}?show=${each}`,
    isChosen: each === show,
  }));
}

export function rowView(
  { hit, decision, state, isAgain }: SweepRow,
  settings: PlanSettings,
  names: Names,
  typed: Typed,
  issues: readonly Issue[],
) {
  const { classId, title, code, fingerprint } = hit;
  const chosen = text(typed, `decision.${classId}`) || (state === 'open' ? '' : state);
  const stands = state === 'open' ? null : decision;
  return {
    classId,
    title,
    code,
    href: code === '' ? null : `/classes/${code}`,
    fingerprint,
    isChange: chosen === 'change',
    isKeep: chosen === 'keep',
    verdict: state === 'open' ? null : state === 'change' ? 'To be changed' : 'Kept as it is',
    reason: text(typed, `reason.${classId}`) || (stands?.reason ?? ''),
    by: stands ? (names.get(stands.by) ?? stands.by) : null,
    again: isAgain ? 'It was decided before, and its text has changed since.' : null,
    message: messageOf(`reason.${classId}`, issues) ?? messageOf(`decision.${classId}`, issues),
    places: changedPlaces(hit, settings),
  };
}

/** Classes that hold the proposed text by now, or are no longer found: what was decided of them stands. */
export function settledRows({ settled, action }: SweepNow, show: Show) {
  return settled
    .filter(({ decision }) => show === 'all' || decision === show)
    .map(({ classId, title, code, decision, reason }) => ({
      title,
      code,
      href:
        decision === 'change' ? `/manage/actions/${action.number}/changes/${classId}` : `/classes/${code}`,
      decision: decision === 'change' ? 'Changed' : 'Kept',
      reason: reason ?? '',
    }));
}

export function stepsOf(
  { sweep, action, rows, problem }: SweepNow,
  open: number,
  mayDecide: boolean,
  response: Response,
) {
  const mayMove = staff(response).roles.includes('analyst') && mayBeEdited(action.step);
  const changes = rows.filter(({ state }) => state === 'change').length;
  const changed = changes === 1 ? '1 change' : `${changes} changes`;
  const first = open === 1 ? 'the class that is' : `the ${open} classes that are`;
  const why = problem ?? (open > 0 ? `Decide on ${first} open first.` : null);
  return {
    end: mayDecide
      ? { label: changes === 0 ? 'End the sweep' : `Put ${changed} into ${action.number}`, why }
      : null,
    abandon: mayDecide,
    reopen: mayMove && sweep.state === 'ended',
    late:
      sweep.state === 'ended' && open > 0
        ? open === 1
          ? '1 class is found'
          : `${open} classes are found`
        : null,
  };
}
