// Runs one of the commands as a person does, with a database of its own.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `name` is the script's file name without its ending. */
export function runCommand(name: string, databaseFile: string, ...words: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [scriptOf(name), ...words], {
    encoding: 'utf8',
    env: environment(databaseFile),
  });
  return { status, stdout, stderr };
}

/** As runCommand, while this process goes on. */
export async function runMeanwhile(name: string, databaseFile: string, ...words: string[]): Promise<Ran> {
  const child = spawn(process.execPath, [scriptOf(name), ...words], { env: environment(databaseFile) });
  const closed = once(child, 'close');
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { status: child.exitCode, stdout, stderr };
}

export function scriptOf(name: string): string {
  return new URL(`../../scripts/${name}.ts`, import.meta.url).pathname;
}

export function environment(databaseFile: string): NodeJS.ProcessEnv {
  return { ...process.env, DATABASE_URL: `sqlite:${databaseFile}` };
}

/** A refusal: status 2, a sentence and no stack. */
export function isRefused({ status, stdout, stderr }: Ran): boolean {
  return status === 2 && stdout === '' && !/\n\s+at /.test(stderr);
}
