// Marked text for those who accept or reject it by machine: a page passes over what is only typography, here every
// character that is not the same is marked.
import { applied, type Mark, type Run, undone } from '../model/redline-runs.ts';
import { tokensOf } from '../model/redline-tokens.ts';

export function exactRuns(runs: readonly Run[]): Run[] {
  return runs.flatMap((run) => (run.before === undefined ? [run] : typography(run.before, run.text)));
}

/** The whole of one side. */
export function wholeRuns(runs: readonly Run[], mark: 'inserted' | 'deleted'): Run[] {
  return replacing(mark === 'deleted' ? undone(runs) : null, mark === 'inserted' ? applied(runs) : null);
}

/** One text in place of another; null where there is none. */
export function replacing(from: string | null, to: string | null): Run[] {
  if (from === to) return runOf('same', to);
  return [...runOf('deleted', from), ...runOf('inserted', to)];
}

function runOf(mark: Mark, text: string | null): Run[] {
  return text === null || text === '' ? [] : [{ mark, text }];
}

/** Two texts of the same words, and so of as many tokens. */
function typography(before: string, after: string): Run[] {
  const [olds, news] = [tokensOf(before), tokensOf(after)];
  if (olds.length !== news.length) return replacing(before, after);
  const runs: Run[] = [];
  for (const [index, { text }] of news.entries())
    for (const run of replacing(olds[index]?.text ?? null, text)) {
      const last = runs.at(-1);
      if (last?.mark === 'same' && run.mark === 'same')
        runs.splice(-1, 1, { ...run, text: last.text + run.text });
      else runs.push(run);
    }
  return runs;
}
