// Words that shut people out, and words that say nothing. Each list says what to write instead.
import { type Hit, sentenceAround } from '../finding.ts';
import type { Passage } from '../passages.ts';
import type { PassageRule } from '../rule.ts';

interface Watched {
  readonly pattern: string;
  readonly instead: string;
}

interface WordList {
  /** Most passages hold none of the words: one look for all of them comes first. */
  readonly any: RegExp;
  readonly each: readonly { readonly words: RegExp; readonly instead: string }[];
}

function watched(pattern: string, instead: string): Watched {
  return { pattern, instead };
}

function wordList(...list: readonly Watched[]): WordList {
  return {
    any: new RegExp(`\\b(?:${list.map(({ pattern }) => pattern).join('|')})`, 'i'),
    each: list.map(({ pattern, instead }) => ({
      words: new RegExp(`(?<![\\p{L}-])(?:${pattern})(?![\\p{L}-])`, 'giu'),
      instead,
    })),
  };
}

function found({ any, each }: WordList, { at, text }: Passage): Hit[] {
  if (!any.test(text)) return [];
  return each.flatMap(({ words, instead }) =>
    [...text.matchAll(words)].map((match) => ({
      at,
      message: `“${match[0]}”: ${instead}`,
      evidence: sentenceAround(text, match.index, match[0].length),
    })),
  );
}

const gendered = wordList(
  watched('he|she|him|his|her|hers|himself|herself|he/she|his/her|s/he', 'name the role, or write “they”.'),
  watched('chairm[ae]n', 'write “chair”.'),
  watched('forem[ae]n', 'write “crew leader” or “supervisor”.'),
  watched('journeym[ae]n', 'write “journey level”.'),
  watched('workm[ae]n|handym[ae]n|repairm[ae]n|draftsm[ae]n', 'name the work: worker, technician, drafter.'),
  watched('firem[ae]n|policem[ae]n|patrolm[ae]n', 'write “firefighter”, “police officer”, “patrol officer”.'),
  watched('manpower|man-?hours?|manning', 'write “staff”, “staff hours”, “staffing”.'),
  watched('manned', 'write “staffed”.'),
  watched('salesm[ae]n|spokesm[ae]n|councilm[ae]n|ombudsm[ae]n', 'use the form without “man”.'),
);

export const genderedWording: PassageRule = {
  id: 'wording.gendered',
  severity: 'warning',
  title: 'The wording names one gender',
  why: 'A specification speaks to everybody. Gendered words discourage applicants and can be evidence of bias.',
  mend: 'Name the role instead of a person of one gender.',
  over: 'passage',
  check: (passage) => found(gendered, passage),
};

const ageist = wordList(
  watched(
    'young(?:er)? (?:person|professional|team|staff|employee|applicant|candidate|worker|individual)s?|youthful',
    'say what the work needs.',
  ),
  watched('energetic|high[- ]energy', 'say what the pace of the work is.'),
  watched('recent graduates?|new graduates?', 'name the degree and not when it was earned.'),
  watched('digital natives?', 'name the tools that are used.'),
  watched('mature (?:person|individual|applicant|worker)s?', 'name the skill that is meant.'),
  watched('(?:between|from) \\d{2} (?:and|to) \\d{2} years of age', 'an upper limit of age needs a law.'),
  watched('under (?:the age of )?(?:3\\d|4\\d|5\\d) years of age', 'an upper limit of age needs a law.'),
  watched('overqualified', 'name what is needed at least.'),
);

export const ageistWording: PassageRule = {
  id: 'wording.ageist',
  severity: 'warning',
  title: 'The wording prefers an age',
  why: 'The Age Discrimination in Employment Act protects people of 40 and over. Words that stand for youth invite claims.',
  mend: 'Say what the work needs, whoever does it.',
  over: 'passage',
  check: (passage) => found(ageist, passage),
};

const ableist = wordList(
  watched('able[- ]bodied', 'state the demand of the work.'),
  watched(
    'physically fit|good physical condition|perfect health|good health',
    'state the demands of the work.',
  ),
  watched('handicapped|crippled|wheelchair[- ]bound|confined to a wheelchair', 'write “with a disability”.'),
  watched('normal (?:vision|hearing|eyesight)', 'state what has to be seen or heard, with correction.'),
  watched('(?:the )?deaf and dumb|deaf-mute|retarded|insane', 'take the word out.'),
  watched('must be able to (?:see|hear|walk|stand)', 'state what has to be done, not how.'),
  watched(
    'free (?:of|from) (?:any )?(?:disease|disability|physical defects?|defects?)',
    'state the demands of the work.',
  ),
);

export const ableistWording: PassageRule = {
  id: 'wording.ableist',
  severity: 'warning',
  title: 'The wording shuts out people with disabilities',
  why: 'The Americans with Disabilities Act asks what has to be done, not by what sense or limb.',
  mend: 'State the result that the duty needs, and leave open how it is reached.',
  over: 'passage',
  check: (passage) => found(ableist, passage),
};

const vague = wordList(
  watched('etc\\.?|and so forth|and so on', 'list what is meant, or say “such as” before examples.'),
  watched('and/or', 'write “or”, or “and”.'),
  watched('various|miscellaneous|assorted', 'say which.'),
  watched('(?:is|are|be) responsible for', 'say what is done: prepares, decides, checks.'),
  watched('as (?:may be )?(?:appropriate|deemed necessary|deemed appropriate)', 'say when, or who decides.'),
  watched('deals? with|handles? matters|is involved in|gets involved in', 'say what is done.'),
  watched(
    '(?:is|are) (?:performed|prepared|reviewed|completed|handled|conducted|done) by',
    'say who does it, and begin with them.',
  ),
);

const toldPlainly = new Set<Passage['section']>(['summary', 'duties', 'shared']);

export const vagueWording: PassageRule = {
  id: 'wording.vague',
  severity: 'note',
  title: 'A phrase says less than it could',
  why: 'Positions are allocated and ranked by these words. A phrase that can mean anything is read by each side as it suits.',
  mend: 'Say what is done, by whom and when.',
  over: 'passage',
  check: (passage) => (toldPlainly.has(passage.section) ? found(vague, passage) : []),
};
