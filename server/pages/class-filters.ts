// What the list of classes can be narrowed by, on its date, with what is chosen.
import type { PlanSettings } from '../../schemas/types.ts';
import { meaningOf } from '../model/plan-settings.ts';
import { type ClassQuery, facetsInForce } from '../store/classes.ts';
import type { Tools } from '../tools.ts';

/** `titles`: of every series by its id. */
export async function classFilters(
  { store }: Tools,
  query: ClassQuery,
  titles: ReadonlyMap<string, string>,
  { codes }: PlanSettings,
) {
  const facets = await facetsInForce(store, query.on);
  const groupName = (code: string) => meaningOf(codes.occupationalGroup, code) ?? code;
  const flsaName = (code: string) => meaningOf(codes.flsa, code) ?? code;
  const flsaCodes = codes.flsa.values.map(({ code }) => code);
  return {
    groups: options(facets.groups, query.group, groupName),
    series: options([...titles.keys()], query.series, (id) => titles.get(id) ?? id),
    grades: options(facets.grades, query.grade, (grade) => grade),
    flsa: options(flsaCodes, query.flsa, flsaName),
    statuses: options(['active', 'abolished'], query.status, (status) =>
      status === 'active' ? 'In force' : 'Abolished',
    ),
    hasFilters:
      Boolean(query.group ?? query.series ?? query.grade ?? query.flsa) || query.status !== 'active',
  };
}

function options(values: readonly string[], chosen: string | null, label: (value: string) => string) {
  return values.map((value) => ({ value, label: label(value), selected: value === chosen }));
}
