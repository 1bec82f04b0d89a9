// Where a hard-wrapped sentence goes on: joining lines by what stands at their ends.

const connective =
  /(?:^|\s)(?:a|an|and|or|the|of|to|in|for|with|by|at|from|as|on|that|which|is|are|be|may|must|its|their|than|under|into|not)$/i;

export function isSentenceEnded(text: string): boolean {
  return /[.;:!?]["')\]’”]*$/.test(text.trimEnd());
}

/** True where a line cannot be the end of what it says. */
export function isSentenceBroken(text: string): boolean {
  const line = text.trimEnd();
  return /[,(&/]$|\p{L}-$/u.test(line) || connective.test(line.slice(-40));
}

export function opensLower(text: string): boolean {
  return /^["'(“‘]?\p{Ll}/u.test(text.trimStart());
}
