// A list of classes as published data (schemas/found-classes.schema.json): what the page shows, without its marks.
import type { FoundClassList } from '../../schemas/types.ts';
import { shownPassage } from '../documents/found-passage.ts';
import { facetNames } from '../model/class-directory.ts';
import type { FoundClass, FoundClasses } from '../store/class-search.ts';
import { classAddress } from './as-of.ts';
import { classesAddress, pageLength } from './class-asked.ts';
import { facetValueInWords } from './class-facets.ts';
import type { ShownList } from './class-list-view.ts';

export function classListData(found: FoundClasses, shown: ShownList): FoundClassList {
  const { asked, asOf } = shown;
  const count = Math.max(1, Math.ceil(found.total / pageLength));
  const next = asked.page < count ? classesAddress(asked, asOf, { page: asked.page + 1 }, '.json') : null;
  const facets = facetNames.map((name) => {
    const values = found.facets[name].map((each) => ({
      ...each,
      text: facetValueInWords(name, each.value, shown),
    }));
    return [name, values] as const;
  });
  return {
    on: asOf.on,
    words: found.reading ? asked.typed : null,
    isExact: asked.isExact,
    corrected: (found.reading?.corrected ?? []).map((each) => ({ ...each })),
    alsoSearchedFor: [...(found.reading?.alsoFor ?? [])],
    total: found.total,
    page: { number: asked.page, count, next },
    classes: found.rows.map((row) => listedClass(row, shown)),
    facets: Object.fromEntries(facets),
  };
}

function listedClass(
  row: FoundClass,
  { asOf, settings, titles }: ShownList,
): FoundClassList['classes'][number] {
  const href = classAddress(row.code, asOf);
  const passage = row.passage && shownPassage(row.passage, settings);
  return {
    code: row.code,
    title: row.title,
    href,
    status: row.status,
    revision: row.number,
    effectiveOn: row.effectiveOn,
    series:
      row.seriesId === null
        ? null
        : { id: row.seriesId, title: titles.get(row.seriesId) ?? row.seriesId, level: row.seriesLevel },
    payGrade: row.payGrade,
    flsa: row.flsa,
    eeo4: row.eeo4,
    bargainingUnit: row.bargainingUnit,
    occupationalGroup: row.occupationalGroup,
    summary: row.summary,
    passage: passage && {
      section: passage.heading,
      href: `${href}#${passage.anchor}`,
      text: passage.runs.map(({ text }) => text).join(''),
    },
  };
}
