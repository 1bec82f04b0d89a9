// A rule of the catalogue: what it is called, why it matters, how to mend what it finds, and its check, which is over a
// passage, a class or the plan. An id is never given a second meaning, because suppressions name it.
import { blocksOfSection, wordsOf } from '../specification.ts';
import type { SectionKey } from '../../../schemas/types.ts';
import type { Hit, Severity } from './finding.ts';
import { type Passage, passagesOf } from './passages.ts';
import type { PlanIndex } from './plan-index.ts';
import type { ClassText } from './plan-view.ts';

/** The class that is looked at, in its plan. */
export interface Subject {
  readonly index: PlanIndex;
  readonly text: ClassText;
  readonly passages: readonly Passage[];
}

interface RuleText {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly mend: string;
}

/** Looks at one passage by itself, of a class or of the library of shared texts. */
export interface PassageRule extends RuleText {
  readonly over: 'passage';
  readonly check: (passage: Passage) => Hit[];
}

export interface ClassRule extends RuleText {
  readonly over: 'class';
  /** True where a finding may speak of another class: a change of that one can bring it about or mend it. */
  readonly isMutual?: true;
  readonly check: (subject: Subject) => Hit[];
}

export interface PlanRule extends RuleText {
  readonly over: 'plan';
  readonly check: (index: PlanIndex) => Hit[];
}

export type Rule = PassageRule | ClassRule | PlanRule;

export function subjectOf(index: PlanIndex, text: ClassText): Subject {
  return { index, text, passages: passagesOf(text.body) };
}

/** The class's own prose of a section, without what it takes from the library. */
export function ownPassages({ passages }: Subject, ...keys: readonly Passage['section'][]): Passage[] {
  return passages.filter(({ section, sharedId }) => sharedId === null && keys.includes(section));
}

/** Several sections as one text, term and definition together. */
export function proseIn({ text }: Subject, ...keys: readonly SectionKey[]): string {
  return keys.flatMap((key) => blocksOfSection(text.body, key).map(wordsOf)).join('\n');
}

/** What the class does, as everything but its demands and facts tells it. */
export function workOf(subject: Subject): string {
  const told = proseIn(
    subject,
    'summary',
    'distinguishing',
    'duties',
    'knowledgeSkills',
    'education',
    'experience',
  );
  return `${subject.text.body.title}\n${told}`;
}

/** 'IT Manager (CI2787)' */
export function nameOf({ body }: ClassText): string {
  return body.code === null ? body.title : `${body.title} (${body.code})`;
}
