// The forms that lead to a comparison: two revisions of a class, two dates, or the class beside another one. What they send
// is turned into the address of the comparison.
import type { Request } from 'express';
import { refusal } from '../errors.ts';
import { inWords } from '../model/calendar-date.ts';
import { inForce } from '../model/in-force.ts';
import { levelsOfSeries } from '../store/classes.ts';
import type { Tools } from '../tools.ts';
import { datedOf } from './as-of.ts';
import type { ClassFound } from './class-text.ts';
import { type Sides, sidesOf } from './compare-sides.ts';
import { queryValue } from './page.ts';

/** One form for each kind of comparison; null where it is not offered. */
export interface CompareForms {
  readonly revisions: object | null;
  readonly dates: object | null;
  readonly class: object | null;
}

/** The forms of one kind, or of all, with what is compared now chosen in them. */
export async function compareForms(
  tools: Tools,
  found: ClassFound,
  sides: Sides | null,
): Promise<CompareForms> {
  const isWanted = (kind: Sides['kind']) => sides === null || sides.kind === kind;
  const { code, asOf } = found;
  const form = {
    action: `/classes/${code}/compare`,
    fields: datedOf({ ...asOf, on: asOf.today }).fields,
  };
  return {
    revisions: isWanted('revisions') ? { ...form, ...revisionChoices(found, sides) } : null,
    dates: isWanted('dates') ? { ...form, ...dateChoices(found, sides) } : null,
    class: isWanted('class') ? { ...form, ...(await classChoices(tools, found, sides)) } : null,
  };
}

/** Where nothing is chosen yet: the latest revision against the one before it. */
function revisionChoices({ standings }: ClassFound, sides: Sides | null) {
  const numbers = standings.map(({ revision }) => revision.number);
  const latest = numbers.at(-1) ?? 1;
  const { from, to } = sides?.kind === 'revisions' ? sides : { from: numbers.at(-2) ?? latest, to: latest };
  const choices = (chosen: number) =>
    standings.toReversed().map(({ revision: { number, effectiveOn } }) => ({
      value: String(number),
      label: `Revision ${number}, ${inWords(effectiveOn)}`,
      isChosen: number === chosen,
    }));
  return { from: choices(from), to: choices(to) };
}

/** Where nothing is chosen yet: from the first text to today. */
function dateChoices({ standings, today }: ClassFound, sides: Sides | null) {
  const first = standings[0]?.revision.effectiveOn ?? today;
  return sides?.kind === 'dates' ? { from: sides.from, to: sides.to } : { from: first, to: today };
}

async function classChoices({ store }: Tools, found: ClassFound, sides: Sides | null) {
  const { asOf, code, revisions } = found;
  const placement = inForce(revisions, asOf.on)?.body.series;
  const levels = placement ? await levelsOfSeries(store, placement.id, asOf.on, asOf.knownAt) : [];
  const { query } = datedOf(asOf);
  return {
    code: sides?.kind === 'class' ? sides.code : '',
    on: asOf.on,
    levels: levels
      .filter((level) => level.code !== code)
      .map((level) => ({
        href: `/classes/${code}/compare/${level.code}${query}`,
        title: level.title,
        code: level.code,
      })),
  };
}

/** The address that a filled-in form asks for; null where none was sent. */
export function chosenAddress(request: Request, { code, asOf }: ClassFound): string | null {
  const [from, to, other] = ['from', 'to', 'with'].map((name) => queryValue(request, name));
  if (other) return `/classes/${code}/compare/${encodeURIComponent(other)}${datedOf(asOf).query}`;
  if (!from && !to) return null;
  if (!from || !to) throw refusal('bad-request', { detail: 'A comparison is of two texts. Choose both.' });
  sidesOf(`${from}..${to}`);
  const { query } = datedOf({ ...asOf, on: asOf.today });
  return `/classes/${code}/compare/${from}..${to}${query}`;
}
