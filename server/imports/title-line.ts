// The lines at the head of a specification: its title with or without its code, and the letterhead around it.

export interface TitleLine {
  readonly title: string | null;
  readonly code: string | null;
}

const codeShape = String.raw`(?:[A-Z]{0,4}-?\d{2,6}[A-Z]{0,2}\d{0,2}|[A-Z]\d[A-Z]|\d{1,2}\.\d{2,4})`;
const alone = new RegExp(`^[(#]?(${codeShape})\\)?$`);
const dashed = new RegExp(`^(.*\\p{L}.*?)\\s*(?:[–—:]|\\s-|--)\\s*[(#]?(${codeShape})\\)?$`, 'u');
const spaced = new RegExp(`^(.*\\p{L}.*?)(?:\\s{2,}|\\t)\\s*[(#]?(${codeShape})\\)?$`, 'u');
const bracketed = new RegExp(`^(.*\\p{L}.*?)\\s*[([]#?(${codeShape})[)\\]]$`, 'u');
const ended =
  /^(.*\p{L}.*?)\s(?:#\s?)?((?:[A-Z]{1,4}-?\d{3,6}[A-Z]{0,2}|\d{4,6}[A-Z]{0,2}\d?|\d{1,2}\.\d{3}))$/u;
const opened = new RegExp(`^(${codeShape})\\s*(?:[–—:]|-\\s|\\s)\\s*(\\p{Lu}.*)$`, 'u');
const year = /^(?:19[5-9]\d|20[0-4]\d)$/;

const notice =
  /\bpublic (?:document|record|notice)\b|^(?:class(?:ification)?|job|position) (?:specifications?|descriptions?|specs?)\b|^(?:amended|new|revised|proposed) classification\b|^specifications? of class\b/i;
const office =
  /^(?:the )?(?:office|department|division|bureau|board|city|county|state|town|village|commonwealth|university|borough|government) (?:and county )?of\b|\b(?:department|commission|division|agency|university|college|district|authority|resources|bureau|county|city|administration|government)$/i;
const furniture = /^(?:back to top|page \d+(?: of \d+)?|\d+ ?\| ?page|- ?\d+ ?-|\(?continued\)?)$/i;

const smallWords = new Set([
  'of',
  'the',
  'and',
  'in',
  'for',
  'to',
  'a',
  'an',
  'or',
  'on',
  'at',
  'by',
  'with',
]);

/** Title and code on one line, in the forms that are in use; null where the line cannot be a title. */
export function titleLine(text: string): TitleLine | null {
  const line = text
    .replace(/^#{1,6}\s+/, '')
    .replace(/^(\*\*|__)(.{1,120})\1$/, '$2')
    .trim();
  if (line.length > 120) return null;
  const code = alone.exec(line)?.[1];
  if (code) return { title: null, code };
  for (const pattern of [dashed, bracketed, spaced, ended, opened]) {
    const found = pattern.exec(line);
    if (!found) continue;
    const [title = '', ending = ''] = pattern === opened ? [found[2], found[1]] : [found[1], found[2]];
    if (pattern === ended && year.test(ending)) continue;
    if (isTitleShaped(title)) return { title: title.trim(), code: ending };
  }
  return isTitleShaped(line) ? { title: line, code: null } : null;
}

/** Few words, most of them capitalised, and no end of a sentence. */
export function isTitleShaped(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (text.length > 90 || words.length > 12 || /[.;!?]$/.test(text.replace(/\b(?:Jr|Sr|Asst|Dept)\.$/, '')))
    return false;
  if (!/^[\p{Lu}\p{N}(]/u.test(text) || !/\p{L}{2}/u.test(text)) return false;
  const counted = words.filter((word) => /\p{L}/u.test(word) && !smallWords.has(word.toLowerCase()));
  const capitals = counted.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length;
  return capitals >= counted.length * 0.75;
}

/** An office, a public notice: what stands on the paper of every class alike. */
export function isLetterhead(text: string): boolean {
  const line = text.trim();
  return (
    line.length <= 90 && !/[.;]$/.test(line) && (notice.test(line) || office.test(line) || isFurniture(line))
  );
}

/** What a page or a web page adds to every text. */
export function isFurniture(text: string): boolean {
  return furniture.test(text.trim());
}
