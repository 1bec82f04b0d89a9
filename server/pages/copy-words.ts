// The answers about a copy in words: what it is, where that text stands, and what to do now.
import { inWords } from '../model/calendar-date.ts';
import { nameOfRevision } from '../model/revision-name.ts';
import { lateCorrection, type Standing } from '../model/standing.ts';
import type { ClassRevision } from '../store/classes.ts';
import type { CopyAnswer, CopyText } from './copy-answer.ts';
import { sentencesOf } from './marks.ts';

export interface CopyWords {
  /** How it is dressed: one may rely on it, one should know more, one should not rely on it, or nothing is judged. */
  readonly tone: 'good' | 'care' | 'bad' | 'plain';
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly advice: string;
}

export function copyWords(answer: CopyAnswer): CopyWords {
  const { copy, text } = answer;
  if (copy === 'official' && text) return officialWords(text);
  if (copy === 'named' && text) return namedWords(text);
  return copy === 'altered' ? alteredWords(answer) : unknownWords;
}

function officialWords(text: CopyText): CopyWords {
  const { standing } = text;
  const isCurrent = standing.kind === 'in force';
  return {
    tone: isCurrent ? 'good' : 'care',
    heading: standingInWords(standing),
    sentences: [`This is the official PDF of ${named(text)}, unchanged.`, ...whereItStands(text)],
    advice: officialAdvice[standing.kind],
  };
}

const officialAdvice: Record<Standing['kind'], string> = {
  'in force': 'You can rely on it: it is, to the byte, what the record holds.',
  superseded: 'It proves what the text was. For today, use the text in force.',
  'not yet effective': 'Until that day, use the text in force.',
  corrected: 'Do not use it for any day. Use the revision that took its place.',
  abolished: 'It proves what the text was. No text of this class applies any more.',
};

/** The answer in a line. */
function standingInWords(standing: Standing<ClassRevision>): string {
  const { revision, kind, endedBy } = standing;
  const date = inWords(revision.effectiveOn);
  const correction = lateCorrection(standing);
  switch (kind) {
    case 'in force':
      return `Current: in force since ${date}`;
    case 'not yet effective':
      return `Not yet effective: in force from ${date} on`;
    case 'corrected':
      return `Never in force: corrected by revision ${endedBy?.number}`;
    case 'abolished':
      return `Abolished on ${date}: the last text of its class`;
    case 'superseded':
      if (correction) return `Corrected by revision ${correction.number}`;
      return `Superseded${endedBy ? ` on ${inWords(endedBy.effectiveOn)} ${endingOf(endedBy)}` : ''}`;
  }
}

function endingOf({ status, number }: ClassRevision): string {
  return status === 'abolished' ? 'when the class was abolished' : `by revision ${number}`;
}

/** A paper copy has no hash: nothing is judged. */
function namedWords(text: CopyText): CopyWords {
  const printed = text.official
    ? 'its title, its date and the line of the record below must be the same, and every page names the revision.'
    : 'it is printed when it is first asked for.';
  return {
    tone: 'plain',
    heading: standingInWords(text.standing),
    sentences: [`The copy names ${named(text)}.`, ...whereItStands(text)],
    advice: `What is on paper has no hash. Hold it against the official PDF: ${printed} A file is checked below.`,
  };
}

function alteredWords({ claims, text }: CopyAnswer): CopyWords {
  const isIt = text ? named(text) : `revision ${claims?.number} of ${claims?.code}`;
  const isNot = text ? 'it is not the official PDF of it' : 'the record holds no such revision';
  const unprinted = 'The official PDF of that revision is not printed yet, so no file can be a copy of it.';
  return {
    tone: 'bad',
    heading: 'Not the official copy',
    sentences: [
      `This file says that it is ${isIt}, and ${isNot}.`,
      ...(text && !text.official ? [unprinted] : []),
      ...(text ? whereItStands(text) : []),
    ],
    advice:
      'It was changed, saved again by other software, or made by somebody else. Do not rely on it: use the official PDF.',
  };
}

const unknownWords: CopyWords = Object.freeze({
  tone: 'bad',
  heading: 'Unknown: no official PDF has this hash',
  sentences: [
    'It may be a copy that other software saved again, a print, a Word document, a draft, or a document of another employer. Any change, even one that nobody sees, gives another hash.',
  ],
  advice: 'Do not rely on it. Find the class here and use its official PDF.',
});

/** 'revision 4 of IT Manager Senior (CI2788)', as that revision names it. */
function named({ standing: { revision } }: CopyText): string {
  return `revision ${revision.number} of ${revision.body.title} (${revision.body.code})`;
}

function whereItStands({ standing, marks, found }: CopyText): string[] {
  return sentencesOf(standing, marks, found);
}

/** CI2788.4, by the code that the revision bears. */
export function nameOf({ standing: { revision } }: CopyText): string {
  return nameOfRevision(revision.body.code ?? '', revision.number);
}
