// Specifications with the headings and the quirks of real ones, and prose of our own: each is accepted, its headings
// are found, and no line is lost. The list of layouts stands beside the repository and is no part of it.
import { expect } from 'chai';
import { existsSync, readFileSync } from 'node:fs';
import { fieldOf } from '../../server/imports/facts.ts';
import { standingHeading } from '../../server/imports/headings.ts';
import { importText } from '../../server/imports/import-text.ts';
import { problemsOf } from '../../server/schemas.ts';
import { lostWords } from './lost-words.ts';

interface Layout {
  readonly employer: string;
  readonly title: string;
  readonly headings: readonly string[];
  readonly quirk: string;
}

const list = new URL('../../../shared/corpora/class-spec-headings/headings.tsv', import.meta.url);
const prose = [
  'Work in this class involves keeping the registers of the office and answering the questions of those who use them.',
  'An employee in this class plans the work of a small group and settles what the group cannot settle by itself.',
  'Decides within written policy; a supervisor reviews the results at the end of each month.',
];

const manners: Readonly<Record<string, (layout: Layout) => string>> = {
  'as it stands': (layout) => written(layout, { dress: (text) => text, gap: '\n\n' }),
  'capitals, no blank lines, CRLF': (layout) =>
    written(layout, { dress: upper, gap: '\n' }).replaceAll('\n', '\r\n'),
  'run-in headings': (layout) => written(layout, { dress: (text) => `${upper(text)}:`, gap: ' ' }),
  'hard-wrapped, colons': (layout) => wrapped(written(layout, { dress: (text) => `${text}:`, gap: '\n\n' })),
};

describe('layouts of real specifications', function () {
  if (!existsSync(list)) {
    it('are read from ../shared, which is not here', function () {
      this.skip();
    });
    return;
  }
  for (const layout of layouts()) {
    for (const [manner, write] of Object.entries(manners)) {
      it(`${layout.employer}, ${layout.title}: ${manner}`, () => check(write(layout), layout));
    }
  }
});

function layouts(): Layout[] {
  const rows = readFileSync(list, 'utf8').split('\n').slice(1);
  return rows.flatMap((row) => {
    const [employer = '', title = '', , headings = '', quirk = ''] = row.split('\t');
    if (headings === '' || headings === '(none)') return [];
    return [{ employer, title, headings: headings.split(' | '), quirk }];
  });
}

function written(
  { title, headings, quirk }: Layout,
  { dress, gap }: { dress: (text: string) => string; gap: string },
): string {
  const top = /code alone/.test(quirk)
    ? title.replace(/ (\S*\d\S*)$/, '\n$1')
    : /run of spaces/.test(quirk)
      ? title.replace(/ (\S+)$/, '      $1')
      : title;
  const body = headings.map((heading, index) => {
    if (fieldOf(heading))
      return `${heading}: ${/date|established|revised|adopted|effective/i.test(heading) ? '7/1/2019' : `X-${index}`}`;
    const text = [prose[index % 3], prose[(index + 1) % 3]].join('\n\n');
    return `${dress(heading)}${gap}${text}${/Back to top/.test(quirk) ? '\n\nBack to top' : ''}`;
  });
  return [/title missing/.test(quirk) ? '' : top, ...body].join('\n\n');
}

function check(text: string, { headings }: Layout): void {
  const imported = importText({ name: 'layout.txt', bytes: Buffer.from(text) });
  if (imported.outcome === 'refused') throw new Error(`${imported.sentence}\n${text}`);
  expect(lostWords(text, imported)).to.deep.equal([]);
  expect(imported.report.accountedLines).to.equal(imported.report.source.nonBlankLines);
  expect(problemsOf('specification.schema.json', imported.specification)).to.deep.equal([]);
  const labels = imported.report.placements.map(({ place }) =>
    place.as === 'block' ? (place.heading ?? '') : '',
  );
  const found = [...imported.report.sections.map(({ heading }) => heading), ...labels].map(bareName);
  const known = headings.filter((heading) => !fieldOf(heading) && standingHeading(heading));
  for (const heading of known) expect(found).to.include(bareName(heading));
}

function bareName(heading: string): string {
  return heading.toLowerCase().replace(/\s*\([^()]*\)$|:$/g, '');
}

function upper(text: string): string {
  return text.toUpperCase();
}

function wrapped(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/(.{40,68})\s(?=\S)/g, '$1\n'))
    .join('\n');
}
