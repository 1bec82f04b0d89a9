// What a long reprint has done, a line of JSON for each document, each on the disk before the next is begun: a run that was
// interrupted reads it and goes on. A line that was cut off in the middle counts for nothing.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

export interface Done {
  readonly revisionSeq: number;
  readonly code: string | null;
  readonly revision: number;
  /** Of everything that went into the print but the browser. */
  readonly source: string;
  /** The SHA-256 of the official PDF as the record seals it, and of what was printed now. */
  readonly official: string;
  readonly printed: string;
  /** Whether it was printed to the byte, but for a signature; null where nobody asked. */
  readonly isSame: boolean | null;
  readonly browser: string;
  /** The rendition, within its folder; null where nothing was kept. */
  readonly file: string | null;
}

export interface Journal {
  /** What was last done for a revision. */
  find(revisionSeq: number): Done | null;
  add(done: Done): void;
}

/** Null: nothing is written down, and another run begins anew. */
export function openJournal(file: string | null): Journal {
  const text = file !== null && existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lines = text.split('\n').flatMap(readLine);
  const done = new Map(lines.map((line) => [line.revisionSeq, line]));
  let isCutOff = text !== '' && !text.endsWith('\n');
  return {
    find: (revisionSeq) => done.get(revisionSeq) ?? null,
    add: (line) => {
      done.set(line.revisionSeq, line);
      if (file === null) return;
      appendFileSync(file, `${isCutOff ? '\n' : ''}${JSON.stringify(line)}\n`, { mode: 0o600, flush: true });
      isCutOff = false;
    },
  };
}

function readLine(line: string): Done[] {
  try {
    const done = JSON.parse(line) as Partial<Done> | null;
    return typeof done?.revisionSeq === 'number' ? [done as Done] : [];
  } catch {
    return [];
  }
}
