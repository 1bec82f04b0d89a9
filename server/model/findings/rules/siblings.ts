// What a specification says of its siblings, against what they say of themselves today.
import { isPartOfLonger } from '../class-names.ts';
import { type Hit, quoted } from '../finding.ts';
import { passagesOf } from '../passages.ts';
import type { ClassText } from '../plan-view.ts';
import { type ClassRule, nameOf, ownPassages, type Subject } from '../rule.ts';
import { covered, stemsIn } from '../stems.ts';
import { sentencesOf } from '../../readability.ts';

/** A restatement says what the sibling says, in words of its own; less than this is said of another class. */
const enough = 0.5;
/** Where a sentence of the sibling was plainly copied, all but a word of it should still be there. */
const copied = 0.6;

export const siblingDrift: ClassRule = {
  id: 'sibling.drift',
  severity: 'warning',
  title: 'What is said of a sibling is no longer what the sibling says',
  why: 'A specification that restates its neighbours goes stale when a neighbour is revised. Two texts then disagree about the same class.',
  mend: 'Read the sibling’s text of today and restate it, or state only how the classes differ.',
  over: 'class',
  isMutual: true,
  check: (subject) =>
    ownPassages(subject, 'distinguishing').flatMap((passage) =>
      sentencesOf(passage.text).flatMap((sentence) =>
        restatements(subject, sentence).flatMap((told) => drifted(told, passage.at)),
      ),
    ),
};

/** What is longer is no sentence that restates anything. */
const longestRestatement = 2000;

interface Restatement {
  readonly sibling: ClassText;
  readonly words: string;
}

/** 'the Librarian, which performs …', 'The Librarian, the next lower class, performs …', 'The Librarian performs …' */
function restatements({ index, text }: Subject, sentence: string): Restatement[] {
  if (sentence.length > longestRestatement) return [];
  return index.names.mentionsIn(sentence).flatMap(({ classIds, past, index: from, end }) => {
    const sibling = index.classes.get(classIds[0] ?? '');
    if (past || !sibling || sibling.classId === text.classId || classIds.length > 1) return [];
    if (isPartOfLonger(sentence, end)) return [];
    const rest = sentence.slice(end);
    const clause =
      /^,? (?:which|who|that) (.+)$/.exec(rest)?.[1] ??
      (/^(?:The )?$/.test(sentence.slice(0, from))
        ? /^(?:, the next (?:lower|higher) (?:class|level),)? (?!is distinguished|differs|class\b|series\b)(.+)$/.exec(
            rest,
          )?.[1]
        : undefined);
    return clause === undefined ? [] : [{ sibling, words: clause }];
  });
}

const stemsOf = new WeakMap<ClassText['body'], ReadonlySet<string>>();

function drifted({ sibling, words }: Restatement, at: string): Hit[] {
  const stems = [
    ...new Set(
      stemsIn(words.replace(/,? (?:such as|for example|including) [^.;]{0,200}?(?:, |[.;]|$)/g, ', ')),
    ),
  ];
  if (stems.length < 4) return [];
  const own = bodyStems(sibling);
  const nearest = nearestSentence(sibling, stems);
  const share = covered(stems, own);
  const lost = stems.filter((stem) => !own.has(stem)).length;
  if (share >= enough && !(lost > 1 && nearest.share >= copied)) return [];
  const absent = [...new Set(words.toLowerCase().match(/\p{L}{3,}/gu) ?? [])].filter((word) =>
    stemsIn(word).some((stem) => !own.has(stem)),
  );
  const message =
    `The text of ${nameOf(sibling)} does not speak of: ${absent.slice(0, 8).join(', ')}.` +
    (nearest.sentence === '' ? '' : ` The nearest it says today: “${quoted(nearest.sentence)}”`);
  return [{ at, message, evidence: quoted(words), others: [sibling.classId] }];
}

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
