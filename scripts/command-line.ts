// What the commands share: reading their words, and ending with a sentence when something is wrong.
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The person at the keyboard can correct this; the program ends with status 2 and the sentence. */
export class UsageError extends Error {}

export function readWords<T extends ParseArgsConfig>(config: T, usage: string) {
  try {
    return parseArgs({ ...config, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/** Runs a command: 0 when it did its work, 2 with a sentence when the person must correct something. */
export async function run(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!isSentence(error)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

/** Errors of the server that say in words what a person must correct, by name: a command need not load what throws them. */
const inWords: readonly string[] = ['SettingError', 'NoRecordError'];

function isSentence(error: unknown): error is Error {
  return error instanceof UsageError || (error instanceof Error && inWords.includes(error.name));
}

/** What went wrong and why, without a stack. */
export function inOneLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}: ${inOneLine(error.cause)}`;
}
