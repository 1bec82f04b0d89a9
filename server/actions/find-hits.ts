// What a sweep finds in the texts that it reads, class by class, with the proposed text beside each.
import { isDeepStrictEqual } from 'node:util';
import type { Specification } from '../../schemas/types.ts';
import { findExpression } from '../expressions/find.ts';
import { asFound, usesIn, withWording } from '../model/shared-text-use.ts';
import { fingerprintOf, type Hit, type SweepProposal } from '../model/sweep.ts';
import { edited, type SweepEdit } from '../model/sweep-edit.ts';
import { highestGroup, literally, type Match } from '../model/sweep-matches.ts';
import { type FoundBlock, type Place, placesOf } from '../model/sweep-places.ts';
import { finderOf, isAsked, type SweepQuery } from '../model/sweep-query.ts';
import type { Store } from '../store/database.ts';
import { textRevisions } from '../store/plan-texts.ts';
import type { SweepText, SweepTexts } from './sweep-texts.ts';

export type Sought =
  SweepProposal | { readonly kind: 'wording'; readonly query: SweepQuery; readonly edit: null };

export type Hits = { readonly hits: readonly Hit[] } | { readonly problem: string };

/** `fresh` gives ids to blocks that the proposal adds. */
export async function findHits(
  store: Store,
  { texts }: SweepTexts,
  sought: Sought,
  fresh: () => string = countedIds(),
): Promise<Hits> {
  if (sought.kind === 'shared-text') return { hits: await usersOf(store, texts, sought) };
  const { query, edit } = sought;
  const problem = edit === null ? null : whyImpossible(query, edit);
  if (problem !== null) return { problem };
  const asked = texts.filter(({ body }) => isAsked(query, body));
  const found = await findIn(asked, query, edit);
  if ('problem' in found) return found;
  const meant = edit === null ? null : asMeant(query, edit);
  const hits = asked.flatMap((text, index) => {
    const blocks = found.blocks[index] ?? [];
    if (blocks.length === 0) return [];
    const after = meant === null ? text.body : edited(text.body, blocks, meant, fresh);
    const also = edit?.kind === 'append' ? edit.section : null;
    const changes = edit === null || !isDeepStrictEqual(after, text.body);
    return changes ? [hitOf(text, blocks, after, also)] : [];
  });
  return { hits };
}

function countedIds(): () => string {
  let count = 0;
  return () => `new${(count += 1)}`;
}

/** Groups are an expression's; words of a phrase are replaced as they are written. */
function asMeant({ mode }: SweepQuery, edit: SweepEdit): SweepEdit {
  return edit.kind === 'replace' && mode !== 'expression' ? { ...edit, text: literally(edit.text) } : edit;
}

/** Why an edit does not go with a query, as a sentence; null where it does. */
export function whyImpossible({ mode }: SweepQuery, edit: SweepEdit): string | null {
  if (edit.kind === 'replace' && mode === 'words')
    return 'Words that stand apart cannot be replaced as one. Look for a phrase, or for an expression.';
  return null;
}

async function findIn(
  texts: readonly SweepText[],
  query: SweepQuery,
  edit: SweepEdit | null,
): Promise<{ blocks: FoundBlock[][] } | { problem: string }> {
  const places = texts.map(({ body }) => placesOf(body, query.section));
  if (query.mode !== 'expression') {
    const find = finderOf(query);
    return { blocks: places.map((each) => foundAt(each, find)) };
  }
  const words = places.flat().flatMap(({ block }) => fieldsOf(block));
  const answer = await findExpression(query.text, query.isCaseKept, words);
  if ('problem' in answer) return answer;
  const asks = edit?.kind === 'replace' ? highestGroup(edit.text) : 0;
  if (asks > answer.groups)
    return { problem: `The replacement names $${asks}, and the expression has ${countOf(answer.groups)}.` };
  let next = 0;
  const inOrder = () => answer.matches.get(next++) ?? [];
  return { blocks: places.map((each) => foundAt(each, inOrder)) };
}

function countOf(groups: number): string {
  return groups === 0 ? 'no group' : groups === 1 ? 'one group' : `${groups} groups`;
}

/** What is read of a block: of a term what it defines, and the text. */
function fieldsOf(block: Place['block']): string[] {
  return block.kind === 'term' ? [block.term, block.text] : [block.text];
}

function foundAt(places: readonly Place[], find: (text: string) => readonly Match[]): FoundBlock[] {
  return places.flatMap((place) => {
    const [inTerm, inText] = [
      place.block.kind === 'term' ? find(place.block.term) : [],
      find(place.block.text),
    ];
    return inTerm.length + inText.length === 0 ? [] : [{ ...place, inTerm, inText }];
  });
}

async function usersOf(
  store: Store,
  texts: readonly SweepText[],
  { before, next }: Extract<SweepProposal, { kind: 'shared-text' }>,
): Promise<Hit[]> {
  const recorded = (await textRevisions(store, 'shared-text', before.id)).map(({ body }) => body);
  const wordings = [...recorded.flatMap((body) => ('concept' in body ? [] : [body])), before];
  return texts.flatMap((text) => {
    const uses = usesIn(text.body, before.id, wordings);
    const after = withWording(text.body, uses, next);
    return isDeepStrictEqual(after, text.body) ? [] : [hitOf(text, asFound(uses), after, null)];
  });
}

function hitOf(
  { classId, body: before }: SweepText,
  found: readonly FoundBlock[],
  after: Specification,
  also: Place['where'] | null,
): Hit {
  const hit = { classId, code: before.code ?? '', title: before.title, found, before, after };
  return { ...hit, fingerprint: fingerprintOf(hit, also) };
}
