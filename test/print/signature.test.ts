// Official PDFs signed with the employer's own certificate: valid over every byte, in the form of PAdES, hidden; nothing else
// is signed, and a key that cannot sign stops the start.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Certificate, ContentInfo, SignedData } from 'pkijs';
import { expect } from 'chai';
import type { Printer } from '../../server/print/printer.ts';
import { openSigningKey, type SigningKey } from '../../server/print/signing-key.ts';
import { openPdf } from './open-pdf.ts';
import { job, printerWith } from './print-room.ts';
import { hasPdfsig, makeSigner, pdfsig, type Signer, writeSigner } from './signing-room.ts';

const passphrase = 'lanterns over the harbor';

describe('A signed document', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'classplan-signing-'));
  const at = (name: string) => join(folder, name);
  const printers: Printer[] = [];
  let signer: Signer;
  let key: SigningKey;
  let bytes: Uint8Array;

  before(async () => {
    signer = await makeSigner('City of Larkhaven');
    key = open(writeSigner(at('city.pem'), signer, passphrase), passphrase);
    bytes = await printWith(key);
  });
  after(async () => {
    await Promise.all(printers.map((printer) => printer.close()));
    rmSync(folder, { recursive: true });
  });

  function open(file: string, opened: string | null): SigningKey {
    const found = openSigningKey(file, opened);
    if (!found) throw new Error('A file was set');
    return found;
  }

  async function printWith(signingKey: SigningKey | null, isOfficial = true): Promise<Uint8Array> {
    const printer = printerWith({ tabs: 1, signingKey });
    printers.push(printer);
    return (await printer.print({ ...job, isOfficial })).bytes;
  }

  it('is signed over every byte but the signature, by the certificate that it carries', async () => {
    expect(await holds(bytes)).to.equal(true);
    const { signed, content } = partsOf(bytes);
    const [carried] = signed.certificates ?? [];
    expect(carried).to.be.instanceOf(Certificate);
    expect(Buffer.from((carried as Certificate).toSchema().toBER())).to.deep.equal(
      Buffer.from(key.certificates[0] ?? []),
    );
    expect(content.length).to.be.above(bytes.length - 20_000);
  });

  it('names its certificate among what is signed, and no time: the time stands in the document', () => {
    const { signed } = partsOf(bytes);
    const types = signed.signerInfos[0]?.signedAttrs?.attributes.map(({ type }) => type);
    expect(types).to.deep.equal([
      '1.2.840.113549.1.9.3',
      '1.2.840.113549.1.9.4',
      '1.2.840.113549.1.9.16.2.47',
    ]);
    expect(Buffer.from(bytes).toString('latin1'))
      .to.include('/SubFilter /ETSI.CAdES.detached')
      .and.include('/M (D:20240701120000Z)');
  });

  it('no longer holds where one byte is another', async () => {
    const altered = bytes.slice();
    altered[500] = (altered[500] ?? 0) ^ 1;
    expect(await holds(altered)).to.equal(false);
  });

  it('is still tagged, titled and without anything that is seen', async () => {
    const [plain, seen] = [await openPdf(await printWith(null)), await openPdf(bytes)];
    expect(seen.marked).to.equal(true);
    expect(seen.title).to.equal(job.properties.title);
    expect(seen.pages).to.deep.equal(plain.pages);
  });

  it('is the same to the byte when an RSA key signs it again', async () => {
    expect(Buffer.from(await printWith(key)).equals(bytes)).to.equal(true);
  });

  it('may be signed on a curve', async () => {
    const file = writeSigner(at('curve.pem'), await makeSigner('City of Larkhaven', 'ec'), null);
    expect(await holds(await printWith(open(file, null)))).to.equal(true);
  });

  it('is official: what is printed for reading bears no signature, nor does anything where no key is set', async () => {
    for (const unsigned of [await printWith(key, false), await printWith(null)])
      expect(Buffer.from(unsigned).includes('/ByteRange')).to.equal(false);
  });

  it('is valid in the eyes of pdfsig', function () {
    if (!hasPdfsig) this.skip();
    writeFileSync(at('signed.pdf'), bytes);
    const said = pdfsig(at('signed.pdf'));
    expect(said).to.include('Signature Validation: Signature is Valid.').and.include('Total document signed');
    expect(said).to.include('ETSI.CAdES.detached').and.include('City of Larkhaven');
  });

  describe('needs a key that can sign', () => {
    const complaint = (file: string | null, opened: string | null) => {
      try {
        return openSigningKey(file, opened);
      } catch (error) {
        return (error as Error).message;
      }
    };

    it('or none', () => expect(complaint(null, null)).to.equal(null));

    it('in a file that is there, opened by its passphrase', () => {
      expect(complaint(at('nothing.pem'), null)).to.match(/^SIGNING_CERTIFICATE must name a file/);
      expect(complaint(at('city.pem'), 'another')).to.match(/certificate and its private key/);
      expect(complaint(at('city.pem'), null)).to.match(/certificate and its private key/);
    });

    it('that belongs to the certificate, which has not ended', async () => {
      const other = await makeSigner('City of Larkhaven');
      const mixed = writeSigner(at('mixed.pem'), { key: other.key, certificate: signer.certificate }, null);
      expect(complaint(mixed, null)).to.match(/certificate and its private key/);
      const ended = writeSigner(at('ended.pem'), await makeSigner('City of Larkhaven', 'rsa', -2), null);
      expect(complaint(ended, null)).to.match(/certificate that ended on/);
    });

    it('with the certificates that vouch for it after its own', () => {
      const { certificate, key: own } = signer;
      writeSigner(at('chain.pem'), { key: own, certificate: `${certificate}${certificate}` }, null);
      expect(open(at('chain.pem'), null).certificates.length).to.equal(2);
    });
  });
});

/** What is signed, and the signature, as a reader of PDF takes them apart. */
function partsOf(bytes: Uint8Array): { content: Uint8Array; signed: SignedData } {
  const text = Buffer.from(bytes).toString('latin1');
  const [, start = 0, end = 0, rest = 0] = /\/ByteRange \[ 0 (\d+) (\d+) (\d+)/.exec(text)?.map(Number) ?? [];
  expect(end + rest).to.equal(bytes.length);
  const content = Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  const room = Buffer.from(text.slice(start + 1, end - 1), 'hex');
  const info = ContentInfo.fromBER(new Uint8Array(room.subarray(0, 4 + room.readUInt16BE(2))));
  return { content, signed: new SignedData({ schema: info.content as object }) };
}

async function holds(bytes: Uint8Array): Promise<boolean> {
  const { content, signed } = partsOf(bytes);
  return signed.verify({ signer: 0, data: new Uint8Array(content).buffer }).catch(() => false);
}
