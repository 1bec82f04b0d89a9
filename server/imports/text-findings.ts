// What a person should look at in an imported text: numbers that disagree with themselves, leftovers of other
// classes, missing parts. Nothing is changed for it.
import type { ImportFinding, PlacedLine, Specification } from '../../schemas/types.ts';
import type { ReadDate } from '../model/partial-date.ts';
import { blocksOfSection, wordsOf } from '../model/specification.ts';
import { finding } from './finding.ts';
import { numberOf, numberWords } from './values.ts';

const spelled = new RegExp(`\\b(${numberWords})\\s?\\((\\d{1,3})\\)`, 'gi');
const series = new RegExp(
  `\\bthere (?:are|is) (${numberWords}|\\d{1,2}) (?:class(?:es|ifications?)?|levels?|titles?|jobs?|positions?)\\b[^.:]{0,120}\\bseries:\\s*([^.:]{3,600})\\.`,
  'gi',
);
/** Subjects that a copied list of demands names although the work has nothing to do with them. */
const telltales: readonly (readonly [string, RegExp])[] = [
  ['animals', /\banimals?\b/i],
  ['firearms', /\b(?:firearms?|weapons?)\b/i],
  ['aircraft', /\b(?:aircraft|airplanes?)\b/i],
];

export function textFindings(
  specification: Specification,
  placements: readonly PlacedLine[],
): ImportFinding[] {
  return [
    ...missing(specification),
    ...placements.flatMap(({ line, text }) => [
      ...disagreeing(line, text),
      ...miscounted(line, text),
      ...broken(line, text),
    ]),
    ...leftovers(specification, placements),
  ];
}

export function mixedDates(dates: readonly ReadDate[]): ImportFinding[] {
  const forms = [...new Set(dates.map(({ form }) => form))];
  if (forms.length < 2) return [];
  return [
    finding(
      'import.mixed-date-forms',
      null,
      'The dates of this document are written in different forms.',
      forms.join(', '),
    ),
  ];
}

function missing({ title, code, sections }: Specification): ImportFinding[] {
  const found: ImportFinding[] = [];
  if (title === '')
    found.push(finding('import.no-title', null, 'No title was found. Give the class its title.'));
  if (code === null)
    found.push(finding('import.no-code', null, 'No class code was found. Give the class its code.'));
  if (sections.duties?.state !== 'text')
    found.push(finding('import.no-duties', null, 'No list of duties was found.'));
  return found;
}

function disagreeing(line: number, text: string): ImportFinding[] {
  return [...text.matchAll(spelled)]
    .filter(([, word = '', digits]) => numberOf(word) !== Number(digits))
    .map(([all]) =>
      finding('import.number-mismatch', line, 'The number in words is not the number in figures.', all),
    );
}

function miscounted(line: number, text: string): ImportFinding[] {
  return [...text.matchAll(series)].flatMap(([all, count = '', list = '']) => {
    const names = list.split(/\s*[,;]\s*(?:and\s+)?/).filter((name) => name.trim() !== '');
    const listed = names.length === 1 ? list.split(/\s+and\s+/).length : names.length;
    const said = numberOf(count) ?? Number(count);
    if (said === listed) return [];
    return [
      finding(
        'import.series-count',
        line,
        `The text speaks of ${said} classes in the series and names ${listed}.`,
        all,
      ),
    ];
  });
}

function broken(line: number, text: string): ImportFinding[] {
  const marks: ImportFinding[] = [];
  if (text.includes('\ufffd')) {
    marks.push(
      finding('import.lost-character', line, 'A character was lost before this file was made.', text),
    );
  }
  if (/\p{L}-$/u.test(text)) {
    marks.push(
      finding(
        'import.hyphen-at-line-end',
        line,
        'A word may be parted by a hyphen at the end of this line.',
        text.slice(-60),
      ),
    );
  }
  return marks;
}

function leftovers(specification: Specification, placements: readonly PlacedLine[]): ImportFinding[] {
  const work = [
    specification.title,
    ...(
      ['summary', 'distinguishing', 'duties', 'knowledgeSkills', 'education', 'experience'] as const
    ).flatMap((key) => blocksOfSection(specification, key).map(wordsOf)),
  ].join('\n');
  const demands = new Set(blocksOfSection(specification, 'physicalDemands').map(({ id }) => id));
  return telltales.flatMap(([name, word]) =>
    placements
      .filter(
        ({ text, place }) =>
          place.as === 'block' && demands.has(place.block) && word.test(text) && !word.test(work),
      )
      .map(({ line, text }) =>
        finding(
          'import.physical-demand-leftover',
          line,
          `A physical demand names ${name}, but the work of this class does not.`,
          text,
        ),
      ),
  );
}
