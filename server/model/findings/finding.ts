// A finding: something about a text that a person should look at, with the passage it rests on and its place. Nothing is
// ever changed for it. Its key stays the same while the passage does, so that a suppression ends with the passage.
import { canonicalJson, sha256 } from '../revision-chain.ts';

/** An error contradicts the plan or itself; a warning is probably wrong; a note is worth a look. */
export type Severity = 'error' | 'warning' | 'note';

export const severities: readonly Severity[] = Object.freeze(['error', 'warning', 'note']);

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Null where it is about the plan as a whole. */
  readonly classId: string | null;
  /** Other classes that it speaks of. */
  readonly others: readonly string[];
  /** The field, addressed as a merge does: 'title', 'sections.duties.b7', 'sections.details.payGrade', 'history'. */
  readonly at: string;
  readonly message: string;
  /** The passage, quoted. */
  readonly evidence: string;
}

/** What a check gives for one place; the rule and the class are known. */
export interface Hit {
  readonly at: string;
  readonly message: string;
  readonly evidence: string;
  readonly others?: readonly string[];
}

const longestEvidence = 400;

/** The sentence around a place of a text, or as much of it as can be quoted. */
export function sentenceAround(text: string, index: number, length = 0): string {
  const before = text.slice(Math.max(0, index - 250), index);
  const after = text.slice(index + length, index + length + 250);
  const start = Math.max(...['. ', '! ', '? '].map((mark) => before.lastIndexOf(mark)));
  const end = /[.!?](?=\s|$)/.exec(after)?.index;
  const head = start < 0 ? opened(before, index > 250) : before.slice(start + 2);
  const tail =
    end === undefined ? closed(after, text.length > index + length + 250) : after.slice(0, end + 1);
  return quoted(`${head}${text.slice(index, index + length)}${tail}`);
}

function opened(before: string, isCut: boolean): string {
  return isCut ? `…${before.replace(/^\S*\s/, '')}` : before;
}

function closed(after: string, isCut: boolean): string {
  return isCut ? `${after.replace(/\s\S*$/, '')}…` : after;
}

/** No longer than a reader needs to find the passage. */
export function quoted(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length <= longestEvidence) return trimmed;
  return `${trimmed.slice(0, longestEvidence - 1).toWellFormed()}…`;
}

/** Names a finding by what it rests on: rule, class and passage, wherever the passage stands. */
export function findingKey({
  rule,
  classId,
  evidence,
}: Pick<Finding, 'rule' | 'classId' | 'evidence'>): string {
  return sha256(`classplan/finding/1\0${canonicalJson({ rule, classId, evidence })}`);
}
