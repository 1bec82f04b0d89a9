// /manage/sweeps: the sweeps that are open, ended and given up, and the way to begin one.
import type { Request, Response } from 'express';
import { calendarDateAt, inWords } from '../../model/calendar-date.ts';
import { inWordsOf } from '../../model/sweep.ts';
import { allPeople } from '../../store/people.ts';
import { allSweeps, countDecided, type Sweep } from '../../store/sweeps.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { frame, planToday } from '../page.ts';
import { staff } from '../visitor.ts';

export const sweepStateWords: Readonly<Record<Sweep['state'], string>> = {
  open: 'Open',
  ended: 'Ended',
  abandoned: 'Given up',
};

export async function listSweeps(tools: Tools, _request: Request, response: Response): Promise<void> {
  const { settings } = await planToday(tools);
  const sweeps = (await allSweeps(tools.store)).reverse();
  const names = new Map((await allPeople(tools.store)).map(({ id, name }) => [id, name]));
  const decided = await countDecided(tools.store);
  const states = ['open', 'ended', 'abandoned'] as const;
  const groups = states.flatMap((state) => {
    const rows = sweeps.filter((sweep) => sweep.state === state);
    return rows.length === 0 ? [] : [{ state: sweepStateWords[state], rows: rows.map(row) }];
  });
  function row({ id, action, proposal, begunBy, begunAt }: Sweep) {
    const count = decided.get(id) ?? 0;
    return {
      href: `/manage/sweeps/${id}`,
      title: inWordsOf(proposal),
      action,
      begun: inWords(calendarDateAt(new Date(begunAt), settings.timeZone)),
      who: names.get(begunBy) ?? begunBy,
      decided: count === 1 ? '1 class decided' : `${count} classes decided`,
    };
  }
  const body = tools.views.render('pages/manage/sweeps', {
    page: frame(settings, { title: 'Sweeps', place: 'manage' }, response),
    groups,
    mayBegin: staff(response).roles.includes('analyst'),
  });
  sendPrivately(response, body);
}
