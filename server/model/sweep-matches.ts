// Where an expression is found in a text, and what a replacement makes of it. Pure, and the same in the server and in the
// thread where a person's own expression runs.

/** A stretch of a text, with what each group of the expression caught; null for a group that took no part. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (string | null)[];
}

/** Every match in order. Empty ones are none: there is nothing to mark and nothing to replace. */
export function matchesIn(expression: RegExp, text: string): Match[] {
  const matches: Match[] = [];
  for (const match of text.matchAll(expression)) {
    const [whole, ...groups] = match as (string | undefined)[];
    if (whole === undefined || whole === '') continue;
    const { index: start } = match;
    matches.push({ start, end: start + whole.length, groups: groups.map((group) => group ?? null) });
  }
  return matches;
}

/** The text with each match replaced; `$1` to `$9` stand for groups, `$&` for the match, `$$` for a dollar sign. */
export function replaced(text: string, matches: readonly Match[], template: string): string {
  let done = '';
  let at = 0;
  for (const match of matches) {
    const words = expanded(template, text, match);
    const before = done + text.slice(at, match.start);
    // Words that are taken out take the space with them that stood between them and what follows.
    const leavesGap = words === '' && /^$|^[ ,.;:)]/.test(text.slice(match.end));
    done = (leavesGap ? before.replace(/ $/, '') : before) + words;
    at = match.end;
  }
  return (done + text.slice(at)).trim();
}

const marks = /\$([1-9&$])/g;

function expanded(template: string, text: string, { start, end, groups }: Match): string {
  return template.replace(marks, (_, mark: string) => {
    if (mark === '$') return '$';
    return mark === '&' ? text.slice(start, end) : (groups[Number(mark) - 1] ?? '');
  });
}

/** The highest group that a replacement asks for; 0 where it asks for none. */
export function highestGroup(template: string): number {
  return Math.max(0, ...[...template.matchAll(marks)].map(([, mark]) => Number(mark) || 0));
}

/** A replacement that is meant as it is written, without groups. */
export function literally(text: string): string {
  return text.replaceAll('$', '$$$$');
}
