// The texts of the plan that are no classes between two dates: the net difference of each, and each revision against the one
// that applied before it.
import type { ChangedText } from '../../schemas/types.ts';
import { inForce } from '../model/in-force.ts';
import { isInSpan, type Span } from '../model/plan-changes.ts';
import { textTitle } from '../model/plan-text.ts';
import { revisedWording, type TextBody, textDifferences } from '../model/plan-text-changes.ts';
import { byApplication } from '../model/standing.ts';
import type { Store } from '../store/database.ts';
import { textsChangedIn, type TextSubject } from '../store/plan-changes.ts';
import type { RecordedRevision } from '../store/record.ts';
import type { MadeText } from './plan-changes-actions.ts';
import { byTitle } from './plan-changes-words.ts';

type Revision = RecordedRevision<TextSubject>;

export async function textsBetween(
  store: Store,
  span: Span,
): Promise<{ changed: ChangedText[]; made: MadeText[] }> {
  const histories = await textsChangedIn(store, span);
  return {
    changed: histories.flatMap((each) => changedText(each, span)).sort(bySubject),
    made: histories.flatMap((each) => madeTexts(each, span)),
  };
}

function changedText(history: readonly Revision[], span: Span): ChangedText[] {
  const [before, after] = [inForce(history, span.from), inForce(history, span.to)];
  const within = history.filter((each) => isInSpan(span, each));
  const shown = after ?? within.at(-1);
  if (!shown) return [];
  const revisions = within.map(({ number }) => number);
  const [old, made] = [textOf(before), textOf(after)];
  const what = textDifferences(old, made);
  return [{ ...namesOf(shown, span), what, wording: revisedWording(old, made), revisions }];
}

function madeTexts(history: readonly Revision[], span: Span): MadeText[] {
  const timeline = [...history].sort(byApplication);
  return timeline.flatMap((revision, index) => {
    if (!isInSpan(span, revision)) return [];
    const { number, effectiveOn, decidedOn, action } = revision;
    const what = textDifferences(textOf(timeline[index - 1] ?? null), textOf(revision));
    return [{ ...namesOf(revision, span), number, what, effectiveOn, decidedOn, action }];
  });
}

function namesOf(revision: Revision, { to }: Span) {
  const { subject, subjectId: id, status } = revision;
  const hasPage = subject === 'series' && status === 'active';
  const title = titleOf(textOf({ ...revision, status: 'active' }));
  return { subject, id, title, href: hasPage ? `/series/${id}?on=${to}` : null };
}

function titleOf(text: TextBody | null): string {
  if (!text || text.subject === 'plan') return 'Settings of the plan';
  if (text.subject === 'pay-schedule') return text.body.title;
  return textTitle(text.body);
}

/** Null for none, and for one that is ended. */
function textOf(revision: Pick<Revision, 'subject' | 'status' | 'body'> | null): TextBody | null {
  if (!revision || revision.status !== 'active') return null;
  const { subject, body } = revision;
  return { subject, body } as TextBody;
}

const order: readonly string[] = ['series', 'pay-schedule', 'shared-text', 'plan'];

function bySubject(one: ChangedText, other: ChangedText): number {
  return order.indexOf(one.subject) - order.indexOf(other.subject) || byTitle(one, other);
}
