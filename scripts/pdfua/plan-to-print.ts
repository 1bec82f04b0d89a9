// What there is to be printed of a plan: every revision of every class, its series, its actions, decided and open, with their
// drafts.
import type { JobPostingForm } from '../../schemas/types.ts';
import { planBook } from '../../server/documents/plan-book.ts';
import { actionsAt } from '../../server/store/actions.ts';
import { type ClassRevision, type ClassRow, unprintedRevisions } from '../../server/store/classes.ts';
import type { Store } from '../../server/store/database.ts';
import { draftsOf, type StoredDraft } from '../../server/store/drafts.ts';
import { decidedActions } from '../../server/store/plan.ts';
import { recordedSeriesIds } from '../../server/store/series.ts';

export interface PlanToPrint {
  readonly today: string;
  readonly revisions: readonly (ClassRevision & { readonly isFirst: boolean; readonly isLatest: boolean })[];
  /** By the latest code of the class: a former code leads there too, unless another class has it now. */
  readonly classAddress: (revision: ClassRevision) => string;
  readonly inForce: readonly ClassRow[];
  readonly series: readonly string[];
  /** The numbers of the actions that are decided. */
  readonly decided: readonly string[];
  readonly open: readonly string[];
  readonly drafts: readonly StoredDraft[];
  /** What is typed into the form of a job posting. */
  readonly posting: Omit<JobPostingForm, 'revision'>;
}

/** Of a plan of which nothing is printed yet. */
export async function planToPrint(
  store: Store,
  { today, posting }: Pick<PlanToPrint, 'today' | 'posting'>,
): Promise<PlanToPrint> {
  const all = await unprintedRevisions(store);
  const latest = new Map(all.map((revision) => [revision.subjectId, revision]));
  const open = (await actionsAt(store, ['draft', 'in review', 'posted'])).map(({ number }) => number);
  return {
    ...{ today, posting, open },
    revisions: all.map((revision) => ({
      ...revision,
      isFirst: revision.number === 1,
      isLatest: latest.get(revision.subjectId) === revision,
    })),
    classAddress: ({ subjectId }) => `/classes/${latest.get(subjectId)?.body.code}`,
    inForce: (await planBook(store, today))?.classes ?? [],
    series: [...(await recordedSeriesIds(store))],
    decided: (await decidedActions(store)).map(({ number }) => number),
    drafts: (await Promise.all(open.map((number) => draftsOf(store, number)))).flat(),
  };
}

/** The codes of two classes and of eight, of as many series as there are. */
export function sideBySide({ inForce }: PlanToPrint): string[][] {
  const first = [...Map.groupBy(inForce, ({ seriesId }) => seriesId).values()].flatMap((rows) =>
    rows.slice(0, 1),
  );
  const codes = [...new Set([...first, ...inForce])].map(({ code }) => code);
  return [codes.slice(0, 2), codes.slice(0, 8)];
}
