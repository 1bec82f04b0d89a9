// Which revision a PDF says it is, read from its bytes: in the metadata that official PDFs carry (server/print/xmp.ts), in
// their title, or in the short address on their first page. A claim proves nothing: it only tells what to compare with.

const code = '([A-Za-z0-9][A-Za-z0-9.-]{0,15})';
const number = '([1-9]\\d{0,5})';

const keywords = new RegExp(`<pdf:Keywords>${code}, [^<]*, revision ${number}, effective [\\d-]{10}<`);
const title = new RegExp(`\\(${code}\\\\?\\), class specification, revision ${number}\\b`);
const address = new RegExp(`/v/${code}\\.${number}\\)`);

/**
 * 'CI2788.4', or null where the file says nothing of the kind.
 * @param {Uint8Array} bytes
 */
export function claimIn(bytes) {
  const text = new TextDecoder('latin1').decode(bytes);
  const found =
    keywords.exec(text) ?? title.exec(text) ?? title.exec(hexadecimal(text)) ?? address.exec(text);
  return found && `${found[1]}.${found[2]}`;
}

/**
 * The titles that are written as UTF-16 in hexadecimal, as PDF writers do.
 * @param {string} text
 */
function hexadecimal(text) {
  const titles = text.matchAll(/\/Title\s*<FEFF([0-9A-F]{4,8000})>/gi);
  return [...titles].map(([, digits = '']) => digits.replace(/.{4}/g, fromCode)).join('\n');
}

/** @param {string} digits */
function fromCode(digits) {
  return String.fromCharCode(parseInt(digits, 16));
}
