// “None” is real content of a section. What stands beside it, or elsewhere in the text, must not say otherwise.
import { saysNone } from '../../says-none.ts';
import { type Hit, quoted, sentenceAround } from '../finding.ts';
import { type ClassRule, ownPassages } from '../rule.ts';

const opensWithNone = /^none(?: required)?[.;,]\s+\S/i;

export const noneBesideText: ClassRule = {
  id: 'none.beside-text',
  severity: 'warning',
  title: '“None” stands beside text that says otherwise',
  why: 'A section is either “None” or it says something. Both together can be read either way.',
  mend: 'Take “None” out and write what applies, or take the rest out.',
  over: 'class',
  check: (subject) =>
    subject.passages.flatMap((passage): Hit[] => {
      const siblings = subject.passages.filter(({ section }) => section === passage.section);
      const isBeside = saysNone(passage.text) && siblings.length > 1 && passage.section !== 'additional';
      if (!isBeside && !opensWithNone.test(passage.text.slice(0, 40))) return [];
      const rest = isBeside ? siblings.filter((each) => each !== passage).map(({ text }) => text) : [];
      const evidence = quoted([passage.text, ...rest].join(' '));
      return [{ at: passage.at, message: 'The section says “None” and then says more.', evidence }];
    }),
};

interface Contradiction {
  readonly section: 'supervisionExercised' | 'licensure';
  readonly said: string;
  readonly against: RegExp;
}

const contradictions: readonly Contradiction[] = [
  {
    section: 'supervisionExercised',
    said: 'no supervision is exercised',
    against: /^(?:directly )?supervis(?:es?|ing)\s(?!no\b)/i,
  },
  {
    section: 'licensure',
    said: 'no license is needed',
    against:
      /\b(?:must|required to|shall) (?:possess|hold|have|obtain|maintain) (?:an? )?(?:\w+ ){0,4}(?:licen[sc]e|certificate|certification)\b/i,
  },
];

export const noneContradicted: ClassRule = {
  id: 'none.contradicted',
  severity: 'warning',
  title: 'A section says “None” and another part of the text says otherwise',
  why: 'Applicants read the section, supervisors the duties. They will not agree on what the class is.',
  mend: 'Write in the section what the rest of the text says, or correct the rest.',
  over: 'class',
  check: (subject) =>
    contradictions.flatMap(({ section, said, against }) => {
      if (subject.text.body.sections[section]?.state !== 'none') return [];
      return ownPassages(subject, 'summary', 'duties', 'education', 'experience').flatMap(({ at, text }) => {
        const match = against.exec(text);
        if (!match) return [];
        const evidence = sentenceAround(text, match.index, match[0].length);
        return [{ at, message: `The section of its own says that ${said}.`, evidence }];
      });
    }),
};
