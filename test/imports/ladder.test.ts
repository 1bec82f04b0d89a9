// Ladders of other employers in Markdown: each level has its title, the same sections under the same names, and every word.
import { expect } from 'chai';
import { existsSync, readFileSync } from 'node:fs';
import { importText, type ImportedText } from '../../server/imports/import-text.ts';
import { blocksOfSection, wordsOf } from '../../server/model/specification.ts';
import { problemsOf } from '../../server/schemas.ts';
import { lostWords } from './lost-words.ts';

type Imported = Extract<ImportedText, { outcome: 'specification' }>;

const ours = new URL('fixtures/ladder/', import.meta.url);
const theirs = new URL(
  '../../../shared/corpora/infracloud-ladder/content/docs/engineering/',
  import.meta.url,
);

function read(folder: URL, name: string): Imported {
  const bytes = readFileSync(new URL(`${name}.md`, folder));
  const imported = importText({ name: `${name}.md`, bytes }, 'comparison');
  return imported.outcome === 'refused' ? expect.fail(imported.sentence) : imported;
}

/** What a reader of the file sees: neither tags nor what is kept from readers. */
function wordsIn(folder: URL, name: string): string {
  const text = readFileSync(new URL(`${name}.md`, folder), 'utf8');
  return text.replace(/<!--[\s\S]*?-->/g, ' ').replace(/<[^>]*>/g, ' ');
}

function headings({ specification: { sections, additional } }: Imported): string[] {
  return [...Object.keys(sections), ...additional.map(({ heading }) => heading)];
}

function holdsLevels(
  folder: URL,
  names: readonly string[],
  titles: readonly string[],
  own: readonly string[],
) {
  it('has the titles of its levels, low to high', () => {
    expect(names.map((name) => read(folder, name).specification.title)).to.deep.equal(titles);
  });

  for (const name of names) {
    it(`reads ${name} under the same headings as the others, and loses no word`, () => {
      const imported = read(folder, name);
      const { report, specification } = imported;
      expect(headings(imported)).to.deep.equal(['competencies', ...own]);
      expect(lostWords(wordsIn(folder, name), imported)).to.deep.equal([]);
      expect(report.accountedLines).to.equal(report.source.nonBlankLines);
      expect(problemsOf('specification.schema.json', specification)).to.deep.equal([]);
      expect(problemsOf('import-report.schema.json', report)).to.deep.equal([]);
    });
  }
}

describe('a ladder in Markdown', () => {
  const names = ['records-assistant', 'records-specialist', 'records-lead'];
  holdsLevels(
    ours,
    names,
    ['Records Assistant', 'Records Specialist', 'Records Lead'],
    ['Working with Others: Service', 'Working with Others: Teaching', 'Conduct: Traits', 'Broad Indicators'],
  );

  it('has entries under entries, terms with their definitions, and the rows of a table', () => {
    const { specification } = read(ours, 'records-assistant');
    const [service, , traits, indicators] = specification.additional;
    expect(service?.blocks.map((block) => block.kind === 'item' && block.level)).to.deep.equal([1, 1, 2, 2]);
    expect(traits?.blocks[0]).to.include({ kind: 'term', term: 'Care' });
    expect(indicators?.blocks.map(wordsOf)).to.deep.equal([
      'As a rough guide, time is divided as follows.',
      'Division of working time:',
      'Core: about 80%',
      'Service: about 15%',
      'Teaching: about 5%',
      'Usual time in this role (a guide, not a rule): 1 year',
    ]);
  });

  it('says what of the file is no text', () => {
    const { report } = read(ours, 'records-assistant');
    expect(report.findings.find(({ id }) => id === 'import.comment')?.evidence).to.equal(
      'The shares are those of the last survey.',
    );
    const paper = report.placements.filter(({ place }) => place.as === 'letterhead');
    expect(paper.map(({ text }) => text.split(':')[0])).to.deep.equal(['linktitle', 'description', 'weight']);
  });

  it('stands beside ours, and is no specification of the plan', () => {
    const bytes = readFileSync(new URL('records-lead.md', ours));
    expect(importText({ name: 'x', bytes })).to.include({ outcome: 'refused' });
  });
});

describe('a heading under another, in Markdown', () => {
  function sectionsOf(text: string) {
    const imported = importText({ name: 'x.md', bytes: Buffer.from(text) }, 'comparison');
    return imported.outcome === 'refused' ? expect.fail(imported.sentence) : imported.specification;
  }

  it('is text of its section where the plan knows the section', () => {
    const specification = sectionsOf(
      '# Town Planner\n\n## Definition\nPlans the town.\n\n## Essential Duties\n\n### Zoning\n* Drafts *zoning* maps.\n\n### Parks\n* Plans **parks**.\n',
    );
    expect(specification.title).to.equal('Town Planner');
    expect(blocksOfSection(specification, 'duties').map(wordsOf)).to.deep.equal([
      'Zoning',
      'Drafts zoning maps.',
      'Parks',
      'Plans parks.',
    ]);
    expect(specification.additional).to.deep.equal([]);
  });

  it('is no title where a line before it is one', () => {
    const { title, additional } = sectionsOf(
      'Town Planner\n\n## Overview\nThe planner plans the town.\n\n## Conduct\nIs fair.\n',
    );
    expect([title, additional.map(({ heading }) => heading)]).to.deep.equal([
      'Town Planner',
      ['Overview', 'Conduct'],
    ]);
  });

  it('opens the section that its own words name', () => {
    const { sections } = sectionsOf(
      '# Planner\n\n## Definition\nPlans the town.\n\n## Minimum Qualifications\n\n### Education\nA degree in planning.\n\n### Experience\nTwo years.\n',
    );
    expect(Object.keys(sections)).to.deep.equal(['summary', 'education', 'experience']);
  });
});

describe('a real ladder in Markdown', function () {
  before(function () {
    if (!existsSync(theirs)) {
      console.log('      ../shared/corpora is not here: the real ladder is not tried');
      this.skip();
    }
  });

  holdsLevels(
    theirs,
    ['associate-engineer', 'engineer', 'senior-engineer', 'staff-engineer', 'principal-engineer'],
    ['Associate Engineer', 'Engineer', 'Senior Engineer', 'Staff Engineer', 'Principal Engineer'],
    [
      'Functional Competencies: Management',
      'Functional Competencies: Delighting People',
      'Functional Competencies: Organization Building',
      'Functional Competencies: Social Capital',
      'Behavioral Competencies: Enabling Traits',
      'Broad Indicators',
    ],
  );
});
