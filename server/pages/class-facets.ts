// By what a list of classes can be narrowed: every value with its words, how many classes it leaves and the address that
// chooses it; and what is chosen, each with the address without it.
import type { PlanSettings } from '../../schemas/types.ts';
import { type FacetName, facetNames } from '../model/class-directory.ts';
import type { FacetCounts } from '../model/class-facets.ts';
import { meaningOf } from '../model/plan-settings.ts';
import type { AsOf } from './as-of.ts';
import { type AskedClasses, classesAddress } from './class-asked.ts';

interface Shown {
  readonly settings: PlanSettings;
  readonly asOf: AsOf;
  readonly asked: AskedClasses;
  /** Of every series by its id. */
  readonly titles: ReadonlyMap<string, string>;
}

const labels: Readonly<Record<FacetName, string>> = {
  group: 'Occupational group',
  series: 'Series',
  grade: 'Pay grade',
  flsa: 'FLSA status',
  eeo4: 'EEO-4 category',
  union: 'Bargaining unit',
  status: 'Status',
  letter: 'First letter',
};

/** The words for a value of a facet. */
export function facetValueInWords(
  name: FacetName,
  value: string,
  { settings: { codes }, titles }: Pick<Shown, 'settings' | 'titles'>,
): string {
  if (name === 'series') return titles.get(value) ?? value;
  if (name === 'status') return value === 'active' ? 'In force' : 'Abolished';
  const tables = {
    group: codes.occupationalGroup,
    flsa: codes.flsa,
    eeo4: codes.eeo4,
    union: codes.bargainingUnit,
  };
  if (name === 'grade' || name === 'letter') return value;
  return meaningOf(tables[name], value) ?? value;
}

/** So many values are shown at once; the others one press away. */
const mostShown = 8;

/** As links, without the letters; a facet with a single value, which is not chosen, has nothing to offer. */
export function facetLinks(facets: FacetCounts, shown: Shown) {
  return facetNames
    .filter((name) => name !== 'letter')
    .map((name) => ({ name, values: facetValues(name, facets, shown) }))
    .filter(({ name, values }) => values.length > 1 || shown.asked.chosen[name] === undefined)
    .filter(({ values }) => values.length > 1)
    .map(({ name, values }) => ({
      name,
      label: labels[name],
      first: values.slice(0, mostShown),
      rest: values.slice(mostShown),
      isRestOpen: values.slice(mostShown).some(({ isChosen }) => isChosen),
    }));
}

/** As choices of a form. */
export function facetChoices(facets: FacetCounts, shown: Shown) {
  return facetNames
    .filter((name) => name !== 'letter' && name !== 'status')
    .map((name) => ({
      id: `filter-${name}`,
      name,
      label: labels[name],
      all: 'Any',
      options: facetValues(name, facets, shown).map(({ value, text, count, isChosen }) => ({
        value,
        label: `${text} (${count})`,
        selected: isChosen,
      })),
    }))
    .filter(({ options }) => options.length > 0);
}

export function statusChoices({ status }: FacetCounts, { asked }: Shown) {
  const countOf = (value: string) => status.find((each) => each.value === value)?.count ?? 0;
  return ['active', 'abolished'].map((value) => ({
    value,
    label: `${value === 'active' ? 'In force' : 'Abolished'} (${countOf(value)})`,
    selected: asked.chosen.status === value,
  }));
}

/** The chosen value stands among the others even where no class has it. */
function facetValues(name: FacetName, facets: FacetCounts, shown: Shown) {
  const { asked, asOf } = shown;
  const chosen = asked.chosen[name];
  const found = facets[name];
  const isMissing = chosen !== undefined && !found.some(({ value }) => value === chosen);
  const values = isMissing ? [{ value: chosen, count: 0 }, ...found] : found;
  const told = values.map(({ value, count }) => ({
    value,
    text: facetValueInWords(name, value, shown),
    count,
    isChosen: value === chosen,
    href: classesAddress(asked, asOf, { chosen: { [name]: value } }),
  }));
  return name === 'grade' ? told : told.sort((one, other) => one.text.localeCompare(other.text));
}

/** What is chosen, each with the way to the list without it. */
export function chips(shown: Shown) {
  const { asked, asOf } = shown;
  return facetNames.flatMap((name) => {
    const value = asked.chosen[name];
    if (value === undefined || (name === 'status' && value === 'active')) return [];
    const text = `${labels[name]}: ${facetValueInWords(name, value, shown)}`;
    return { text, href: classesAddress(asked, asOf, { chosen: { [name]: null } }) };
  });
}

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '0-9'];

/** Every letter; without an address where no title begins with it. */
export function letterLinks({ letter }: FacetCounts, { asked, asOf }: Shown) {
  const counts = new Map(letter.map(({ value, count }) => [value, count]));
  return alphabet
    .filter((each) => each !== '0-9' || counts.has(each))
    .map((each) => ({
      letter: each,
      isChosen: asked.chosen.letter === each,
      href: counts.has(each) ? classesAddress(asked, asOf, { chosen: { letter: each } }) : null,
    }));
}
