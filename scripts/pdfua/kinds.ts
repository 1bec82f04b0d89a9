// The kinds of document that Classplan prints, each with the addresses at which the sample plan has it: a new kind is one
// entry here. An administrator asks for them, so documents of the staff area count too.
import { unprintedRevisions } from '../../server/store/classes.ts';
import type { Store } from '../../server/store/database.ts';
import { recordedSeriesIds } from '../../server/store/series.ts';

export interface Kind {
  readonly name: string;
  /** Of a sample plan of which nothing is printed yet. */
  readonly addresses: (store: Store) => Promise<string[]>;
}

export const kinds: readonly Kind[] = [
  { name: 'Specification', addresses: everyRevision },
  { name: 'Matrix of a series', addresses: (store) => everySeries(store, 'compare.pdf') },
  { name: 'Matrix of a series, all of it', addresses: (store) => everySeries(store, 'compare.pdf?show=all') },
];

/** By the latest code of the class: a former code leads there too, unless another class has it now. */
async function everyRevision(store: Store): Promise<string[]> {
  const revisions = await unprintedRevisions(store);
  const codes = new Map(revisions.map(({ subjectId, body }) => [subjectId, body.code]));
  return revisions.map(({ subjectId, number }) => `/classes/${codes.get(subjectId)}/revisions/${number}.pdf`);
}

async function everySeries(store: Store, document: string): Promise<string[]> {
  return [...(await recordedSeriesIds(store))].map((id) => `/series/${id}/${document}`);
}
