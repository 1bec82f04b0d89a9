// The kinds of document that Classplan prints, each with the addresses at which the sample plan has it: a new kind is one
// entry here. An administrator asks for them, so documents of the staff area count too.
import { type ClassRevision, unprintedRevisions } from '../../server/store/classes.ts';
import type { Store } from '../../server/store/database.ts';
import { decidedActions } from '../../server/store/plan.ts';
import { recordedSeriesIds } from '../../server/store/series.ts';

export interface Kind {
  readonly name: string;
  readonly addresses: (plan: SamplePlan) => string[];
}

export interface SamplePlan {
  readonly revisions: readonly (ClassRevision & { readonly isFirst: boolean; readonly isLatest: boolean })[];
  readonly series: readonly string[];
  /** The numbers of the decided ones. */
  readonly actions: readonly string[];
  /** By the latest code of the class: a former code leads there too, unless another class has it now. */
  readonly classAddress: (revision: ClassRevision) => string;
}

export const kinds: readonly Kind[] = [
  { name: 'specification', addresses: (plan) => ofEach(plan, 'revisions/N.pdf') },
  { name: 'reading copy', addresses: (plan) => ofEach(plan, 'revisions/N/reading-copy.pdf', 'isLatest') },
  { name: 'redline', addresses: (plan) => ofEach(plan, 'compare/P..N.pdf', 'isLater') },
  { name: 'matrix', addresses: ({ series }) => series.map((id) => `/series/${id}/compare.pdf`) },
  {
    name: 'matrix of differences',
    addresses: ({ series }) => series.map((id) => `/series/${id}/compare.pdf?show=differences`),
  },
  { name: 'notice', addresses: ({ actions }) => actions.map((number) => `/actions/${number}/notice.pdf`) },
  {
    name: 'board packet',
    addresses: ({ actions }) => actions.map((number) => `/manage/actions/${number}/packet.pdf`),
  },
];

/** N is the number of the revision, P that of the one before. */
function ofEach(plan: SamplePlan, path: string, which: 'every' | 'isLatest' | 'isLater' = 'every'): string[] {
  const { revisions, classAddress } = plan;
  return revisions
    .filter(({ isFirst, isLatest }) => ({ every: true, isLatest, isLater: !isFirst })[which])
    .map((revision) => {
      const [number, before] = [revision.number, revision.number - 1].map(String);
      return `${classAddress(revision)}/${path.replace('P', before ?? '').replace('N', number ?? '')}`;
    });
}

/** Of a plan of which nothing is printed yet. */
export async function samplePlan(store: Store): Promise<SamplePlan> {
  const all = await unprintedRevisions(store);
  const latest = new Map(all.map((revision) => [revision.subjectId, revision]));
  return {
    revisions: all.map((revision) => ({
      ...revision,
      isFirst: revision.number === 1,
      isLatest: latest.get(revision.subjectId) === revision,
    })),
    series: [...(await recordedSeriesIds(store))],
    actions: (await decidedActions(store)).map(({ number }) => number),
    classAddress: ({ subjectId }) => `/classes/${latest.get(subjectId)?.body.code}`,
  };
}
