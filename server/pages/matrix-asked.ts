// What a comparison is asked for in its address: which classes, and whether what is the same in all is shown.
import type { Request } from 'express';
import { refusal } from '../errors.ts';
import type { MatrixShow } from '../documents/matrix-view.ts';
import { queryOf } from './as-of.ts';
import { type Dated, queryValue } from './page.ts';

export interface CodesAsked {
  /** As they were written, each once. */
  readonly codes: readonly string[];
  /** Those of them that were named more than once. */
  readonly repeated: readonly string[];
}

/** The codes of ?levels=CI2787,CI2788, or of one levels= for each box that was ticked; none where none are named. */
export function codesAsked(request: Request, name: string): CodesAsked {
  const values = [request.query[name]].flat().filter((value) => typeof value === 'string');
  const all = values.flatMap((value) => value.split(/[\s,;]+/)).filter((code) => code !== '');
  const named = [...Map.groupBy(all, (code) => code.toUpperCase()).values()];
  return {
    codes: named.flatMap(([code = '']) => code),
    repeated: named.flatMap(([code = '', ...again]) => (again.length > 0 ? code : [])),
  };
}

export function showAsked(request: Request): MatrixShow {
  const show = queryValue(request, 'show') ?? 'all';
  if (show !== 'all' && show !== 'differences')
    throw refusal('bad-request', { detail: 'show is one of all, differences.' });
  return show;
}

/** '?levels=CI2787%2CCI2788&show=differences', with what keeps the page at its date. */
export function matrixQuery(
  name: string,
  codes: readonly string[],
  show: MatrixShow,
  dated: Dated['fields'],
): string {
  return queryOf([
    ...(codes.length === 0 ? [] : [{ name, value: codes.join(',') }]),
    ...(show === 'all' ? [] : [{ name: 'show', value: show }]),
    ...dated,
  ]);
}
