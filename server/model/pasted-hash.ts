// A SHA-256 as people paste it: alone, in groups, in upper case, or within the line that a program prints.

/** The most that is read of what somebody pasted. */
export const longestPaste = 1000;

/** In lower case; null where the text holds no hash, or more than one. */
export function readHash(text: string): string | null {
  const alone = text.replace(/[\s:]/g, '');
  if (/^[0-9a-f]{64}$/i.test(alone)) return alone.toLowerCase();
  const found = new Set((text.match(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gi) ?? []).map(lowerCase));
  const [hash = null] = found;
  return found.size === 1 ? hash : null;
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}
