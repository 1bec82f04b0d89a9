// What a comparison is asked for in its address: which classes, and whether what is the same in all is shown.
import type { Request } from 'express';
import { refusal } from '../errors.ts';
import type { MatrixShow } from '../documents/matrix-view.ts';
import { mostColumns } from '../model/matrix.ts';
import { queryOf } from './as-of.ts';
import { type Dated, queryValue, shortened } from './page.ts';

const longestCode = 40;

/** The codes of ?levels=CI2787,CI2788, or of one levels= for each box that was ticked; none where none are named. */
export function codesAsked(request: Request, name: string): string[] {
  const values = [request.query[name]].flat().filter((value) => typeof value === 'string');
  const codes = values.flatMap((value) => value.split(/[\s,;]+/)).filter((code) => code !== '');
  const different = [...new Map(codes.map((code) => [code.toUpperCase(), code])).values()];
  const tooLong = different.find((code) => code.length > longestCode);
  if (tooLong !== undefined)
    throw refusal('bad-request', { detail: `“${shortened(tooLong)}” is not a class code.` });
  if (different.length > mostColumns)
    throw refusal('bad-request', {
      detail: `Up to ${mostColumns} classes can be compared at once, and ${different.length} were asked for. Take some of them out.`,
    });
  return different;
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
