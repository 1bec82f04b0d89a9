// /classes/CI2788/career: where work in a class can lead, the next level first, then moves into other series, each with what the
// texts say of it; and what leads here.
import type { Request, Response } from 'express';
import { reasonsInWords, stepInWords } from '../documents/career-words.ts';
import { careersOf } from '../documents/careers.ts';
import { refusal } from '../errors.ts';
import { inWords } from '../model/calendar-date.ts';
import {
  type CareerClass,
  type CareerIndex,
  type CareerMove,
  levelsIn,
  movesFrom,
  movesInto,
  stepBetween,
} from '../model/careers.ts';
import { inForce } from '../model/in-force.ts';
import { meaningOf } from '../model/plan-settings.ts';
import type { Tools } from '../tools.ts';
import { send } from './answer.ts';
import { type AsOf, asOfNotice, classAddress, datedOf, undated } from './as-of.ts';
import { planOn } from './careers.ts';
import { type ClassFound, findClass, redirected } from './class-text.ts';
import { frame } from './page.ts';

export async function showClassCareer(
  tools: Tools,
  request: Request<{ code: string }>,
  response: Response,
): Promise<void> {
  const found = await findClass(tools, request, response, request.params.code);
  if (redirected(request, response, request.params.code, found.code)) return;
  const { asOf, settings } = found;
  const index = careersOf(await planOn(tools, asOf));
  const here = index.classes.get(found.revisions[0]?.subjectId ?? '')?.career;
  if (!here) throw noTextOn(found);
  const body = tools.views.render('pages/career', {
    page: frame(
      settings,
      {
        title: `Where ${here.title} (${here.code}) can lead`,
        place: 'classes',
        canonical: `/classes/${found.code}/career`,
        dated: datedOf(asOf),
      },
      response,
    ),
    notice: asOfNotice(asOf, undated(request)),
    here: link(here, asOf),
    asks: here.asks,
    ...inSeries(index, here, asOf),
    promotions: movesFrom(index, here.classId)
      .filter(({ kind }) => kind === 'promotion')
      .map((move) => moveView(move, found)),
    laterals: movesFrom(index, here.classId)
      .filter(({ kind }) => kind === 'lateral')
      .map((move) => moveView(move, found)),
    into: movesInto(index, here.classId).map((each) => link(each, asOf)),
    jobsUrl: settings.jobsUrl ?? null,
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}

function link({ code, title }: CareerClass, asOf: AsOf) {
  return {
    title,
    code,
    href: classAddress(code, asOf),
    careerHref: `/classes/${code}/career${datedOf(asOf).query}`,
  };
}

function inSeries(index: CareerIndex, here: CareerClass, asOf: AsOf) {
  const levels = here.series ? levelsIn(index, here.series.id) : [];
  const at = levels.findIndex(({ classId }) => classId === here.classId);
  const [below, above] = [levels[at - 1], levels[at + 1]];
  return {
    below: below ? link(below, asOf) : null,
    next: above
      ? { ...link(above, asOf), asks: above.asks, says: stepInWords(stepBetween(here, above)) }
      : null,
  };
}

function moveView(move: CareerMove, { asOf, settings }: ClassFound) {
  const { to } = move;
  const group = to.group && meaningOf(settings.codes.occupationalGroup, to.group);
  return { ...link(to, asOf), asks: to.asks, says: [...stepInWords(move), ...reasonsInWords(move, group)] };
}

function noTextOn({ code, revisions, asOf: { on } }: ClassFound) {
  const detail = `Asked for: the career of ${code} on ${inWords(on)}.`;
  return refusal(inForce(revisions, on) ? 'class-abolished' : 'not-yet-in-force', { detail });
}
