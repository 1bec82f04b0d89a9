// Repairs text whose UTF-8 bytes were once read as windows-1252 or cp850 ("â€™", "ÔÇô"). A run is repaired only
// where its bytes are strict UTF-8 for a character that official prose has; anything else stays as it is.
import iconv from 'iconv-lite';

export interface Mended {
  readonly text: string;
  readonly repairs: readonly { readonly before: string; readonly after: string; readonly how: string }[];
}

type Page = 'windows-1252' | 'cp850';

const pages: readonly Page[] = ['windows-1252', 'cp850'];
const bytesOf = new Map(pages.map((page) => [page, byteTable(page)]));
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Latin letters, general punctuation, the euro, trade and number signs, arrows, bullets and the byte order mark. */
const plausible =
  /^[\u00a0-\u017f\u02c6\u02dc\u2002-\u203f\u20ac\u2116\u2122\u2190-\u2193\u2212\u2260\u2264\u2265\u25a0-\u25ff\ufb01\ufb02\ufeff]$/;

export function mend(text: string): Mended {
  let current: Mended = { text, repairs: [] };
  for (let pass = 0; pass < 3; pass += 1) {
    const next = mendOnce(current.text);
    if (next.repairs.length === 0) break;
    current = { text: next.text, repairs: [...current.repairs, ...next.repairs] };
  }
  return current;
}

function mendOnce(text: string): Mended {
  if (!/[\u0080-\uffff]{2}/.test(text)) return { text, repairs: [] };
  const repairs = new Map<string, { before: string; after: string; how: string }>();
  let result = '';
  for (let at = 0; at < text.length;) {
    const found = sequenceAt(text, at);
    if (found) repairs.set(found.before, found);
    result += found?.after ?? text[at];
    at += found?.before.length ?? 1;
  }
  return { text: result, repairs: [...repairs.values()] };
}

function sequenceAt(text: string, at: number): { before: string; after: string; how: string } | null {
  if (text.charCodeAt(at) < 0x80) return null;
  for (const page of pages) {
    const before = candidate(text, at, page);
    const after = before && decoded(before, page);
    if (after && plausible.test(after)) return { before, after, how: `UTF-8 once read as ${page}` };
  }
  return null;
}

function candidate(text: string, at: number, page: Page): string | null {
  const lead = bytesOf.get(page)?.get(text[at] ?? '') ?? 0;
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : 0;
  return length > 0 && at + length <= text.length ? text.slice(at, at + length) : null;
}

function decoded(run: string, page: Page): string | null {
  const bytes = [...run].map((mark) => bytesOf.get(page)?.get(mark) ?? 0);
  if (bytes.some((byte) => byte < 0x80)) return null;
  try {
    return strict.decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

/** Five bytes of windows-1252 have no character; readers keep them as the control character of the same number. */
function byteTable(page: Page): Map<string, number> {
  const table = new Map<string, number>();
  for (let byte = 0x80; byte <= 0xff; byte += 1) {
    const mark = iconv.decode(Buffer.from([byte]), page);
    table.set(mark === '\ufffd' ? String.fromCharCode(byte) : mark, byte);
  }
  return table;
}
