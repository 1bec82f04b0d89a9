// A sweep: one proposal for every class of the plan that it concerns, and what a person decides for each. A decision is
// upon the text that was shown; where that has changed since, the class is shown again.
import type { ClassDecision, DecidedClass, SharedText, Specification } from '../../schemas/types.ts';
import { textTitle } from './plan-text.ts';
import { canonicalJson, sha256 } from './revision-chain.ts';
import type { AppendForm, SweepEdit } from './sweep-edit.ts';
import { blocksAt, type FoundBlock, type Where } from './sweep-places.ts';
import type { SweepQuery } from './sweep-query.ts';

export type SweepProposal =
  | { readonly kind: 'wording'; readonly query: SweepQuery; readonly edit: SweepEdit }
  /** `next` is what the shared text is to say; null where it is retired. */
  | { readonly kind: 'shared-text'; readonly before: SharedText; readonly next: SharedText | null };

/** What a sweep found in a class, and what it proposes. */
export interface Hit {
  readonly classId: string;
  readonly code: string;
  readonly title: string;
  readonly found: readonly FoundBlock[];
  readonly before: Specification;
  /** The proposed text. */
  readonly after: Specification;
  /** Of what the decision is upon. */
  readonly fingerprint: string;
}

export interface Decision {
  readonly classId: string;
  readonly decision: ClassDecision;
  readonly reason: string | null;
  readonly fingerprint: string;
  readonly by: string;
  readonly at: string;
}

/** Of the sections that a hit touches, as they stand, and of the proposal for them. */
export function fingerprintOf(
  { found, before, after }: Pick<Hit, 'found' | 'before' | 'after'>,
  also: Where | null,
): string {
  const wheres = [...new Set([...found.map(({ where }) => where), ...(also === null ? [] : [also])])];
  const said = (body: Specification) =>
    wheres.map((where) => blocksAt(body, where).map((block) => ({ ...block, id: '' })));
  return sha256(`classplan/hit/1\0${canonicalJson({ wheres, before: said(before), after: said(after) })}`);
}

/** One class of a sweep: open until it is decided upon what it says now. */
export interface SweepRow {
  readonly hit: Hit;
  readonly decision: Decision | null;
  readonly state: 'open' | ClassDecision;
  /** It was decided, and has changed since. */
  readonly isAgain: boolean;
}

/** `decisions` in the order in which they were taken: the last one of a class counts. */
export function sweepRows(hits: readonly Hit[], decisions: readonly Decision[]): SweepRow[] {
  const last = new Map(decisions.map((decision) => [decision.classId, decision]));
  return hits.map((hit) => {
    const decision = last.get(hit.classId) ?? null;
    const stands = decision?.fingerprint === hit.fingerprint;
    return {
      hit,
      decision,
      state: decision !== null && stands ? decision.decision : 'open',
      isAgain: decision !== null && !stands,
    };
  });
}

/** Names a list of hits as they were shown, so that all of them are decided or none. */
export function listHash(hits: readonly Pick<Hit, 'classId' | 'fingerprint'>[]): string {
  return sha256(canonicalJson(hits.map(({ classId, fingerprint }) => [classId, fingerprint])));
}

/** 'Replace “five years” with “three years”' */
export function inWordsOf(proposal: SweepProposal): string {
  if (proposal.kind === 'shared-text') {
    const { before, next } = proposal;
    return next === null ? `Retire “${textTitle(before)}”` : `Reword “${textTitle(before)}”`;
  }
  const { query, edit } = proposal;
  if (edit.kind === 'remove') return `Take out what holds ${quoted(query)}`;
  if (edit.kind === 'append')
    return `Add ${formWords[edit.form]} where ${quoted(query)} is said: “${edit.text}”`;
  return edit.text === '' ? `Take out ${quoted(query)}` : `Replace ${quoted(query)} with “${edit.text}”`;
}

/** For the log of an action, which quotes its notes: ‘Replace …, begun’. */
export function sweepNote(proposal: SweepProposal, done: string): string {
  return `${inWordsOf(proposal).replaceAll('“', '‘').replaceAll('”', '’')}, ${done}`;
}

/** '37 changed, 3 kept' */
export function countsInWords(outcome: readonly DecidedClass[]): string {
  const changed = outcome.filter(({ decision }) => decision === 'change').length;
  return `${changed} changed, ${outcome.length - changed} kept`;
}

const formWords: Readonly<Record<AppendForm, string>> = {
  sentence: 'a sentence',
  paragraph: 'a paragraph',
  item: 'an entry',
};

function quoted({ mode, text }: SweepQuery): string {
  if (mode === 'expression') return `the expression ${text}`;
  return mode === 'words' ? `the words ${text}` : `“${text}”`;
}
