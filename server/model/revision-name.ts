// A revision named in one word, CI2788.4: its code, a full stop, its number. So short addresses and files name it; a code
// leads to its class for ever, and so does the word.

export interface RevisionName {
  readonly code: string;
  readonly number: number;
}

export function nameOfRevision(code: string, number: number): string {
  return `${code}.${number}`;
}

/** Null where it is no such word. A code may hold full stops: the last one parts it from the number. */
export function readRevisionName(text: string): RevisionName | null {
  const [, code = '', number = ''] = /^([A-Za-z0-9][A-Za-z0-9.-]{0,15})\.([1-9]\d{0,5})$/.exec(text) ?? [];
  return code === '' ? null : { code, number: Number(number) };
}

/** The path that stands on paper. */
export function shortPath(code: string, number: number): string {
  return `/v/${nameOfRevision(code, number)}`;
}
