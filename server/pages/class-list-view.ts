// The page of a list of classes: what was searched for and how it was understood, what is chosen and what there is to
// choose, and a page of what was found.
import type { Response } from 'express';
import type { PlanSettings } from '../../schemas/types.ts';
import { inWords } from '../model/calendar-date.ts';
import { sortings } from '../model/class-directory.ts';
import type { FoundClasses } from '../store/class-search.ts';
import { endOfTime } from '../store/record.ts';
import type { Tools } from '../tools.ts';
import { type AsOf, asOfNotice, asOfToday, datedOf } from './as-of.ts';
import { type AskedClasses, classesAddress, fieldsOf, longestQuestion, pageLength } from './class-asked.ts';
import { chips, facetChoices, facetLinks, letterLinks, statusChoices } from './class-facets.ts';
import { classRows } from './class-rows.ts';
import { frame } from './page.ts';

export interface ShownList {
  readonly asked: AskedClasses;
  readonly asOf: AsOf;
  readonly settings: PlanSettings;
  /** Of every series by its id. */
  readonly titles: ReadonlyMap<string, string>;
}

export async function classListView(tools: Tools, response: Response, found: FoundClasses, shown: ShownList) {
  const { asked, asOf, settings } = shown;
  const dated = datedOf(asOf);
  const alternates = [
    { type: 'application/json', href: classesAddress(asked, asOf, { page: asked.page }, '.json') },
    { type: 'text/csv', href: classesAddress(asked, asOf, {}, '.csv') },
  ];
  const about = {
    title: 'Classes',
    place: 'classes',
    dated,
    alternates,
    scripts: ['search/suggest.js'],
  } as const;
  const chosen = chips(shown);
  return {
    page: frame(settings, about, response),
    notice: asOfNotice(asOf, classesAddress(asked, { ...asOfToday(asOf), knownAt: endOfTime })),
    q: asked.typed,
    longest: longestQuestion,
    on: asOf.on === asOf.today ? '' : asOf.on,
    kept: fieldsOf(asked, asOfToday(asOf)).filter(({ name }) => ['knownAt', 'letter'].includes(name)),
    onInWords: asOf.on === asOf.today ? null : inWords(asOf.on),
    heading: headingOf(asked, found.total),
    understood: understoodAs(found, shown),
    rows: await classRows(tools, found.rows, { ...shown, words: found.reading ? asked.typed : null }),
    empty: found.total === 0 ? waysOut(found, shown) : null,
    clear: `/classes${dated.query}`,
    chips: chosen,
    facets: found.total === 0 && chosen.length === 0 ? [] : facetLinks(found.facets, shown),
    choices: facetChoices(found.facets, shown),
    statuses: statusChoices(found.facets, shown),
    sorts: sorts(shown),
    letters: found.reading ? null : letterLinks(found.facets, shown),
    allLetters:
      asked.chosen.letter === undefined ? null : classesAddress(asked, asOf, { chosen: { letter: null } }),
    files: { json: alternates[0]?.href ?? '', csv: alternates[1]?.href ?? '' },
    pager: pages(found.total, shown),
  };
}

function headingOf({ typed }: AskedClasses, total: number): string {
  const count = total === 1 ? '1 class' : `${new Intl.NumberFormat('en-US').format(total)} classes`;
  return typed === '' ? count : `${count} for “${typed}”`;
}

/** What was done to the words that were typed, with the way to undo it. */
function understoodAs({ reading, total }: FoundClasses, { asked, asOf }: ShownList) {
  if (!reading) return null;
  const { corrected, alsoFor } = reading;
  const said = [
    ...corrected.map(({ typed, read }) =>
      total === 0 ? `“${typed}” was read as “${read}”.` : `No class has “${typed}”; showing “${read}”.`,
    ),
    ...(alsoFor.length === 0 ? [] : [`Also searched for: ${alsoFor.join(', ')}.`]),
  ];
  if (asked.isExact) {
    const href = classesAddress(asked, asOf, { isExact: false });
    return {
      said: ['Searched for exactly these words.'],
      link: { href, text: 'Search for what they may mean, too' },
    };
  }
  if (said.length === 0) return null;
  const href = classesAddress(asked, asOf, { isExact: true });
  return { said, link: { href, text: `Search for exactly “${asked.typed}”` } };
}

/** Where nothing fits: what is left without the filters, what was abolished, and the way to everything. */
function waysOut({ facets, reading }: FoundClasses, { asked, asOf }: ShownList) {
  const abolished = asked.chosen.status === 'active' ? countOf(facets.status, 'abolished') : 0;
  const isNarrowed = Object.keys(asked.chosen).length > 1 || asked.chosen.status === 'abolished';
  const nothing = {
    group: null,
    series: null,
    grade: null,
    flsa: null,
    eeo4: null,
    union: null,
    letter: null,
  };
  return {
    hasWords: reading !== null,
    abolished:
      abolished === 0
        ? null
        : {
            text: abolished === 1 ? '1 abolished class fits' : `${abolished} abolished classes fit`,
            href: classesAddress(asked, asOf, { chosen: { status: 'abolished' } }),
          },
    withoutFilters:
      isNarrowed && reading
        ? classesAddress(asked, asOf, { chosen: { ...nothing, status: 'active' } })
        : null,
  };
}

function countOf(counts: FoundClasses['facets']['status'], value: string): number {
  return counts.find((each) => each.value === value)?.count ?? 0;
}

const sortWords = { relevance: 'Best fit', title: 'Title', code: 'Code', grade: 'Pay grade' };

function sorts({ asked, asOf }: ShownList) {
  const offered = asked.typed === '' ? sortings : (['relevance', ...sortings] as const);
  return offered.map((sort) => ({
    text: sortWords[sort],
    href: classesAddress(asked, asOf, { sort }),
    value: sort,
    isChosen: sort === asked.sort,
  }));
}

function pages(total: number, { asked, asOf }: ShownList) {
  const last = Math.ceil(total / pageLength);
  if (last <= 1) return null;
  const href = (page: number) => classesAddress(asked, asOf, { page });
  return {
    text: `Page ${asked.page} of ${last}`,
    previous: asked.page > 1 ? href(asked.page - 1) : null,
    next: asked.page < last ? href(asked.page + 1) : null,
  };
}
