// A web page that was saved is read by its tags; what stands around its text, and what it would run, is not.
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { htmlLines } from '../../server/imports/html-lines.ts';
import { importDocument } from '../../server/imports/import-document.ts';
import { blocksOfSection, wordsOf } from '../../server/model/specification.ts';

const page = readFileSync(new URL('fixtures/network-manager.html', import.meta.url));

describe('a web page', () => {
  it('is read section by section, with its facts', async () => {
    const imported = await importDocument({ name: 'network-manager.html', bytes: page });
    if (imported.outcome === 'refused') expect.fail(imported.sentence);
    const { specification, report } = imported;
    expect(specification).to.include({ title: 'Network Manager', code: 'NM310' });
    expect(specification.sections.details).to.deep.include({ payGrade: '24', flsa: 'Exempt' });
    expect(Object.keys(specification.sections)).to.have.members([
      'summary',
      'duties',
      'education',
      'experience',
      'details',
    ]);
    expect(specification.additional).to.deep.equal([]);
    const duties = blocksOfSection(specification, 'duties');
    expect(duties.map((block) => block.kind === 'item' && block.level)).to.deep.equal([1, 1, 2, 2, 1]);
    expect(duties[0]?.kind === 'item' && duties[0].text).to.equal(
      'Directs the work of technicians & contractors.',
    );
    expect(blocksOfSection(specification, 'education').map(wordsOf)).to.deep.equal([
      'A bachelor’s degree in information systems.',
    ]);
    expect(JSON.stringify(specification)).to.not.match(/Not text|Council|©|color/);
    expect(report.accountedLines).to.equal(report.source.nonBlankLines);
  });

  it('is told by its first tags, and other XML is not read', async () => {
    const xml = await importDocument({ name: 'x', bytes: Buffer.from('<?xml version="1.0"?><plan/>') });
    expect(xml).to.include({ outcome: 'refused', looksLike: 'a web page (HTML)' });
  });

  it('is read to its end in good time, whatever it fails to close', () => {
    const hostile = [
      '<div>'.repeat(200_000),
      '<table><tr><td rowspan=9>'.repeat(50_000),
      '<!--'.repeat(300_000),
      '<script>'.repeat(100_000),
      '<ul><li>x'.repeat(50_000),
      'a<b>'.repeat(400_000),
      `<p>x${' '.repeat(1_000_000)}:${' '.repeat(900_000)}y`,
    ];
    const begun = Date.now();
    for (const html of hostile) htmlLines(html);
    expect(Date.now() - begun).to.be.below(5000);
  });
});
