// The tracked changes of one Word document: all by one author, of one date, each with a number of its own.
import { DeletedTextRun, InsertedTextRun, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import type { Mark, Run } from '../model/redline-runs.ts';
import type { Whole } from './word-table.ts';
import { written } from './word-text.ts';

export interface WordChanges {
  /** The next number that nothing in the document has. */
  readonly number: () => number;
  /** The mark of a whole paragraph or row: taken back or accepted, it is there or gone as a whole. */
  readonly whole: (mark: Mark) => Whole;
  readonly run: (run: Run, look?: Pick<IRunOptions, 'bold' | 'style'>) => ParagraphChild;
}

export function wordChanges(author: string, at: string): WordChanges {
  let last = 0;
  const number = () => (last += 1);
  const by = { author: written(author), date: `${at.slice(0, 19)}Z` };
  return {
    number,
    whole: (mark) => {
      if (mark === 'same') return {};
      return { [mark === 'inserted' ? 'insertion' : 'deletion']: { id: number(), ...by } };
    },
    run: ({ mark, text }, look = {}) => {
      const options = { ...look, text: written(text) };
      if (mark === 'same') return new TextRun(options);
      const Changed = mark === 'inserted' ? InsertedTextRun : DeletedTextRun;
      return new Changed({ ...options, id: number(), ...by });
    },
  };
}
