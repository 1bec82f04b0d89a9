// The employer's signature in a PDF: a hidden field that certifies the document as it is, and its signature over every byte
// but its own. Off where no key is set.
import {
  ParseSpeeds,
  PDFArray,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
} from '@cantoo/pdf-lib';
import { cmsSignature } from './cms.ts';
import type { SigningKey } from './signing-key.ts';
import type { DocumentProperties } from './xmp.ts';

/** Ten digits hold every offset that a PDF may have. */
const unknown = 9_999_999_999;

/** Hidden and locked: nothing is shown, and a hidden field needs no place in the structure (PDF/UA-1, 7.18.4). */
const hiddenAndLocked = 2 + 128;

/** A finished document with its signature. */
export async function signed(
  finished: Uint8Array,
  key: SigningKey,
  properties: DocumentProperties,
): Promise<Uint8Array> {
  const doc = await PDFDocument.load(finished, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  addSignatureField(doc, key, properties);
  const bytes = await doc.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Infinity,
  });
  return sign(bytes, key);
}

/** Leaves room for the signature; the bytes are signed when they are written. */
function addSignatureField(
  doc: PDFDocument,
  key: SigningKey,
  { author, createdAt }: DocumentProperties,
): void {
  const { context, catalog } = doc;
  const signature = context.register(
    context.obj({
      ...{ Type: 'Sig', Filter: 'Adobe.PPKLite', SubFilter: 'ETSI.CAdES.detached' },
      ByteRange: [0, unknown, unknown, unknown],
      Contents: PDFHexString.of('0'.repeat(roomFor(key))),
      Name: PDFHexString.fromText(author),
      M: PDFString.fromDate(createdAt),
      Reference: [
        {
          ...{ Type: 'SigRef', TransformMethod: 'DocMDP' },
          TransformParams: { Type: 'TransformParams', P: 1, V: PDFName.of('1.2') },
        },
      ],
    }),
  );
  const page = doc.getPage(0);
  const field = context.register(
    context.obj({
      ...{ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', F: hiddenAndLocked, Rect: [0, 0, 0, 0] },
      T: PDFString.of('signature'),
      TU: PDFHexString.fromText(`Signature of the ${author}`),
      V: signature,
      P: page.ref,
    }),
  );
  const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray);
  if (annotations) annotations.push(field);
  else page.node.set(PDFName.of('Annots'), context.obj([field]));
  page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
  catalog.set(PDFName.of('AcroForm'), context.obj({ SigFlags: PDFNumber.of(3), Fields: [field] }));
  catalog.set(PDFName.of('Perms'), context.obj({ DocMDP: signature }));
}

/** In hexadecimal digits: the certificates, and more than any signature and its attributes need. */
function roomFor({ certificates }: SigningKey): number {
  return 2 * certificates.reduce((sum, { length }) => sum + length, 4096);
}

/** The same bytes with the signature in its room. */
async function sign(bytes: Uint8Array, key: SigningKey): Promise<Uint8Array> {
  const whole = Buffer.from(bytes);
  const room = `<${'0'.repeat(roomFor(key))}>`;
  const start = whole.indexOf(room);
  const end = start + room.length;
  const range = whole.indexOf(`${unknown} ${unknown} ${unknown}`);
  if (start < 0 || range < 0) throw new Error('The PDF has no room for its signature');
  const numbers = `${start} ${end} ${whole.length - end}`;
  whole.write(numbers.padEnd(3 * String(unknown).length + 2), range, 'latin1');
  const content = Buffer.concat([whole.subarray(0, start), whole.subarray(end)]);
  const signature = Buffer.from(await cmsSignature(content, key)).toString('hex');
  if (signature.length > room.length - 2) throw new Error('The signature is larger than its room');
  whole.write(signature, start + 1, 'latin1');
  return new Uint8Array(whole.buffer, whole.byteOffset, whole.length);
}
