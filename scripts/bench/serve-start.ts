// From the start of the program until it listens, and what memory it takes then: the program as it is started in earnest.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Reading } from './reading.ts';

const starts = 3;

/** The middle of several starts. What is not printed yet is not waited for. */
export async function startOf(file: string): Promise<Reading[]> {
  const told: { ms: number; megabytes: number | null }[] = [];
  for (let index = 0; index < starts; index += 1) told.push(await startOnce(file));
  const middle = told.toSorted((one, other) => one.ms - other.ms)[Math.floor(starts / 2)];
  if (!middle) return [];
  const memory = middle.megabytes === null ? '' : `, ${middle.megabytes} MB without the browser`;
  return [
    {
      ...{ name: 'from the start until it listens', value: middle.ms, unit: 'ms', ratio: null },
      ...{ aim: '≤ 2000', note: `the middle of ${starts}${memory}` },
    },
  ];
}

async function startOnce(file: string): Promise<{ ms: number; megabytes: number | null }> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: new URL('../../', import.meta.url),
    env: {
      ...process.env,
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATABASE_URL: `sqlite:${file}`,
      NODE_ENV: 'development',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  try {
    await once(child.stdout, 'data');
    return { ms: performance.now() - begun, megabytes: memoryOf(child.pid) };
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

/** Null where the system does not tell. */
function memoryOf(pid: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
  } catch {
    return null;
  }
}
