// What a person should look at in an imported text: numbers that disagree with themselves, leftovers of other
// classes, missing parts. Nothing is changed for it.
import type { ImportFinding, PlacedLine, Specification } from '../../schemas/types.ts';
import type { ReadDate } from '../model/partial-date.ts';
import { numbersThatDisagree } from '../model/number-words.ts';
import { seriesStatements } from '../model/series-statement.ts';
import { blocksOfSection, wordsOf } from '../model/specification.ts';
import { leftoversIn } from '../model/telltales.ts';
import { finding } from './finding.ts';

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
  return numbersThatDisagree(text).map(({ words }) =>
    finding('import.number-mismatch', line, 'The number in words is not the number in figures.', words),
  );
}

function miscounted(line: number, text: string): ImportFinding[] {
  return seriesStatements(text)
    .filter(({ said, names }) => names.length > 0 && said !== names.length)
    .map(({ said, names, sentence }) =>
      finding(
        'import.series-count',
        line,
        `The text speaks of ${said} classes in the series and names ${names.length}.`,
        sentence,
      ),
    );
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
  return placements
    .filter(({ place }) => place.as === 'block' && demands.has(place.block))
    .flatMap(({ line, text }) =>
      leftoversIn(text, work).map(({ name }) =>
        finding(
          'import.physical-demand-leftover',
          line,
          `A physical demand names ${name}, but the work of this class does not.`,
          text,
        ),
      ),
    );
}
