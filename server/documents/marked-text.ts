// Marked text for the templates: both texts in one line, or one of them alone; whole, or only so much of it as is needed
// to see what changed.
import { applied, isChanged, type Run, undone } from '../model/redline-runs.ts';

export interface MarkedRun {
  readonly text: string;
  readonly isDeleted: boolean;
  readonly isInserted: boolean;
}

/** A block's words; of a term also what it defines. */
export interface MarkedText {
  readonly term: readonly MarkedRun[] | null;
  readonly runs: readonly MarkedRun[];
}

interface Words {
  readonly term: readonly Run[] | null;
  readonly runs: readonly Run[];
}

type Side = 'both' | 'before' | 'after';

export function markedText({ term, runs }: Words, side: Side): MarkedText {
  return { term: term && markedRuns(term, side), runs: markedRuns(runs, side) };
}

/** The same with every long stretch that did not change cut to the words next to a change. */
export function markedExcerpt({ term, runs }: Words, side: Side): MarkedText {
  return {
    term: term && markedRuns(term, side),
    runs: markedRuns(isChanged(runs) ? excerpt(runs) : runs, side),
  };
}

export function markedWhole(text: string, mark: Run['mark']): MarkedRun[] {
  return [marked(text, mark)];
}

function markedRuns(runs: readonly Run[], side: Side): MarkedRun[] {
  const hidden = { both: null, before: 'inserted', after: 'deleted' }[side];
  const read = side === 'before' ? undone : applied;
  return runs
    .filter(({ mark }) => mark !== hidden)
    .map((run) => marked(run.mark === 'same' ? read([run]) : run.text, run.mark));
}

function marked(text: string, mark: Run['mark']): MarkedRun {
  return { text, isDeleted: mark === 'deleted', isInserted: mark === 'inserted' };
}

/** About ten words. */
const around = 60;

function excerpt(runs: readonly Run[]): Run[] {
  return runs.map((run, index) => {
    if (run.mark !== 'same') return run;
    const [isFirst, isLast] = [index === 0, index === runs.length - 1];
    const { text, before } = run;
    const cut = (words: string) => shortened(words, { isFirst, isLast });
    return before === undefined
      ? { ...run, text: cut(text) }
      : { ...run, text: cut(text), before: cut(before) };
  });
}

/** The words after a change, an ellipsis, the words before the next change. */
function shortened(text: string, { isFirst, isLast }: { isFirst: boolean; isLast: boolean }): string {
  if (text.length <= around * 2 + 20) return text;
  const head = isFirst ? '' : text.slice(0, around).replace(/\s*\S*$/, '');
  const tail = isLast ? '' : text.slice(-around).replace(/^\S*\s*/, '');
  return `${head}${head && ' '}…${tail && ' '}${tail}`.toWellFormed();
}
