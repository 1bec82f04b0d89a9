// Bullets and numbers that open a list item.

export interface Marked {
  readonly mark: string;
  /** What kind of mark it is: items of one kind stand on one level. */
  readonly kind: string;
  readonly rest: string;
}

const bullet = /^([•‣◦●○■□▪▫◆♦·∙➢►✓✔*–—+-]|--|\uf0b7|\uf0a7|o(?=\s+\S))\s*(?=\S)/;
const outline = /^(\d{1,2}(?:\.\d{1,2}){1,2})\.?\s+(?=\S)/;
const number = /^(\(?\d{1,3}[.)]|#\d{1,3}[.)]?)(?:\s+|(?=[A-Z]))(?=\S)/;
const letter = /^(\(?(?:[a-hA-H]|[ivx]{1,4})[.)])\s+(?=\S)/;

/** The mark and the text after it; null where the line opens with neither bullet nor number. */
export function markOf(text: string): Marked | null {
  const trimmed = text.trimStart();
  for (const [kind, pattern] of [
    ['bullet', bullet],
    ['outline', outline],
    ['number', number],
    ['letter', letter],
  ] as const) {
    const match = pattern.exec(trimmed);
    if (!match || !spaced(match, trimmed)) continue;
    const mark = match[1] ?? '';
    return { mark, kind: kind === 'bullet' ? mark : kind, rest: trimmed.slice(match[0].length).trim() };
  }
  return null;
}

/** A hyphen, a star or a plus is a bullet only with a space after it: "-5 degrees", "**Note**" are text. */
function spaced(match: RegExpExecArray, text: string): boolean {
  return !/^[*+–—-]+$/.test(match[1] ?? '') || /\s/.test(text[(match[1] ?? '').length] ?? '');
}
