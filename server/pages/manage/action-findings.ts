// The findings of an action's drafts as its page shows them before posting: class by class, those without any in one line.
import type { CalendarDate } from '../../../schemas/types.ts';
import { type DraftFindings, findingsOfAction } from '../../documents/draft-findings.ts';
import { countsOf } from '../../documents/findings.ts';
import type { PlanView } from '../../model/findings/plan-view.ts';
import type { Action } from '../../store/actions.ts';
import type { Store } from '../../store/database.ts';
import { planView } from '../../store/plan-view.ts';
import { showingOf } from './checks.ts';
import { countsInWords, findingView, type Showing } from './finding-view.ts';

const mostOfAClass = 100;

/** Null where the action has no drafts. */
export async function actionFindings(store: Store, action: Action, today: CalendarDate, mayEdit: boolean) {
  const drafts = await findingsOfAction(store, action, today);
  if (drafts.length === 0) return null;
  const plan = await planView(store, today);
  const showing = draftsShowing(drafts, { number: action.number, plan, mayEdit });
  const found = drafts.filter(({ findings }) => findings.length > 0);
  const clean = drafts.filter(({ findings }) => findings.length === 0);
  return {
    counts: countsInWords(countsOf(drafts.flatMap(({ findings }) => findings))),
    classes: found.map(({ classId, title, code, findings }) => ({
      classId,
      title: title || 'New class',
      code: code ?? '',
      counts: countsInWords(countsOf(findings)),
      suppressedCount: findings.filter(({ suppression }) => suppression !== null).length,
      findings: findings.slice(0, mostOfAClass).map((finding) => findingView(finding, showing)),
    })),
    clean:
      clean.length === 0
        ? null
        : clean.map(({ title, code }) => `${title} (${code ?? 'no code'})`).join(', '),
  };
}

interface Drafting {
  readonly number: string;
  readonly plan: PlanView;
  readonly mayEdit: boolean;
}

/** A drafted class leads to its draft, any other to its page. */
export function draftsShowing(
  drafts: readonly DraftFindings[],
  { number, plan, mayEdit }: Drafting,
): Showing {
  const byId = new Map(drafts.map((draft) => [draft.classId, draft]));
  const present = showingOf(plan, mayEdit);
  return {
    ...present,
    action: number,
    subjectOf: (classId) => {
      const draft = byId.get(classId);
      if (!draft) return present.subjectOf(classId);
      const href = `/manage/actions/${number}/changes/${classId}`;
      return { title: draft.title, code: draft.code, href, hasAnchors: false };
    },
  };
}
