// Tells by its first bytes a file that is no plain text, so that the refusal can name it.
import { refused, type RefusedText } from './refusal.ts';

const asText =
  'Save the text of the class specification as a Word document (.docx) or as plain text (.txt, UTF-8) and send that.';

const signatures: readonly { readonly bytes: string; readonly looksLike: string }[] = [
  { bytes: '%PDF-', looksLike: 'a PDF file' },
  { bytes: 'PK\x03\x04', looksLike: 'a Word document (.docx) or another ZIP archive' },
  { bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', looksLike: 'an old Word or Office document (.doc)' },
  { bytes: '{\\rtf', looksLike: 'a rich text file (RTF)' },
  { bytes: '\x89PNG\r\n', looksLike: 'an image (PNG)' },
  { bytes: '\xff\xd8\xff', looksLike: 'an image (JPEG)' },
  { bytes: 'GIF87a', looksLike: 'an image (GIF)' },
  { bytes: 'GIF89a', looksLike: 'an image (GIF)' },
  { bytes: 'II*\x00', looksLike: 'an image (TIFF)' },
  { bytes: 'MM\x00*', looksLike: 'an image (TIFF)' },
];

export function knownFormat(bytes: Uint8Array): RefusedText | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const found = signatures.find((signature) => head.startsWith(signature.bytes));
  if (found) return refused(found.looksLike, `This is ${found.looksLike}, not plain text. ${asText}`);
  if (isMarkup(head)) {
    return refused('a web page (HTML)', `This is a web page or XML file with its mark-up. ${asText}`);
  }
  return null;
}

/** A web page that was saved; other XML is none. */
export function isWebPage(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return isMarkup(head) && /<(?:!doctype\s+html|html)\b/i.test(head);
}

function isMarkup(head: string): boolean {
  return /^[\s\xef\xbb\xbf]{0,20}<(?:!doctype\s+html|html|\?xml)/i.test(head);
}

export function binary(): RefusedText {
  return refused('a binary file', `This file holds bytes that no text has. ${asText}`);
}
