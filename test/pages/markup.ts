// What a page is made of, read from its text: for the tests that nothing in it is anybody's markup but ours.

const named = { amp: '&', lt: '<', gt: '>', quot: '"' } as Record<string, string>;

/** Text as a reader sees it. */
export function unescaped(html: string): string {
  return html.replace(
    /&(?:(amp|lt|gt|quot)|#x([0-9a-f]+));/gi,
    (_all, name: string | undefined, hex: string) =>
      name ? (named[name] ?? '') : String.fromCodePoint(parseInt(hex, 16)),
  );
}

/** Every element and attribute name of a page: what a page cannot have unless we wrote it. */
export function markup(html: string): string[] {
  const names = new Set<string>();
  for (const [, tag = '', attributes = ''] of html.matchAll(
    /<(\/?[a-z!][^\s>]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*>/gi,
  )) {
    names.add(tag);
    for (const [, name = ''] of attributes.matchAll(/\s([^\s=>]+)(?:="[^"]*")?/g)) names.add(`${name}=`);
  }
  return [...names];
}

/** What stands between the tags. */
export function outsideOfTags(html: string): string {
  return html.replace(/<\/?[a-z!][^<>]*>/gi, '');
}
