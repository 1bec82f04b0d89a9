// Who says what about whom in a series: each class's summary and distinguishing text, sentence by sentence, under the class that
// it speaks of; a summary speaks of its own class too. No sentence is left out but the lists of the series.
import type { CalendarDate } from '../../schemas/types.ts';
import { isClassName, isPartOfLonger } from './findings/class-names.ts';
import { levelOf, type PlanIndex } from './findings/plan-index.ts';
import type { ClassText } from './findings/plan-view.ts';
import { ownPassages, type Subject, subjectOf } from './findings/rule.ts';
import { inForce } from './in-force.ts';
import { sentencesOf } from './readability.ts';
import { seriesStatements } from './series-statement.ts';
import { type ComparedStatement, distinguishingSentences, type OwnSentence } from './sibling-statements.ts';

export interface Statement {
  readonly section: 'summary' | 'distinguishing';
  /** The address of its passage: 'sections.distinguishing.b4'. */
  readonly at: string;
  readonly sentence: string;
  /** What it restates of the class that the cell speaks of. */
  readonly restated: readonly ComparedStatement[];
  /** The title or code that the class had, where it is called by that. */
  readonly formerName: string | null;
}

export interface StatementCell {
  readonly by: ClassText;
  readonly of: ClassText;
  readonly statements: readonly Statement[];
}

export interface StatementRow {
  readonly by: ClassText;
  /** One for each class of the series, lowest level first; that of the speaker is what it says of itself. */
  readonly cells: readonly StatementCell[];
  /** What is said of classes outside the series; none that is empty. */
  readonly outside: readonly StatementCell[];
}

export function statementGrid(index: PlanIndex, seriesId: string): StatementRow[] {
  const classes = index.levels.get(seriesId) ?? [];
  return classes.map((by) => {
    const spoken = spokenIn(subjectOf(index, by), classes);
    const cellOf = (of: ClassText): StatementCell => ({ by, of, statements: spoken.get(of.classId) ?? [] });
    const inSeries = new Set(classes.map(({ classId }) => classId));
    const others = [...spoken.keys()].filter((id) => !inSeries.has(id));
    const outside = others.flatMap((id) => index.classes.get(id) ?? []).map(cellOf);
    return { by, cells: classes.map(cellOf), outside };
  });
}

/** Every restatement of the cells that is no longer what the class says. */
export function driftsIn({ statements }: StatementCell): ComparedStatement[] {
  return statements.flatMap(({ restated }) => restated.filter(({ verdict }) => verdict === 'drifted'));
}

/** The statements of a class, by the class that each speaks of. */
function spokenIn(subject: Subject, classes: readonly ClassText[]): Map<string, Statement[]> {
  const spoken = new Map<string, Statement[]>();
  for (const own of sentencesOfOwn(subject)) {
    if (isListOnly(own)) continue;
    const { passage, sentence } = own;
    const named = othersIn(subject, sentence, classes);
    if (named.size === 0 && passage.kind === 'value') continue;
    const section = passage.section === 'summary' ? 'summary' : 'distinguishing';
    if (named.size === 0 || section === 'summary') named.set(subject.text.classId, null);
    for (const [classId, formerName] of named) {
      const restated = own.restated.filter(({ sibling }) => sibling.classId === classId);
      const statement = { section, at: passage.at, sentence, restated, formerName } as const;
      spoken.set(classId, [...(spoken.get(classId) ?? []), statement]);
    }
  }
  return spoken;
}

function sentencesOfOwn(subject: Subject): OwnSentence[] {
  const summary = ownPassages(subject, 'summary').flatMap((passage) =>
    sentencesOf(passage.text).map((sentence) => ({ passage, sentence, restated: [] })),
  );
  return [...summary, ...distinguishingSentences(subject)];
}

/** 'There are three classes in the series: A, B and C.' says nothing of any of them. */
function isListOnly({ sentence, restated }: OwnSentence): boolean {
  return restated.length === 0 && seriesStatements(sentence).length > 0;
}

/** The other classes that a sentence speaks of, each with the former name that it is called by. */
function othersIn(
  { index, text }: Subject,
  sentence: string,
  classes: readonly ClassText[],
): Map<string, string | null> {
  const others = new Map<string, string | null>();
  const mentions = index.names.mentionsIn(sentence).filter(({ end }) => !isPartOfLonger(sentence, end));
  for (const { classIds, past, name, index: from } of mentions) {
    if (past && !isClassName(sentence, from, name)) continue;
    for (const classId of classIds)
      if (index.classes.has(classId)) others.set(classId, others.get(classId) ?? (past ? name : null));
  }
  const ends = new Set(mentions.map(({ end }) => end));
  for (const { classId } of nextIn(sentence, text, classes, ends)) others.set(classId, null);
  others.delete(text.classId);
  return others;
}

/** The classes that 'the next lower class' means; where it stands behind a title, the title says which. */
function nextIn(
  sentence: string,
  text: ClassText,
  classes: readonly ClassText[],
  ends: ReadonlySet<number>,
): ClassText[] {
  const found = [...sentence.matchAll(/(?:, )?\bthe next (lower|higher) (?:class|level)\b/gi)];
  return found
    .filter((match) => !(match[0].startsWith(',') && ends.has(match.index)))
    .flatMap((match) => neighbours(text, classes, match[1]?.toLowerCase() === 'lower' ? -1 : 1));
}

function neighbours(text: ClassText, classes: readonly ClassText[], side: -1 | 1): ClassText[] {
  const beyond = classes.filter((each) => (levelOf(each) - levelOf(text)) * side > 0);
  const nearest = Math.min(...beyond.map((each) => Math.abs(levelOf(each) - levelOf(text))));
  return beyond.filter((each) => Math.abs(levelOf(each) - levelOf(text)) === nearest);
}

/** The number of the revision that is read. */
export function inForceNumber({ revisions }: ClassText, on: CalendarDate): number {
  const known = revisions.map(({ number, effectiveOn }) => ({ number, effectiveOn, recordedAt: '' }));
  return inForce(known, on)?.number ?? 0;
}
