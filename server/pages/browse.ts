// /browse: the ways into the plan for whoever has no words to search for: letters, occupational groups, series, pay grades;
// on any date.
import type { Request, Response } from 'express';
import type { FacetName } from '../model/class-directory.ts';
import { searchClasses } from '../store/class-search.ts';
import { allSeries } from '../store/plan.ts';
import type { Tools } from '../tools.ts';
import { send } from './answer.ts';
import { type AsOf, asOfNotice, askedAsOf, datedOf, undated } from './as-of.ts';
import { type AskedClasses, classesAddress, searchOf } from './class-asked.ts';
import { facetValueInWords, letterLinks } from './class-facets.ts';
import { frame, planToday } from './page.ts';

const everything: AskedClasses = {
  typed: '',
  isExact: false,
  chosen: { status: 'active' },
  sort: 'title',
  page: 1,
};

const ways = [
  { name: 'group', heading: 'By occupational group', id: 'by-group' },
  { name: 'series', heading: 'By series', id: 'by-series' },
  { name: 'grade', heading: 'By pay grade', id: 'by-grade' },
] as const satisfies readonly { name: FacetName; heading: string; id: string }[];

export async function showBrowse(tools: Tools, request: Request, response: Response): Promise<void> {
  const { settings, today } = await planToday(tools);
  const asOf = askedAsOf(request, response, { settings, today });
  const { facets } = await searchClasses(tools.store, { ...searchOf(everything, asOf), limit: 0 });
  const series = await allSeries(tools.store, asOf.on, asOf.knownAt);
  const shown = {
    settings,
    asOf,
    asked: everything,
    titles: new Map(series.map(({ id, title }) => [id, title])),
  };
  const dated = datedOf(asOf);
  const about = { title: 'Browse the classes', place: 'classes', canonical: '/browse', dated } as const;
  const body = tools.views.render('pages/browse', {
    page: frame(settings, about, response),
    notice: asOfNotice(asOf, undated(request)),
    letters: letterLinks(facets, shown),
    ways: ways.map(({ name, heading, id }) => {
      const values = facets[name].map(({ value, count }) => ({
        text: facetValueInWords(name, value, shown),
        count: count === 1 ? '1 class' : `${count} classes`,
        href: addressOf(name, value, asOf),
      }));
      const sorted =
        name === 'grade' ? values : values.sort((one, other) => one.text.localeCompare(other.text));
      return { heading, id, values: sorted };
    }),
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}

/** A series has a page of its own, with its levels. */
function addressOf(name: FacetName, value: string, asOf: AsOf): string {
  return name === 'series'
    ? `/series/${value}${datedOf(asOf).query}`
    : classesAddress(everything, asOf, { chosen: { [name]: value } });
}
