// What typing and copying leave behind: lost characters, wrong encodings, spaces and words too many, letters nobody explained.
import type { CodeTable } from '../../../../schemas/types.ts';
import { type Hit, sentenceAround } from '../finding.ts';
import type { Passage } from '../passages.ts';
import { type ClassRule, ownPassages, type PassageRule, type Subject } from '../rule.ts';
import { numbersThatDisagree } from '../../number-words.ts';

/** Characters that were lost or read in the wrong encoding: '�', 'â€™', 'Ã©', 'ÔÇô', and marks that cannot be seen. */
const damage =
  /\ufffd|â€|â\u0080|[ÃÂ][\u0080-\u00bf]|ÔÇ[\u00a0-\u00ff]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f\u200b\u2060\ufeff]/;

export const textDamaged: PassageRule = {
  id: 'text.damaged',
  severity: 'error',
  title: 'Characters are damaged or lost',
  why: 'The official PDF prints them as they are, for ever.',
  mend: 'Type the characters anew, by the old document where they cannot be guessed.',
  over: 'passage',
  check: ({ at, text }) => {
    const match = damage.exec(text);
    if (!match) return [];
    const evidence = sentenceAround(text, match.index, match[0].length);
    return [{ at, message: 'A character was lost, or read in the wrong encoding.', evidence }];
  },
};

const slips: readonly (readonly [RegExp, string])[] = [
  [/\S {2,}\S/u, 'Two spaces stand together.'],
  [/[\p{L}\p{N})] +[,;.](?=\s|$)/u, 'A space stands before a mark.'],
  [/\p{Ll}[,;](?=\p{L})|\p{Ll}\.(?=\p{Lu}\p{Ll})/u, 'A space is missing after a mark.'],
  [/(?<![\p{L}-])(the|a|an|and|of|to|in|for|is|or|with) \1(?![\p{L}-])/iu, 'A word stands twice.'],
  [/[,;]{2}|(?<!\.)\.\.(?!\.)/u, 'A mark stands twice.'],
];

export const textSpacing: PassageRule = {
  id: 'text.spacing',
  severity: 'note',
  title: 'A space, a mark or a word is out of place',
  why: 'Slips of the keyboard make an official text look unread.',
  mend: 'Correct the slip where it stands in the text.',
  over: 'passage',
  check: ({ at, text }) =>
    slips.flatMap(([slip, message]): Hit[] => {
      const match = slip.exec(text);
      return match ? [{ at, message, evidence: sentenceAround(text, match.index, match[0].length) }] : [];
    }),
};

export const numberMismatch: PassageRule = {
  id: 'number.mismatch',
  severity: 'error',
  title: 'The number in words is not the number in figures',
  why: '“Three (5) years” is a requirement nobody can apply. Courts have had to choose.',
  mend: 'Find out which number was meant and write it in both forms.',
  over: 'passage',
  check: ({ at, text }) =>
    numbersThatDisagree(text).map(({ words, index }) => ({
      at,
      message: `It says “${words}”.`,
      evidence: sentenceAround(text, index, words.length),
    })),
};

/** Letters that everybody who can read the page knows. */
const known = new Set('US USA GED ID PDF AM PM TV ZIP OK PC II III IV VI VII VIII IX XI XII'.split(' '));
const abbreviation = /(?<![\p{L}\p{N}-])[A-Z]{2,6}(?=s?(?![\p{L}\p{N}-]))/gu;

export const textAbbreviation: ClassRule = {
  id: 'text.abbreviation',
  severity: 'note',
  title: 'An abbreviation is never spelled out',
  why: 'Applicants from outside the office do not know it, and in ten years the office will not either.',
  mend: 'Spell it out where it stands first, with the letters behind it in parentheses.',
  over: 'class',
  check: (subject) => {
    const told = toldByPlan(subject);
    const own = ownPassages(subject, ...prose);
    const all = subject.passages.map(({ text }) => text).join('\n');
    const first = new Map<string, Hit>();
    for (const { at, text } of own)
      for (const match of isShouted(text) ? [] : text.matchAll(abbreviation)) {
        const [letters] = match;
        if (known.has(letters) || told.has(letters) || first.has(letters) || isSpelled(letters, all))
          continue;
        const evidence = sentenceAround(text, match.index, letters.length);
        first.set(letters, { at, message: `${letters} is not spelled out.`, evidence });
      }
    return [...first.values()];
  },
};

const prose: readonly Passage['section'][] = [
  'summary',
  'distinguishing',
  'duties',
  'knowledgeSkills',
  'education',
  'experience',
  'licensure',
  'additional',
];

/** In the names that the plan itself gives: its titles and its tables of codes say what they mean. */
function toldByPlan({ index, text }: Subject): ReadonlySet<string> {
  const { settings, series } = index.plan;
  const tables = Object.values(settings.codes) as CodeTable[];
  const codes = tables.flatMap(({ values }) => values.map(({ code }) => code));
  const titles = [text.body.title, ...series.map(({ title }) => title)].join(' ');
  return new Set([...codes, ...(titles.match(abbreviation) ?? [])]);
}

/** 'information technology (IT)' or 'IT (information technology)' */
function isSpelled(letters: string, text: string): boolean {
  return text.includes(`(${letters})`) || text.includes(`(${letters}s)`) || text.includes(`${letters} (`);
}

function isShouted(text: string): boolean {
  return text === text.toUpperCase() && /\p{L}.*\s.*\p{L}/u.test(text);
}
