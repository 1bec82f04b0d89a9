// What a specification says of another class in words of its own, held against what that class says today. One reading of
// it, for the plan check and for the grid of a series, so that the two never disagree.
import { isPartOfLonger } from './findings/class-names.ts';
import { type Passage, passagesOf } from './findings/passages.ts';
import type { ClassText } from './findings/plan-view.ts';
import { ownPassages, type Subject } from './findings/rule.ts';
import { covered, stemsIn } from './findings/stems.ts';
import { sentencesOf } from './readability.ts';

/** A restatement says what the sibling says, in words of its own; less than this is said of another class. */
const enough = 0.5;
/** Where a sentence of the sibling was plainly copied, all but a word of it should still be there. */
const copied = 0.6;
/** What is longer is no sentence that restates anything. */
const longestRestatement = 2000;

/** What a sentence says that the sibling does: 'the Librarian, which performs …'. */
export interface Restatement {
  readonly sibling: ClassText;
  readonly words: string;
  /** Where the words begin in the sentence; they go to its end. */
  readonly from: number;
}

export interface Comparison {
  /** What is only a few words long is not compared. */
  readonly verdict: 'agrees' | 'drifted' | 'too short';
  /** The words of the restatement that the sibling's text does not have, where it drifted. */
  readonly absent: readonly string[];
  /** The sentence of the sibling today that comes nearest to it; '' where none does. */
  readonly nearest: string;
}

export interface ComparedStatement extends Restatement, Comparison {}

/** A sentence of a class's own text, with what it restates of others. */
export interface OwnSentence {
  readonly passage: Passage;
  readonly sentence: string;
  readonly restated: readonly ComparedStatement[];
}

/** The sentences that tell a class from its siblings: the one place where it restates them. */
export function distinguishingSentences(subject: Subject): OwnSentence[] {
  return ownPassages(subject, 'distinguishing').flatMap((passage) =>
    sentencesOf(passage.text).map((sentence) => ({
      passage,
      sentence,
      restated: restatements(subject, sentence).map((told) => ({ ...told, ...comparisonOf(told) })),
    })),
  );
}

/** 'the Librarian, which performs …', 'The Librarian, the next lower class, performs …', 'The Librarian performs …' */
function restatements({ index, text }: Subject, sentence: string): Restatement[] {
  if (sentence.length > longestRestatement) return [];
  return index.names.mentionsIn(sentence).flatMap(({ classIds, past, index: from, end }) => {
    const sibling = index.classes.get(classIds[0] ?? '');
    if (past || !sibling || sibling.classId === text.classId || classIds.length > 1) return [];
    if (isPartOfLonger(sentence, end)) return [];
    const rest = sentence.slice(end);
    const words =
      /^,? (?:which|who|that) (.+)$/.exec(rest)?.[1] ??
      (/^(?:The )?$/.test(sentence.slice(0, from))
        ? /^(?:, the next (?:lower|higher) (?:class|level),)? (?!is distinguished|differs|class\b|series\b)(.+)$/.exec(
            rest,
          )?.[1]
        : undefined);
    return words === undefined ? [] : [{ sibling, words, from: sentence.length - words.length }];
  });
}

function comparisonOf({ sibling, words }: Restatement): Comparison {
  const stems = [
    ...new Set(
      stemsIn(words.replace(/,? (?:such as|for example|including) [^.;]{0,200}?(?:, |[.;]|$)/g, ', ')),
    ),
  ];
  if (stems.length < 4) return { verdict: 'too short', absent: [], nearest: '' };
  const own = bodyStems(sibling);
  const { sentence: nearest, share: nearestShare } = nearestSentence(sibling, stems);
  const lost = stems.filter((stem) => !own.has(stem)).length;
  if (covered(stems, own) >= enough && !(lost > 1 && nearestShare >= copied))
    return { verdict: 'agrees', absent: [], nearest };
  const absent = [...new Set(words.toLowerCase().match(/\p{L}{3,}/gu) ?? [])].filter((word) =>
    stemsIn(word).some((stem) => !own.has(stem)),
  );
  return { verdict: 'drifted', absent, nearest };
}

const stemsOf = new WeakMap<ClassText['body'], ReadonlySet<string>>();

function bodyStems({ body }: ClassText): ReadonlySet<string> {
  const known = stemsOf.get(body);
  if (known) return known;
  const texts = passagesOf(body).map(({ text, term }) => `${term ?? ''} ${text}`);
  const stems = new Set(stemsIn(`${body.title} ${texts.join(' ')}`));
  stemsOf.set(body, stems);
  return stems;
}

function nearestSentence({ body }: ClassText, stems: readonly string[]): { sentence: string; share: number } {
  let nearest = { sentence: '', share: 0 };
  for (const { section, text } of passagesOf(body)) {
    if (section !== 'summary' && section !== 'distinguishing' && section !== 'duties') continue;
    for (const sentence of sentencesOf(text)) {
      const share = covered(stems, new Set(stemsIn(sentence)));
      if (share > nearest.share) nearest = { sentence, share };
    }
  }
  return nearest;
}
