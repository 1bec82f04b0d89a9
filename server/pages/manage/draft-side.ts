// What stands beside a draft while it is written: its official text, what the plan checks find in it, and its redline against
// the text that it follows. All of it is of the draft as it is saved.
import type { PlanSettings } from '../../../schemas/types.ts';
import { findingsOfDraft } from '../../documents/draft-findings.ts';
import { draftRedline } from '../../documents/draft-redline.ts';
import { countsOf } from '../../documents/findings.ts';
import { officialText } from '../../documents/official-text.ts';
import { type RedlinePart, redlineView } from '../../documents/redline-view.ts';
import type { StoredDraft } from '../../store/drafts.ts';
import type { Store } from '../../store/database.ts';
import { planView } from '../../store/plan-view.ts';
import { draftsShowing } from './action-findings.ts';
import { countsInWords, findingView } from './finding-view.ts';

/** More findings than this are read on the page of the action. */
const mostFindings = 40;

interface Beside {
  readonly settings: PlanSettings;
  readonly today: string;
  readonly isDecided: boolean;
  /** The address of the draft. */
  readonly self: string;
}

export async function sideView(store: Store, draft: StoredDraft, beside: Beside) {
  const { settings, self } = beside;
  const compared = await draftRedline(store, draft, settings);
  const view = redlineView(compared.redline);
  return {
    official: officialText(draft.body, [], settings),
    findings:
      beside.isDecided || draft.intent === 'abolish' ? null : await findingsView(store, draft, beside),
    changes: {
      summary: compared.against ? view.summary : 'The class is new: all of it is added.',
      against: compared.against?.number ?? null,
      parts: compared.against ? changedParts(view.parts) : [],
      href: `${self}/redline`,
    },
  };
}

/** What did not change stands in the preview; and the preview has the anchors of the official text. */
function changedParts(parts: readonly RedlinePart[]): RedlinePart[] {
  return parts.flatMap(({ section }) =>
    section ? [{ section: { ...section, anchor: `redline-${section.anchor}` }, unchanged: null }] : [],
  );
}

async function findingsView(store: Store, draft: StoredDraft, { today }: Beside) {
  const { action, classId, body } = draft;
  const found = await findingsOfDraft(store, action, classId, today);
  const own = { classId, title: body.title, code: body.code, findings: found };
  const plan = await planView(store, today);
  const showing = draftsShowing([own], { number: action, plan, mayEdit: false });
  const standing = found.filter(({ suppression }) => suppression === null);
  return {
    counts: countsInWords(countsOf(standing)),
    rows: standing.slice(0, mostFindings).map((finding) => findingView(finding, showing)),
    letStand: found.length - standing.length,
    href: `/manage/actions/${action}#checks`,
  };
}
