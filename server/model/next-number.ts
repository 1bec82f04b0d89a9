// The number that a new action would most likely be given: the one after the highest of the kind that is in use.
import type { DecidedAction } from '../../schemas/types.ts';

/** 'CN1961' after CN1402 and CN1960. `numbers` are those in use, in any order; the kind is that of most of them. */
export function nextNumber(numbers: readonly DecidedAction['number'][]): string {
  const counted = numbers.flatMap((number) => {
    const [, kind = '', digits = ''] = /^(.*?)(\d{1,9})$/.exec(number) ?? [];
    return digits === '' ? [] : [{ kind, digits }];
  });
  const kinds = [...Map.groupBy(counted, ({ kind }) => kind)];
  const [most] = kinds.sort(
    ([one, those], [other, others]) => others.length - those.length || one.localeCompare(other),
  );
  if (!most) return '1';
  const [kind, those] = most;
  const highest = Math.max(...those.map(({ digits }) => Number(digits)));
  const width = Math.max(...those.map(({ digits }) => digits.length));
  return `${kind}${String(highest + 1).padStart(width, '0')}`;
}
