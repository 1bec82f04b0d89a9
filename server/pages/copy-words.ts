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
    advice: officialAdvice(text),
  };
}

function officialAdvice(text: CopyText): string {
  const { kind } = text.standing;
  const isPast = kind === 'superseded' || kind === 'abolished';
  const now = whatToUse(text) ?? 'You can rely on it: it is, to the byte, what the record holds.';
  return isPast ? `It proves what the text was. ${now}` : now;
}

/** Where another text than this one is to be used; null where this one is in force. */
function whatToUse({ standing: { kind }, found }: CopyText): string | null {
  const isAnyInForce = found.standings.some((each) => each.kind === 'in force');
  switch (kind) {
    case 'in force':
      return null;
    case 'not yet effective':
      return isAnyInForce
        ? 'Until that day, use the text in force.'
        : 'Until that day no text of this class applies.';
    case 'corrected':
      return 'Do not use it for any day. Use the revision that took its place.';
    case 'superseded':
    case 'abolished':
      return isAnyInForce ? 'For today, use the text in force.' : 'No text of this class applies any more.';
  }
}

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

/** A paper copy has no hash, so it is not judged; but where its text stands is known. */
function namedWords(text: CopyText): CopyWords {
  const now = whatToUse(text);
  const printed = text.official
    ? 'its title, its date and the line of the record below must be the same, and every page names the revision.'
    : 'it is printed when it is first asked for.';
  return {
    tone: now === null ? 'plain' : 'care',
    heading: standingInWords(text.standing),
    sentences: [`The copy names ${named(text)}.`, ...whereItStands(text)],
    advice: `${now === null ? '' : `${now} `}What is on paper has no hash. Hold it against the official PDF: ${printed} A file is checked below.`,
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
      'It is a rendition, which says so below its foot, or it was changed, saved again by other software, or made by somebody else. Do not rely on it: use the official PDF.',
  };
}

const unknownWords: CopyWords = Object.freeze({
  tone: 'bad',
  heading: 'Unknown: no official PDF has this hash',
  sentences: [
    'Only official PDFs are known by their hash. Reading copies, redlines, drafts, comparisons and renditions are none, nor are notices, packets, job postings and the plan book: each is made when somebody asks for it, and its pages say what it is.',
    'It may also be a copy that other software saved again, a print, a Word document, or a document of another employer. Any change, even one that nobody sees, gives another hash.',
  ],
  advice:
    'Do not rely on it. Find the class here, and use the official PDF of its text in force, or of the revision that the file names.',
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
