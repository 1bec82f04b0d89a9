// The supervisor of endless-writer.ts: keeps every acknowledgement outside the victim, and kills it.
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Anchor } from '../../server/store/record-verdict.ts';

const script = new URL('endless-writer.ts', import.meta.url).pathname;

export interface Writing {
  /** What was acknowledged so far, in the order in which it came. */
  readonly acknowledged: readonly Anchor[];
  /** Lets it begin, and resolves when it has acknowledged `count` revisions. */
  begin(count: number): Promise<void>;
  /** Resolves when it has acknowledged `count` more than now. */
  more(count: number): Promise<void>;
  /** SIGKILL; resolves when nothing more can come from it. */
  kill(): Promise<void>;
}

/** Starts a writer that has loaded its modules when it is asked to begin. */
export function startWriting(file: string, name: string): Writing {
  const child = spawn(process.execPath, [script, file, name], { stdio: ['pipe', 'pipe', 'inherit'] });
  const acknowledged: Anchor[] = [];
  const progress = new EventEmitter();
  const lines = createInterface(child.stdout);
  lines.on('line', (line) => {
    const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(line) ?? [];
    if (hash === undefined) return;
    acknowledged.push({ seq: Number(seq), hash });
    progress.emit('acknowledged');
  });
  child.once('exit', (code, signal) =>
    progress.emit('error', new Error(`The writer ended, with ${code ?? signal}`)),
  );
  // Only whoever waits for an acknowledgement is concerned when none can come any more.
  progress.on('error', () => {});
  const reach = async (count: number) => {
    while (acknowledged.length < count) {
      if (child.exitCode !== null) throw new Error(`The writer ended by itself, with ${child.exitCode}`);
      await once(progress, 'acknowledged');
    }
  };
  const ended = once(lines, 'close');
  return {
    acknowledged,
    begin: (count) => {
      child.stdin.write('begin\n');
      return reach(count);
    },
    more: (count) => reach(acknowledged.length + count),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
