import { expect } from 'chai';
import iconv from 'iconv-lite';
import { mend } from '../../server/imports/mojibake.ts';
import { readText } from '../../server/imports/read-text.ts';

describe('bytes to lines', () => {
  const encodings = {
    'UTF-8': Buffer.from('Café – “one”'),
    'UTF-16LE': iconv.encode('Café – “one”', 'utf-16le', { addBOM: true }),
    'UTF-16BE': iconv.encode('Café – “one”', 'utf-16be', { addBOM: true }),
    'windows-1252': iconv.encode('Café – “one”', 'windows-1252'),
  };
  for (const [encoding, bytes] of Object.entries(encodings)) {
    it(`reads ${encoding}`, () => {
      const read = readText(bytes);
      expect(read).to.deep.include({ outcome: 'text', encoding, count: 1, repairs: [] });
      expect(read.outcome === 'text' && read.lines[0]?.text).to.equal('Café – “one”');
    });
  }

  it('drops a byte order mark without a word, and reports a second one', () => {
    const read = readText(Buffer.from('\ufeff\ufeffTitle'));
    expect(read.outcome === 'text' && read.repairs.map(({ how }) => how)).to.deep.equal([
      'invisible character removed',
    ]);
  });

  it('counts CRLF, CR and LF lines and remembers the blank ones', () => {
    const read = readText(Buffer.from('one\r\n\r\ntwo\rthree\n'));
    expect(
      read.outcome === 'text' && [
        read.count,
        read.lines.map(({ number, afterBlank }) => [number, afterBlank]),
      ],
    ).to.deep.equal([
      4,
      [
        [1, true],
        [3, true],
        [4, false],
      ],
    ]);
  });

  const refusals: Readonly<Record<string, [Uint8Array, RegExp]>> = {
    nothing: [Buffer.from(''), /empty/],
    'blank lines': [Buffer.from('\n \n\t\n'), /empty/],
    'only invisible characters': [Buffer.from('\u200b\n\ufeff'), /empty/],
    PDF: [Buffer.from('%PDF-1.7\nsome words'), /PDF/],
    'a Word document': [Buffer.from('PK\x03\x04 word/document.xml'), /Word/],
    'an old Word document': [Buffer.from('d0cf11e0a1b11ae1', 'hex'), /\.doc/],
    RTF: [Buffer.from('{\\rtf1 Definition}'), /RTF/],
    'an image': [Buffer.from('89504e470d0a1a0a', 'hex'), /image/],
    'a web page': [Buffer.from('\n<!DOCTYPE html><p>Definition</p>'), /web page/],
    'NUL bytes': [Buffer.from('Definition\0'), /binary/],
    'many control characters': [Buffer.from(`Definition ${'\x01word '.repeat(50)}`), /binary/],
    'more than 2 MB': [Buffer.alloc(2_200_000, 'a\n'), /too large/],
    'a line without end': [Buffer.alloc(30_000, 'a'), /too long/],
    'more than 5,000 lines': [Buffer.from('line\n'.repeat(5001)), /too long/],
  };
  for (const [name, [bytes, looksLike]] of Object.entries(refusals)) {
    it(`refuses ${name} in a sentence`, () => {
      const read = readText(bytes);
      expect(read.outcome === 'refused' && read.looksLike).to.match(looksLike);
      expect(read.outcome === 'refused' && read.sentence).to.match(/^This .*\.$/);
    });
  }

  it('removes a few control characters and says so', () => {
    const read = readText(Buffer.from(`Keeps records\x07 of the office.${' words'.repeat(60)}`));
    expect(read.outcome === 'text' && read.repairs).to.deep.equal([
      { line: 1, before: '\x07', after: '', how: 'control character removed' },
    ]);
  });
});

describe('text that was read in the wrong encoding', () => {
  const damaged: readonly (readonly [string, string])[] = [
    ['OTIâ€™s', 'OTI’s'],
    ['MontrÃ©al', 'Montréal'],
    ['4 â€“ 5', '4 – 5'],
    ['â€œwordâ€\u009d', '“word”'],
    ['4 ÔÇô 5', '4 – 5'],
    ['´╗┐Note', '\ufeffNote'],
    ['ÃƒÂ©', 'é'],
  ];
  for (const [before, after] of damaged) {
    it(`repairs ${before}`, () => expect(mend(before).text).to.equal(after));
  }

  for (const text of ['CAFÉ–BAR', 'RÉSUMÉ’S', 'naïve “façade”', 'Ångström', 'ÜBER–ALL', '50 €', 'Ð”Ð°']) {
    it(`leaves ${text} as it is`, () => expect(mend(text)).to.deep.equal({ text, repairs: [] }));
  }

  it('repairs what each page did to every plausible character', () => {
    for (const page of ['windows-1252', 'cp850']) {
      for (const text of 'é à ü ñ ’ ‘ “ – — … • € ™ § °'.split(' ')) {
        const broken = iconv.decode(Buffer.from(text), page);
        if (!broken.includes('\ufffd')) expect(mend(broken).text, `${text} by ${page}`).to.equal(text);
      }
    }
  });
});
