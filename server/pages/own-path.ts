// Where to go after signing in: only to a path of this site, whatever the address bar was made to say.

/** The path with its query, or null where the text is no path of this site. */
export function ownPath(text: string | null | undefined): string | null {
  if (!text || text.length > 2000 || !/^\/(?![/\\])[^\\\u0000-\u0020\u007f]*$/.test(text)) return null;
  const here = 'http://here.invalid';
  if (!URL.canParse(text, here)) return null;
  const { origin, pathname, search } = new URL(text, here);
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}` : null;
}
