// What the first page says for whoever holds a copy: the words, and a QR code that a camera reads as the same address.
import { expect } from 'chai';
import fc from 'fast-check';
import jsQr from 'jsqr';
import { copyMark, qrImage } from '../../server/documents/copy-mark.ts';

const marked = { code: 'CI2788', number: 4, effectiveOn: '2024-07-01' };
const anchor = { seq: 140, hash: '0123456789abcdef'.repeat(4) };

describe('the mark of a copy', () => {
  it('names the short address, the revision and the record', () => {
    const { link, revision, record } = copyMark(marked, anchor, 'https://classes.example.gov');
    expect(link).to.include({
      href: 'https://classes.example.gov/v/CI2788.4',
      text: 'classes.example.gov/v/CI2788.4',
    });
    expect(revision).to.equal('CI2788 · Revision 4 · Effective July 1, 2024');
    expect(record).to.equal('140:0123456789abcdef');
  });

  it('has no code where no public address is set: a path alone leads no camera anywhere', () => {
    expect(copyMark(marked, anchor, null)).to.include({ link: null, path: '/v/CI2788.4' });
  });

  it('has a code that reads as the address', () => {
    const { link } = copyMark(marked, anchor, 'http://classes.example.gov:8080');
    const svg = Buffer.from(link?.qrSource.split(',')[1] ?? '', 'base64').toString();
    expect(readQr(svg)).to.equal('http://classes.example.gov:8080/v/CI2788.4');
    expect(link?.text).to.equal('http://classes.example.gov:8080/v/CI2788.4');
  });

  it('reads so for every host and code, and is the same every time', () => {
    const host = fc.stringMatching(/^[a-z]{1,40}(\.[a-z]{1,40}){0,2}$/);
    const code = fc.stringMatching(/^[A-Z0-9][A-Z0-9.-]{0,15}$/);
    fc.assert(
      fc.property(host, code, fc.integer({ min: 1, max: 9999 }), (name, of, number) => {
        const address = `https://${name}/v/${of}.${number}`;
        expect(readQr(qrImage(address))).to.equal(address);
        expect(qrImage(address)).to.equal(qrImage(address));
      }),
      { numRuns: 40 },
    );
  });
});

/** Drawn at four pixels a module with the paper's white around it, and read as a camera would. */
function readQr(svg: string): string | undefined {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const dark = new Set([...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));
  const [scale, edge] = [4, 4];
  const width = (size + 2 * edge) * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let at = 0; at < width * width; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)].map((each) => Math.floor(each / scale) - edge);
    if (dark.has(`${x} ${y}`)) pixels.fill(0, at * 4, at * 4 + 3);
  }
  return jsQr.default(pixels, width, width)?.data;
}
