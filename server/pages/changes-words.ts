// The plan between two dates in sentences: how many of what, what the other texts say, what an empty list means.
import type { ChangedText, ChangeKind, SpanCounts } from '../../schemas/types.ts';
import { markedExcerpt } from '../documents/marked-text.ts';
import type { ComparedPlan } from '../documents/plan-changes.ts';
import { changedWords, subjectWords } from '../documents/plan-changes-words.ts';
import { runsBetween } from '../model/redline-runs.ts';
import type { Asked } from './changes-asked.ts';

const figures = new Intl.NumberFormat('en-US');
const list = new Intl.ListFormat('en-US');

export function counted(count: number, one: string, many: string): string {
  return `${figures.format(count)} ${count === 1 ? one : many}`;
}

/** 'moved' of 'Moved'. */
function inSentence(kind: ChangeKind): string {
  return changedWords[kind].toLowerCase();
}

export function summaryWords({ counts, texts }: ComparedPlan) {
  const others = [...revisionWords(counts), ...backWords(counts), ...textWords(texts)];
  return { classes: differWords(counts), others };
}

/** '39 classes differ: 1 abolished, 13 regraded and 30 amended.' */
function differWords({ classes, kinds }: SpanCounts): string {
  if (classes === 0) return 'No class differs.';
  const [only, second] = kinds;
  if (only && !second)
    return `${counted(classes, 'class differs: it was', 'classes differ: all')} ${inSentence(only.kind)}.`;
  const told = kinds.map((each) => `${figures.format(each.classes)} ${inSentence(each.kind)}`);
  const sum = kinds.reduce((all, each) => all + each.classes, 0);
  const several = sum > classes ? ' One that differs in several ways counts under each.' : '';
  return `${counted(classes, 'class differs', 'classes differ')}: ${list.format(told)}.${several}`;
}

function revisionWords({ revisions, actions }: SpanCounts): string[] {
  if (revisions === 0) return [];
  const by = actions === 0 ? '' : `, by ${counted(actions, 'action', 'actions')}`;
  return [`In between: ${counted(revisions, 'revision of a class', 'revisions of classes')}${by}.`];
}

function backWords({ changedBack }: SpanCounts): string[] {
  if (changedBack === 0) return [];
  return [
    `${counted(changedBack, 'class was', 'classes were')} changed in between without a difference on the second date.`,
  ];
}

/** 'Also changed: 2 series, the pay schedule and 1 shared text.' */
function textWords(texts: readonly ChangedText[]): string[] {
  if (texts.length === 0) return [];
  const of = (subject: string) => texts.filter((each) => each.subject === subject).length;
  const told = [
    ...(of('series') > 0 ? [`${figures.format(of('series'))} series`] : []),
    ...(of('pay-schedule') > 0 ? ['the pay schedule'] : []),
    ...(of('shared-text') > 0 ? [counted(of('shared-text'), 'shared text', 'shared texts')] : []),
    ...(of('plan') > 0 ? ['the settings of the plan'] : []),
  ];
  return [`Also changed: ${list.format(told)}.`];
}

export function emptyWords({ by, kind }: Asked): string {
  if (kind === 'none')
    return 'No class was changed without a difference on the second date. Choose other dates or another kind.';
  const things = by === 'action' ? 'No revision' : 'No class';
  if (kind !== null)
    return `${things} was ${inSentence(kind)} between the two dates. Choose other dates or another kind.`;
  return by === 'action'
    ? 'Nothing took effect between the two dates. Choose other dates.'
    : 'No class differs between the two dates. Choose other dates.';
}

/** As many texts as stand open; more are folded. */
const mostOpen = 10;

/** The other texts of the plan under what they are. */
export function textGroups(texts: readonly ChangedText[]) {
  return [...Map.groupBy(texts, ({ subject }) => subject)].map(([subject, its]) => ({
    subject,
    heading: its.length === 1 || subject === 'series' ? subjectWords[subject] : `${subjectWords[subject]}s`,
    count: figures.format(its.length),
    isOpen: its.length <= mostOpen,
    texts: its.map(textView),
  }));
}

function textView({ title, href, what, wording }: ChangedText) {
  const runs = wording && runsBetween(wording.before, wording.after);
  return { title, href, what: whatWords(what), marked: runs && markedExcerpt({ term: null, runs }, 'both') };
}

/** The clauses as one line. */
export function whatWords(what: readonly string[]): string {
  return what.length === 0 ? 'Recorded again; it says the same' : what.join(' · ');
}
