// The record is verified in a thread beside the server after each start, entry by entry and document by document, while the server
// answers: reading all of a large record takes longer than a start may.
import { Worker } from 'node:worker_threads';
import type { Verdict } from './record-verdict.ts';

export interface RecordWatch {
  /** 'unverified' where nothing came to a verdict. */
  verdict(): Verdict['verdict'] | 'being verified' | 'unverified';
  /** Begins to verify; called once, when the server listens. */
  begin(): void;
  /** Stops verifying where it still goes on. */
  end(): Promise<void>;
}

interface Log {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Of a store that no server keeps open for long: nothing is verified. */
export const unwatched: RecordWatch = {
  verdict: () => 'unverified',
  begin: () => undefined,
  end: () => Promise.resolve(),
};

/** Watches the record in a database file, and tells the log what was found. */
export function watchRecord(file: string, log: Log): RecordWatch {
  let found: ReturnType<RecordWatch['verdict']> = 'being verified';
  let worker: Worker | null = null;
  return {
    verdict: () => found,
    begin: () => {
      const begun = performance.now();
      worker = new Worker(new URL('./record-verdict-worker.ts', import.meta.url), { workerData: file });
      worker.once('message', ({ verdict, sentence }: Verdict) => {
        found = verdict;
        const told = { verdict, ms: Math.round(performance.now() - begun) };
        if (verdict === 'intact') log.info(told, sentence);
        else log.error(told, `The record is not what was recorded. ${sentence}`);
      });
      worker.once('error', (err: unknown) => {
        found = 'unverified';
        log.error({ err }, 'The record could not be verified');
      });
    },
    end: async () => void (await worker?.terminate()),
  };
}
