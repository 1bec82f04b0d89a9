// A list as it comes from a word processor or a mail, as entries: a line that begins with a bullet or a number begins an
// entry, a deeper bullet a nested one, and a line without either goes on with the entry before it.

export interface PastedEntry {
  readonly level: 1 | 2;
  readonly text: string;
}

/** Bullets as Word, browsers and typewriters write them: the deeper ones second. Symbol fonts use U+F0B7 and U+F0A7. */
const bullet = /^(?:[•·●▪■◾‣⁃*\uf0b7\uf0a7-]|[–—])(?:\s+|$)/u;
const deeper = /^(?:[◦○▫□➢\uf0d8]|o(?=\s))(?:\s+|$)/u;
const number = /^(?:\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s+/u;
const letter = /^\(?[a-zA-Z][.)]\s+/u;

interface Line {
  readonly indent: number;
  readonly mark: 'none' | 'bullet' | 'deeper';
  readonly text: string;
}

/** Every word of the text is in one of the entries; bullets and numbers are not. */
export function readPastedList(pasted: string): PastedEntry[] {
  const lines = pasted.split(/\r\n|\r|\n/).map(readLine);
  const isMarked = lines.some(({ mark }) => mark !== 'none');
  const least = Math.min(...lines.filter(({ mark }) => mark !== 'none').map(({ indent }) => indent));
  const entries: { level: 1 | 2; text: string }[] = [];
  let isOpen = false;
  for (const line of lines) {
    if (line.text === '') {
      isOpen = false;
      continue;
    }
    const last = entries.at(-1);
    if (isMarked && line.mark === 'none' && isOpen && last) {
      last.text = `${last.text} ${line.text}`;
      continue;
    }
    entries.push({ level: last ? levelOf(line, least) : 1, text: line.text });
    isOpen = true;
  }
  return entries;
}

function readLine(line: string): Line {
  const indent = /^\s*/.exec(line.replaceAll('\t', '    '))?.[0].length ?? 0;
  const trimmed = line.trim();
  for (const [pattern, mark] of [
    [deeper, 'deeper'],
    [bullet, 'bullet'],
    [number, letter.test(trimmed) && indent > 0 ? 'deeper' : 'bullet'],
  ] as const) {
    if (pattern.test(trimmed)) return { indent, mark, text: tidy(trimmed.replace(pattern, '')) };
  }
  return { indent, mark: 'none', text: tidy(trimmed) };
}

function tidy(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

function levelOf({ mark, indent }: Line, least: number): 1 | 2 {
  return mark === 'deeper' || (mark === 'bullet' && indent >= least + 4) ? 2 : 1;
}
