// Finds a key that stands twice in one object of a JSON text. JSON.parse takes the last of them in silence, so that
// one reader of the text may see another value than the next.

const colon = /[ \t\r\n]*:/y;

/** The first such key; null where there is none. What is no JSON is left for JSON.parse to refuse. */
export function doubleKey(text: string): string | null {
  const objects: Set<string>[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '{') objects.push(new Set());
    else if (sign === '}') objects.pop();
    else if (sign === '"') {
      const end = endOfString(text, at);
      const key = isFollowedByColon(text, end) ? decoded(text.slice(at, end)) : null;
      const keys = objects.at(-1);
      if (key !== null && keys?.has(key)) return key;
      if (key !== null) keys?.add(key);
      at = end - 1;
    }
  }
  return null;
}

/** The place after the quote that closes a string, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '"') return at + 1;
    if (text[at] === '\\') at += 1;
  }
  return text.length;
}

function isFollowedByColon(text: string, at: number): boolean {
  colon.lastIndex = at;
  return colon.test(text);
}

/** "\u0061" and "a" are one key. */
function decoded(quoted: string): string | null {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return null;
  }
}
