// A sentence in runs, so that what belongs together stays on one line of a document: dates, grades and codes.

export interface WordRun {
  readonly text: string;
  readonly isWhole: boolean;
}

const whole = /[A-Z][a-z]+ \d{1,2}, \d{4}[.,]?|\S*[A-Z]-\d\S*/g;

export function wordRuns(sentence: string): WordRun[] {
  const runs: WordRun[] = [];
  let at = 0;
  for (const { index, 0: text } of sentence.matchAll(whole)) {
    if (index > at) runs.push({ text: sentence.slice(at, index), isWhole: false });
    runs.push({ text, isWhole: true });
    at = index + text.length;
  }
  return at < sentence.length ? [...runs, { text: sentence.slice(at), isWhole: false }] : runs;
}
