// How wide a window must be for a comparison to stand as a table: each column more asks for more of it. In a narrower one
// its columns are stacked.
import { fewestColumns } from '../model/matrix.ts';

/** In em, from the fewest columns to the most. */
const narrowest = [44, 52, 60, 70, 80, 90, 90];

/** '(min-width: 44em)' of two columns. */
export function tableMedia(columns: number): string {
  return `(min-width: ${narrowest[columns - fewestColumns]}em)`;
}
