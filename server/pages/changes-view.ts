// The plan between two dates as its page shows it: the counts in words, the ways to list it, one page of the list.
import type { PlanSettings } from '../../schemas/types.ts';
import { groupings } from '../documents/plan-changes-csv.ts';
import { type ComparedPlan, narrowedTo } from '../documents/plan-changes.ts';
import { changedWords } from '../documents/plan-changes-words.ts';
import { refusal } from '../errors.ts';
import { inWords, yearsAfter } from '../model/calendar-date.ts';
import { isOfKind, narrowings, type Span } from '../model/plan-changes.ts';
import type { Store } from '../store/database.ts';
import { type Asked, changesAddress } from './changes-asked.ts';
import { groupsOf, type SeriesTitles, shownGroups } from './changes-groups.ts';
import { emptyWords, summaryWords, textGroups } from './changes-words.ts';
import { field, summaryOf } from './field.ts';
import { pager } from './pager.ts';

/** The two dates, what is wrong with them, and spans that people often ask for. */
export function changesForm(asked: Asked, today: string) {
  const { typed, issues, by, kind } = asked;
  const years = (count: number) => ({ from: yearsAfter(today, -count), to: today });
  const spans: readonly (readonly [text: string, span: Span])[] = [
    ['The last 12 months', years(1)],
    ['The last 5 years', years(5)],
    ['The last 10 years', years(10)],
    ['The next 12 months', { from: today, to: yearsAfter(today, 1) }],
  ];
  const labels = { from: 'From', to: 'To' };
  return {
    problems: summaryOf(issues),
    dates: (['from', 'to'] as const).map((name) =>
      field({ name, label: labels[name], type: 'date' }, typed, issues),
    ),
    kept: [
      ...(by === 'class' ? [] : [{ name: 'by', value: by }]),
      ...(kind === null ? [] : [{ name: 'kind', value: kind }]),
    ],
    spans: spans.map(([text, span]) => ({
      text,
      href: changesAddress(span, { by, kind: null }),
      isChosen: span.from === typed.from && span.to === typed.to,
    })),
  };
}

export interface Result {
  readonly whole: ComparedPlan;
  readonly asked: Asked;
  readonly settings: PlanSettings;
  readonly today: string;
  readonly titles: SeriesTitles;
  readonly page: number;
  readonly address: string;
}

/** As many classes or revisions as a page shows. */
const pageLength = 50;

export async function changesView(store: Store, result: Result) {
  const { whole, asked, settings, titles, page, address } = result;
  const plan = narrowedTo(whole, asked.kind);
  const groups = groupsOf(plan, asked.by);
  const total = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  const pages = Math.max(1, Math.ceil(total / pageLength));
  if (page > pages)
    throw refusal('page-not-found', {
      detail: `This list has ${pages === 1 ? '1 page' : `${pages} pages`}.`,
    });
  const window = { start: (page - 1) * pageLength, length: pageLength };
  return {
    heading: `${inWords(whole.from)} to ${inWords(whole.to)}`,
    notice: futureNotice(result),
    summary: summaryWords(whole),
    basis: whole.basis,
    ...waysToList(result),
    groups: await shownGroups(store, groups, window, { settings, titles, known: knownActions(whole) }),
    empty: total === 0 ? emptyWords(asked) : null,
    texts: asked.by === 'action' ? [] : textGroups(plan.texts),
    pager: pager(address, page, pages),
  };
}

function knownActions({ actions }: ComparedPlan): Set<string> {
  return new Set(actions.flatMap(({ number, title }) => (title === null ? [] : (number ?? []))));
}

function futureNotice({ whole: { to }, today }: Result) {
  if (to <= today) return null;
  const text = `${inWords(to)} is still to come: this is the plan as far as it is decided today, ${inWords(today)}.`;
  return { text, link: null };
}

const groupingWords = { class: 'By class', action: 'By action', kind: 'By kind' };

function waysToList({ whole, asked }: Result) {
  const { by, kind } = asked;
  return {
    views: groupings.map((each) => ({
      text: groupingWords[each],
      href: changesAddress(whole, { by: each, kind }),
      isChosen: each === by,
    })),
    kinds: kindChoices(whole, asked),
    files: (['.csv', '.json'] as const).map((ending) => ({
      text: ending.slice(1).toUpperCase(),
      href: changesAddress(whole, asked, ending),
    })),
  };
}

/** The kinds that there are, each with its number; the chosen one too where there is none of it. */
function kindChoices(whole: ComparedPlan, { by, kind }: Asked) {
  const count = (each: (typeof narrowings)[number]) =>
    by === 'action'
      ? narrowedTo(whole, each).actions.reduce((sum, { revisions }) => sum + revisions.length, 0)
      : whole.classes.filter((one) => isOfKind(one, each)).length;
  const counted = narrowings.map((each) => ({ each, count: count(each) }));
  const shown = counted.filter((one) => one.count > 0 || one.each === kind);
  const all = {
    text: 'Everything',
    count: '',
    href: changesAddress(whole, { by, kind: null }),
    isChosen: kind === null,
  };
  if (shown.length === 0) return [];
  return [
    all,
    ...shown.map(({ each, count: number }) => ({
      text: changedWords[each],
      count: new Intl.NumberFormat('en-US').format(number),
      href: changesAddress(whole, { by, kind: each }),
      isChosen: each === kind,
    })),
  ];
}
