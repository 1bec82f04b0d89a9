// A sentence that restates another class, with the restated clause in that class's own words of today: the first sentence of its
// summary. Every word comes from one of the two texts; where that cannot be done, a person writes the sentence.
import type { Specification } from '../../schemas/types.ts';
import type { ClassNames } from './findings/class-names.ts';
import type { ClassText } from './findings/plan-view.ts';
import { sentencesOf } from './readability.ts';
import type { Restatement } from './sibling-statements.ts';
import { blocksOfSection, proseOf } from './specification.ts';
import { withBlocksAt } from './sweep-places.ts';

/** The sentence in three parts; only the middle one is new. */
export interface MendedSentence {
  readonly before: string;
  readonly put: string;
  readonly after: string;
}

/** Where a sentence may go on from the sibling to the class that speaks, or to a third. */
const goesOn =
  /;|, (?:while|whereas|but|unlike|although)\b|,? and (?:is (?:also )?)?(?:distinguished |differs )?from\b/;

/** Null where the clause cannot be told from the rest, or the summary does not begin with what the class does. */
export function mendedSentence(
  sentence: string,
  { sibling, words, from }: Restatement,
  names: ClassNames,
): MendedSentence | null {
  const clause = clauseOf(words, names);
  const predicate = predicateOf(sibling);
  if (predicate === null || names.mentionsIn(clause).length > 0) return null;
  return {
    before: `${sentence.slice(0, from).trimEnd()}${predicate.lead}`,
    put: predicate.words,
    after: sentence.slice(from + clause.length),
  };
}

export function wholeOf({ before, put, after }: MendedSentence): string {
  return `${before}${put}${after}`;
}

/** The words about the sibling alone, without the stop. What follows of another class stays as it is. */
function clauseOf(words: string, names: ClassNames): string {
  const turn = goesOn.exec(words)?.index ?? words.length;
  const rest = words.slice(turn);
  const isAboutAnother = names.mentionsIn(rest).length > 0 || /\bth(?:is|e) class\b/i.test(rest);
  return (isAboutAnother ? words.slice(0, turn) : words).replace(/[.!?]["'”’)\]]*$/, '');
}

/** 'performs routine work', as it follows 'which '; 'under direction, performs routine work', as it follows 'which, '. */
function predicateOf({ body }: ClassText): { readonly lead: string; readonly words: string } | null {
  const [first = ''] = sentencesOf(proseOf(body, 'summary'));
  const bare = first.replace(/\.$/, '');
  const subject = [
    `The ${body.title}`,
    `An ${body.title}`,
    `A ${body.title}`,
    'This class',
    'The class',
  ].find((each) => bare.startsWith(`${each} `));
  const told = subject === undefined ? bare : bare.slice(subject.length + 1);
  if (isVerb(told)) return { lead: ' ', words: lowered(told) };
  const [, rest = ''] = /^(?:Under|In|At|With|Through) [^,.]{1,120}, (.+)$/.exec(told) ?? [];
  return isVerb(rest) ? { lead: ', ', words: lowered(told) } : null;
}

/** A verb of the third person begins a summary: 'Performs'; a noun in the plural does not: 'Positions'. */
function isVerb(text: string): boolean {
  return (
    /^\p{L}\p{Ll}*[\p{Ll}--s]s(?=,? )/v.test(text) &&
    !/^(?:positions|incumbents|employees|members|workers|classes|levels|duties|this)\b/i.test(text)
  );
}

function lowered(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}

/** The text with another sentence in a block of its distinguishing section; null where the sentence is not there. */
export function withSentence(
  body: Specification,
  blockId: string,
  { sentence, mended }: { readonly sentence: string; readonly mended: string },
): Specification | null {
  const blocks = blocksOfSection(body, 'distinguishing');
  const place = blocks.findIndex(({ id }) => id === blockId);
  const block = blocks[place];
  const index = block?.text.indexOf(sentence) ?? -1;
  if (!block || index < 0) return null;
  const text = `${block.text.slice(0, index)}${mended}${block.text.slice(index + sentence.length)}`;
  return withBlocksAt(body, 'distinguishing', blocks.with(place, { ...block, text }));
}

/** True where the block says the sentence already. */
export function saysSentence(body: Specification, blockId: string, sentence: string): boolean {
  const blocks = blocksOfSection(body, 'distinguishing');
  return blocks.some(({ id, text }) => id === blockId && text.includes(sentence));
}
