// Archives for tests, sound and unsound: each part with what it holds and, where the archive lies, what it says that it holds.
import { crc32, deflateRawSync } from 'node:zlib';

export interface ArchivePart {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** The size that the archive names; its true one where it does not lie. */
  readonly declared?: number;
  readonly isEncrypted?: boolean;
}

export function archive(parts: readonly ArchivePart[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { local, entry } = partOf(part, offset);
    locals.push(local);
    entries.push(entry);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function partOf({ name, content, declared, isEncrypted = false }: ArchivePart, offset: number) {
  const plain = Buffer.from(content);
  const packed = deflateRawSync(plain);
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(isEncrypted ? 1 : 0, 2);
  head.writeUInt16LE(8, 4);
  head.writeUInt32LE(0x00210000, 6);
  head.writeUInt32LE(crc32(plain), 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(declared ?? plain.length, 18);
  head.writeUInt16LE(Buffer.byteLength(name), 22);
  const local = Buffer.concat([signature(0x04034b50), head, Buffer.from(name), packed]);
  const ending = Buffer.alloc(14);
  ending.writeUInt32LE(offset, 10);
  const entry = Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), head, ending, Buffer.from(name)]);
  return { local, entry };
}

function signature(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}

const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const relationships =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** The smallest Word document that has this body. */
export function wordParts(body: string, more: readonly ArchivePart[] = []): ArchivePart[] {
  const document = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}</w:body></w:document>`;
  return [
    { name: '[Content_Types].xml', content: types },
    { name: '_rels/.rels', content: relationships },
    { name: 'word/document.xml', content: document },
    ...more,
  ];
}

export function wordArchive(body: string, more: readonly ArchivePart[] = []): Buffer {
  return archive(wordParts(body, more));
}

export function paragraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${text.replace(/[<&]/g, (mark) => (mark === '<' ? '&lt;' : '&amp;'))}</w:t></w:r></w:p>`;
}
