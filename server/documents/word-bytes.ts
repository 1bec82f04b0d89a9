// Takes the time of day out of a Word document, so that the same text gives the same bytes and one ETag: its own date is
// that of the text, and the parts of its archive bear a fixed one.

interface Part {
  readonly path: string;
  readonly data: string;
}

interface Properties {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** An instant. */
  readonly at: string;
}

/** docProps/core.xml in place of the library's, which would say when the file was made. */
export function coreProperties({ title, author, language, at }: Properties): Part {
  const date = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at.slice(0, 19)}Z</dcterms:${name}>`;
  const data = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator><dc:language>${escaped(language)}</dc:language>`,
    `${date('created')}${date('modified')}</cp:coreProperties>`,
  ].join('');
  return { path: 'docProps/core.xml', data };
}

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u001f\ufffe\uffff]/g, ' ')
    .replace(/[<>&"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
/** January 1, 1980, 0:00, the first moment that an archive can name. */
const firstMoment = 0x00210000;

/** The archive with every part dated alike. Our own archives only: no comment, no large file. */
export function pinned(archive: Uint8Array): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  if (view.getUint32(end, true) !== endOfDirectory) throw new Error('The archive ends otherwise than ours');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== directoryEntry)
      throw new Error('The directory is not that of our archive');
    view.setUint32(at + 12, firstMoment, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, firstMoment, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
