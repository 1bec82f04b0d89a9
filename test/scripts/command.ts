// Runs one of the commands as a person does, with a database of its own.
import { spawnSync } from 'node:child_process';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `name` is the script's file name without its ending. */
export function runCommand(name: string, databaseFile: string, ...words: string[]): Ran {
  const script = new URL(`../../scripts/${name}.ts`, import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: `sqlite:${databaseFile}` },
  });
  return { status, stdout, stderr };
}

/** A refusal: status 2, a sentence and no stack. */
export function isRefused({ status, stdout, stderr }: Ran): boolean {
  return status === 2 && stdout === '' && !/\n\s+at /.test(stderr);
}
