// The form of a series: its title, group and concept, the action in which they are decided, and beside them what
// somebody else saved.
import type { Response } from 'express';
import type { Series } from '../../../schemas/types.ts';
import { refusal } from '../../errors.ts';
import type { Issue } from '../../model/issue.ts';
import { type StoredPlanText, textRevisions } from '../../store/plan-texts.ts';
import { proposedSeries } from '../../store/series.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { field, messageOf, summaryOf } from '../field.ts';
import type { Typed } from '../form.ts';
import { frame, planToday, shortened } from '../page.ts';
import { actionChoiceView } from './action-choice.ts';
import { options, text } from './sweep-asked.ts';

/** A series as it was last decided, or as the action that begins it has it. */
export interface SeriesText {
  readonly body: Series;
  /** The number of its last revision; null where it is only proposed. */
  readonly number: number | null;
  /** The action that proposes a series which has no revision yet. */
  readonly action: string | null;
}

export async function requireSeriesText({ store }: Tools, id: string): Promise<SeriesText> {
  const last = (await textRevisions(store, 'series', id)).at(-1);
  if (last && 'concept' in last.body) return { body: last.body, number: last.number, action: null };
  const proposed = (await proposedSeries(store)).find(({ body }) => body.id === id);
  if (!proposed) throw refusal('series-not-found', { detail: `Asked for: ${shortened(id)}.` });
  return { ...proposed, number: null };
}

/** A line that is empty stands between two paragraphs. */
export function paragraphsOf(typed: string): string[] {
  const paragraphs = typed.split(/\n\s*\n/).map((each) => each.replace(/\s+/g, ' ').trim());
  return paragraphs.filter((each) => each !== '');
}

export function typedOf({ title, occupationalGroup, concept }: Series): Typed {
  return { title, occupationalGroup: occupationalGroup ?? '', concept: concept.join('\n\n') };
}

interface Shown {
  /** Null for a series that is new. */
  readonly series: SeriesText | null;
  readonly typed: Typed;
  readonly issues: readonly Issue[];
  /** What the action holds by now; 'moved' where the text was decided anew. */
  readonly theirs: StoredPlanText | 'moved' | null;
}

export async function sendSeriesForm(
  tools: Tools,
  response: Response,
  { series, typed, issues, theirs }: Shown,
): Promise<void> {
  const { settings } = await planToday(tools);
  const title = series === null ? 'Begin a series' : `Propose another text of ${series.body.title}`;
  const href = series === null ? '/manage/series/new' : `/manage/series/${series.body.id}/edit`;
  const groups = settings.codes.occupationalGroup.values.map(
    ({ code, meaning }) => [code, `${meaning} (${code})`] as const,
  );
  const hint =
    'What the kind of work is, and by what its levels differ. An empty line begins a new paragraph.';
  const body = tools.views.render('pages/manage/series-edit', {
    page: frame(settings, { title, place: 'manage' }, response),
    problems: summaryOf(issues),
    heading: title,
    isNew: series === null,
    known:
      series === null || series.number === null
        ? null
        : { title: series.body.title, href: `/manage/series/${series.body.id}` },
    href,
    title: field(
      { name: 'title', label: 'Title', type: 'text', hint: 'Without the word “series”.' },
      typed,
      issues,
    ),
    groups: groups.length === 0 ? null : options(groups, text(typed, 'occupationalGroup')),
    groupMessage: messageOf('occupationalGroup', issues),
    concept: field({ name: 'concept', label: 'Concept', type: 'text', rows: 12, hint }, typed, issues),
    base: text(typed, 'base'),
    baseNumber: text(typed, 'baseNumber'),
    theirs: theirs === null ? null : staleView(theirs),
    choice: await actionChoiceView(tools.store, typed, issues, { prefix: 'action' }),
  });
  sendPrivately(response, body, theirs !== null ? 412 : issues.length > 0 ? 422 : 200);
}

function staleView(theirs: StoredPlanText | 'moved') {
  if (theirs === 'moved' || !('concept' in theirs.body)) return { action: null, title: null, says: [] };
  return { action: theirs.action, title: theirs.body.title, says: theirs.body.concept };
}
