// The list of the plan between two dates: classes under their kinds, or revisions under their actions, and of these the
// part that a page shows. Redlines are counted for that part alone.
import type { ChangedClass, ChangingAction, MadeRevision, PlanSettings } from '../../schemas/types.ts';
import { type Grouping, kindsListed } from '../documents/plan-changes-csv.ts';
import type { ComparedClass } from '../documents/classes-between.ts';
import { type ComparedPlan, withCounts } from '../documents/plan-changes.ts';
import { changedWords, placeInWords, sectionsInWords } from '../documents/plan-changes-words.ts';
import { inWords } from '../model/calendar-date.ts';
import { isOfKind, narrowings } from '../model/plan-changes.ts';
import type { Store } from '../store/database.ts';
import { counted, whatWords } from './changes-words.ts';

export interface Group {
  /** Null where the list is one. */
  readonly heading: string | null;
  readonly code: string | null;
  readonly href: string | null;
  readonly note: string;
  readonly entries: readonly (ComparedClass | MadeRevision)[];
}

export function groupsOf(plan: ComparedPlan, by: Grouping): Group[] {
  if (by === 'action') return plan.actions.map(actionGroup);
  if (by === 'class') return [{ heading: null, code: null, href: null, note: '', entries: plan.classes }];
  const groups = kindsListed(plan.kind).map((kind) => {
    const entries = plan.classes.filter((each) => isOfKind(each, kind));
    const note = counted(entries.length, 'class', 'classes');
    return { heading: changedWords[kind], code: null, href: null, note, entries };
  });
  return groups.filter(({ entries }) => entries.length > 0);
}

function actionGroup({ number, title, decidedOn, isProvisional, revisions }: ChangingAction): Group {
  const note = [
    ...(decidedOn === null ? [] : [`Decided ${inWords(decidedOn)}`]),
    counted(revisions.length, 'revision', 'revisions'),
    ...(isProvisional ? ['provisional: not yet ratified'] : []),
  ].join(' · ');
  return {
    heading: title ?? number ?? 'Without an action',
    code: title === null ? null : number,
    href: title === null || number === null ? null : `/actions/${number}`,
    note,
    entries: revisions,
  };
}

/** What the series are called on the two dates, by their ids. */
export interface SeriesTitles {
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
}

interface Told {
  readonly settings: PlanSettings;
  readonly titles: SeriesTitles;
  /** The numbers of the actions that have a page. */
  readonly known: ReadonlySet<string>;
}

/** What of the groups lies in the window over all their entries. */
export async function shownGroups(
  store: Store,
  groups: readonly Group[],
  window: { readonly start: number; readonly length: number },
  told: Told,
) {
  const shown = [];
  let passed = 0;
  for (const { entries, ...group } of groups) {
    const first = Math.max(0, window.start - passed);
    const some = entries.slice(first, Math.max(0, window.start + window.length - passed));
    passed += entries.length;
    if (some.length === 0) continue;
    const classes = await withCounts(store, some.filter(isCompared), told.settings);
    shown.push({
      ...group,
      isContinued: first > 0,
      classes: classes.map((each) => classView(each, told)),
      revisions: some.flatMap((each) => (isCompared(each) ? [] : revisionView(each))),
    });
  }
  return shown;
}

function isCompared(entry: ComparedClass | MadeRevision): entry is ComparedClass {
  return 'classId' in entry;
}

function classView(changed: ChangedClass, { titles, known, settings }: Told) {
  const { title, code, href, kinds, redline, revisions, actions } = changed;
  return {
    ...{ title, code, href },
    kinds: kinds.length === 0 ? [changedWords.none] : kinds.map((kind) => changedWords[kind]),
    facts: factsOf(changed, titles),
    sections: changed.amended.length === 0 ? null : sectionsInWords(changed.amended, settings),
    redline: redline && {
      href: redline.href,
      text: `Redline: ${counted(redline.changes, 'change', 'changes')}`,
    },
    revisions: counted(revisions.length, 'revision', 'revisions'),
    actions: actions.map((number) => ({ number, href: known.has(number) ? `/actions/${number}` : null })),
    says: saysOf(changed),
  };
}

/** What to say of a class that has no redline. */
function saysOf({ before, after, kinds }: ChangedClass): string | null {
  if (before && !after) return 'Abolished; its last text is kept.';
  if (kinds.length > 0) return null;
  return after ? 'It says the same on both dates.' : 'Created and abolished between the two dates.';
}

/** The facts that differ; of a class that is on one date alone, its pay grade and place. */
function factsOf({ before, after }: ChangedClass, titles: SeriesTitles) {
  const facts = [
    ['Title', before?.title, after?.title],
    ['Code', before?.code, after?.code],
    ['Pay grade', before && (before.payGrade ?? 'none'), after && (after.payGrade ?? 'none')],
    [
      'Series',
      before && placeInWords(before.series, titles.before),
      after && placeInWords(after.series, titles.after),
    ],
  ] as const;
  const shown = before && after ? facts.filter(([, from, to]) => from !== to) : facts.slice(2);
  return shown
    .map(([name, from, to]) => ({ name, from: from ?? null, to: to ?? null }))
    .filter(({ from, to }) => from !== null || to !== null);
}

function revisionView(made: MadeRevision) {
  const { title, code, href, number, kinds, what, effectiveOn, isReplaced, redline } = made;
  const isClass = made.subject === 'class';
  return {
    ...{ title, code, href, redline },
    revision: isClass ? `Revision ${number}` : '',
    kinds: narrowings
      .filter((kind) => kind !== 'none' && kinds.includes(kind))
      .map((kind) => changedWords[kind]),
    what: isClass ? null : whatWords(what),
    effective: inWords(effectiveOn),
    replaced: isReplaced ? 'Replaced: a later revision counts from the same day.' : null,
  };
}
