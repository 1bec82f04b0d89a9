// Word documents of other people: lists, tables, tracked changes, comments and pictures become lines of the import; and
// whatever is sent to do harm is refused in a sentence, in time.
import { expect } from 'chai';
import { importDocument } from '../../server/imports/import-document.ts';
import { readWord } from '../../server/imports/read-word.ts';
import { archive, paragraph, wordArchive, wordParts } from './word-archive.ts';

async function linesOf(body: string, more: Parameters<typeof wordArchive>[1] = []) {
  const read = await readWord(wordArchive(body, more));
  if (read.outcome === 'refused') throw new Error(read.sentence);
  return { lines: read.lines.map(({ text }) => text), findings: read.findings };
}

async function refusalOf(bytes: Uint8Array): Promise<string> {
  const started = performance.now();
  const read = await importDocument({ name: 'sent.docx', bytes });
  expect(performance.now() - started).to.be.lessThan(6000);
  if (read.outcome !== 'refused') throw new Error('It was read');
  expect(read.sentence).to.match(/^[A-Z].*\.$/);
  return read.sentence;
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
const row = (...texts: string[]) => `<w:tr>${texts.map(cell).join('')}</w:tr>`;

describe('a Word document', () => {
  it('is read paragraph by paragraph, a line break parting a paragraph', async () => {
    const body = `${paragraph('One & two')}<w:p>${run('Three')}<w:r><w:br/></w:r>${run('four')}</w:p>`;
    expect((await linesOf(body)).lines).to.deep.equal(['One & two', 'Three', 'four']);
  });

  it('is read as if its tracked changes had been accepted', async () => {
    const changed = `<w:p>${run('The')}<w:ins w:id="1">${run(' new')}</w:ins><w:del w:id="2"><w:r><w:delText> old</w:delText></w:r></w:del>${run(' text')}</w:p>`;
    const moved = `<w:p><w:moveFrom w:id="3">${run('Gone')}</w:moveFrom></w:p><w:p><w:moveTo w:id="3">${run('Here')}</w:moveTo></w:p>`;
    expect((await linesOf(changed + moved)).lines).to.deep.equal(['The new text', 'Here']);
  });

  it('tells a row of two cells as label and text, of more as cells, and a cell of paragraphs as text', async () => {
    const layout = `<w:tr><w:tc>${paragraph('One')}${paragraph('Two')}</w:tc><w:tc>${paragraph('Three')}</w:tc></w:tr>`;
    const table = `<w:tbl>${row('Pay Grade', 'EX-17')}${row('FLSA:', 'E')}${row('a', 'b', 'c')}${layout}</w:tbl>`;
    expect((await linesOf(table)).lines).to.deep.equal([
      'Pay Grade: EX-17',
      'FLSA: E',
      'a\tb\tc',
      'One',
      'Two',
      'Three',
    ]);
  });

  it('tells headings under headings by the names of both, and its title', async () => {
    const level = (of: number) =>
      `<w:style w:type="paragraph" w:styleId="H${of}"><w:name w:val="heading ${of}"/></w:style>`;
    const content = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${level(1)}${level(2)}${level(3)}</w:styles>`;
    const headed = (of: number, text: string) =>
      `<w:p><w:pPr><w:pStyle w:val="H${of}"/></w:pPr>${run(text)}</w:p>`;
    const body = [
      headed(1, 'Harbor Clerk'),
      headed(2, 'Definition') + paragraph('Keeps the register of the ships that lie in the harbor.'),
      headed(2, 'Working with Others') + headed(3, 'Service') + paragraph('Answers captains and owners.'),
      headed(3, 'Teaching') + paragraph('Shows volunteers how the register is kept.'),
    ].join('');
    const bytes = wordArchive(body, [{ name: 'word/styles.xml', content }]);
    const read = await importDocument({ name: 'clerk.docx', bytes }, 'comparison');
    if (read.outcome === 'refused') expect.fail(read.sentence);
    expect(read.specification.title).to.equal('Harbor Clerk');
    expect(Object.keys(read.specification.sections)).to.deep.equal(['summary']);
    expect(read.specification.additional.map(({ heading }) => heading)).to.deep.equal([
      'Working with Others: Service',
      'Working with Others: Teaching',
    ]);
    expect(read.report.accountedLines).to.equal(read.report.source.nonBlankLines);
  });

  it('gives comments as findings where they stand, and keeps them out of the text', async () => {
    const comments = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="A B" w:initials="AB">${paragraph('Is this so?')}</w:comment></w:comments>`;
    const body = `${paragraph('First')}<w:p>${run('Second')}<w:r><w:commentReference w:id="0"/></w:r></w:p>`;
    const types = wordParts('')[0]?.content as string;
    const override =
      '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>';
    const related = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>`;
    const [, ...parts] = wordParts(body, [
      { name: 'word/comments.xml', content: comments },
      { name: 'word/_rels/document.xml.rels', content: related },
    ]);
    const read = await readWord(
      archive([{ name: '[Content_Types].xml', content: types.replace('</Types>', override) }, ...parts]),
    );
    if (read.outcome === 'refused') expect.fail(read.sentence);
    expect(read.lines.map(({ text }) => text)).to.deep.equal(['First', 'Second']);
    expect(read.findings).to.deep.equal([
      {
        id: 'import.word-comment',
        line: read.lines[1]?.number,
        message: 'A comment in the document, not read as text:',
        evidence: 'Is this so?',
      },
    ]);
  });
});

describe('a Word document sent to do harm', () => {
  const megabyte = 1024 * 1024;

  it('is refused where it unpacks to far more than it is', async () => {
    const zeros = { name: 'word/media/a.bin', content: Buffer.alloc(20 * megabyte) };
    expect(await refusalOf(wordArchive(paragraph('x'), [zeros]))).to.contain('packed far more tightly');
    const many = Array.from({ length: 4 }, (_, index) => ({
      name: `word/media/${index}.bin`,
      content: Buffer.alloc(20 * megabyte),
    }));
    expect(await refusalOf(wordArchive(paragraph('x'), many))).to.contain('MB when unpacked');
    const parts = Array.from({ length: 2001 }, (_, index) => ({ name: `x/${index}`, content: '' }));
    expect(await refusalOf(wordArchive(paragraph('x'), parts))).to.contain('parts');
  });

  it('is refused where a part holds more than it says', async () => {
    const lying = wordParts(paragraph('x'.repeat(2 * megabyte))).map((part) =>
      part.name === 'word/document.xml' ? { ...part, declared: 1000 } : part,
    );
    expect(await refusalOf(archive(lying))).to.contain('is damaged');
  });

  it('is refused where it declares entities, in whatever encoding', async () => {
    const entities = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document/>`;
    for (const content of [
      entities,
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(entities, 'utf16le')]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(entities, 'utf16le').swap16()]),
    ]) {
      const parts = wordParts('').map((part) =>
        part.name === 'word/document.xml' ? { ...part, content } : part,
      );
      expect(await refusalOf(archive(parts))).to.contain('declares entities');
    }
  });

  it('is refused where it holds macros, is encrypted, or holds two parts of one name', async () => {
    const macro = { name: 'word/vbaProject.bin', content: 'x' };
    expect(await refusalOf(wordArchive(paragraph('x'), [macro]))).to.contain('macros');
    const types = wordParts('').map((part) =>
      part.name === '[Content_Types].xml'
        ? {
            ...part,
            content: String(part.content).replace(
              'openxmlformats-officedocument.wordprocessingml.document.main',
              'ms-word.document.macroEnabled.main',
            ),
          }
        : part,
    );
    expect(await refusalOf(archive(types))).to.contain('macros');
    const locked = { name: 'word/settings.xml', content: '<x/>', isEncrypted: true };
    expect(await refusalOf(wordArchive(paragraph('x'), [locked]))).to.contain('password');
    const twin = { name: 'word/document.xml', content: '<x/>' };
    expect(await refusalOf(wordArchive(paragraph('x'), [twin]))).to.contain('two parts of one name');
  });

  it('is refused where it has a hundred thousand paragraphs, or lists nested without end', async () => {
    const numbers = Array.from({ length: 100_000 }, (_, index) => index);
    const paragraphs = numbers.map((number) => paragraph(`Duty ${number * 7919} of the class.`)).join('');
    expect(await refusalOf(wordArchive(paragraphs))).to.contain('100000 paragraphs');
    const open = numbers.map((number) => `<w:smartTag w:x="${number * 7919}">`).join('');
    const nested = open + paragraph('x') + '</w:smartTag>'.repeat(numbers.length);
    expect(await refusalOf(wordArchive(nested))).to.match(/could not be opened|took/);
  });

  it('opens nothing outside itself', async () => {
    const related = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd"/><Relationship Id="r2" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://127.0.0.1:9/x.dotm"/></Relationships>`;
    const picture =
      '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="r1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';
    const part = { name: 'word/_rels/document.xml.rels', content: related };
    const { lines, findings } = await linesOf(paragraph('Text') + picture, [part]);
    expect(lines).to.deep.equal(['Text']);
    expect(findings.map(({ id }) => id)).to.deep.equal(['import.word-picture']);
  });

  it('is refused where it is cut short, is no document, or is something else under its name', async () => {
    const whole = wordArchive(paragraph('x'));
    for (const length of [4, 30, whole.length - 30])
      expect(await refusalOf(whole.subarray(0, length))).to.contain('is damaged');
    expect(await refusalOf(archive([{ name: 'xl/workbook.xml', content: '<x/>' }]))).to.contain(
      'an Excel workbook',
    );
    expect(await refusalOf(archive([{ name: 'a.txt', content: 'a' }]))).to.contain('a ZIP archive');
    expect(await refusalOf(Buffer.from('%PDF-1.7 and so on'))).to.contain('a PDF file');
    expect(await refusalOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).to.contain('old Word');
    expect(await refusalOf(wordArchive(''))).to.contain('no text');
    const bad = wordParts('').map((part) =>
      part.name === 'word/document.xml' ? { ...part, content: '<w:document><w:body>' } : part,
    );
    expect(await refusalOf(archive(bad))).to.match(/could not be opened|no text/);
    expect(
      await refusalOf(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(11 * megabyte)])),
    ).to.contain('10 MB');
  });
});
