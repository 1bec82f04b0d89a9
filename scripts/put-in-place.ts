// Files that appear whole or not at all: written beside under another name, brought to the disk, then renamed. Nothing
// is ever written over.
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from './command-line.ts';

export function refuseWhereExists(file: string): void {
  if (existsSync(file))
    throw new UsageError(`${file} already exists, and nothing is written over. Choose another name.`);
}

/** Calls `write` with the name to write to, readable by its owner alone, and then gives it the name `file`. */
export async function putInPlace<T>(file: string, write: (partial: string) => Promise<T> | T): Promise<T> {
  const partial = `${file}.partial`;
  begin(partial);
  try {
    const result = await write(partial);
    chmodSync(partial, 0o600);
    sync(partial);
    refuseWhereExists(file);
    renameSync(partial, file);
    sync(dirname(file));
    return result;
  } catch (error) {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(partial + ending, { force: true });
    throw error;
  }
}

function begin(partial: string): void {
  try {
    closeSync(openSync(partial, 'wx', 0o600));
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new UsageError(
      isTaken
        ? `${partial} exists: another command is writing it, or one was interrupted. Remove it if none is running.`
        : `${partial} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
