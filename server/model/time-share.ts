// The part of working time that a duty takes: as the official text says it behind the duty, and read back from there.
const mark = / \(((?:[1-9]|[1-9]\d|100))% of time\)$/;

/** '25% of time'; null where none is stated. */
export function timeShareInWords(percentOfTime: number | undefined): string | null {
  return percentOfTime === undefined ? null : `${percentOfTime}% of time`;
}

/** 'Keeps accounts. (25% of time)' → 'Keeps accounts.' and 25. */
export function splitTimeShare(text: string): { text: string; percentOfTime?: number } {
  const [all, percent] = mark.exec(text) ?? [];
  if (all === undefined || all.length === text.length) return { text };
  return { text: text.slice(0, -all.length), percentOfTime: Number(percent) };
}
