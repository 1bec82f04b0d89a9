// The tracked changes of one Word document: all by one author, of one date, each with a number of its own.
import { DeletedTextRun, InsertedTextRun, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import type { Mark, Run } from '../model/redline-runs.ts';
import type { Note } from './marked-line.ts';
import type { Whole } from './word-table.ts';
import { written } from './word-text.ts';

export interface WordChanges {
  /** The next number that nothing in the document has. */
  readonly number: () => number;
  /** The mark of a whole paragraph or row: accepted or rejected, it is there or gone as a whole. */
  readonly whole: (mark: Mark) => Whole;
  readonly run: (run: Run, look?: Pick<IRunOptions, 'bold' | 'style'>) => ParagraphChild;
  readonly noted: (note: Note | undefined) => WordChanges;
}

/**
 * Said beside the author: to people, and to LibreOffice. It takes equal words of one author for a move, and a change at the
 * end of one line for one with that of the line after it, and then gives one line the form of another, or joins them.
 */
const notes = {
  moved: { inserted: ' (moved to here)', deleted: ' (moved from here)' },
  form: { inserted: ' (form after)', deleted: ' (form before)' },
  line: { inserted: ' (line added)', deleted: ' (line deleted)' },
} as const;

export function wordChanges(author: string, at: string): WordChanges {
  let last = 0;
  const number = () => (last += 1);
  const date = `${at.slice(0, 19)}Z`;
  const changesOf = (note: Note | undefined): WordChanges => {
    const change = (mark: 'inserted' | 'deleted') => {
      return { id: number(), author: written(`${author}${note ? notes[note][mark] : ''}`), date };
    };
    return { number, noted: changesOf, ...marksBy(change) };
  };
  return changesOf(undefined);
}

type Change = (mark: 'inserted' | 'deleted') => { id: number; author: string; date: string };

function marksBy(change: Change): Pick<WordChanges, 'whole' | 'run'> {
  return {
    whole: (mark) => {
      if (mark === 'same') return {};
      return mark === 'inserted' ? { insertion: change(mark) } : { deletion: change(mark) };
    },
    run: ({ mark, text }, look = {}) => {
      const options = { ...look, text: written(text) };
      if (mark === 'same') return new TextRun(options);
      const Changed = mark === 'inserted' ? InsertedTextRun : DeletedTextRun;
      return new Changed({ ...options, ...change(mark) });
    },
  };
}
