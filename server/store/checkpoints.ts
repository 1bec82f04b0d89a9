// Signs the record as it stands, and appends what is signed to a file outside the database. The file only grows; what
// stands in it already is not repeated.
import { createPublicKey, type KeyObject } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { type Checkpoint, signCheckpoint } from '../model/checkpoint.ts';
import type { Store } from './database.ts';
import { recordHead } from './record.ts';

export interface Checkpoints {
  readonly publicKey: KeyObject;
  /** The record as it stands, and the signed note that says so. */
  latest(): Promise<{ checkpoint: Checkpoint; note: string }>;
  /** Appends the latest note to the checkpoint file, unless the file ends with it. */
  append(): Promise<void>;
}

interface Means {
  readonly store: Store;
  readonly key: KeyObject;
  readonly origin: string;
  /** Null where none is kept. */
  readonly file: string | null;
}

export function makeCheckpoints({ store, key, origin, file }: Means): Checkpoints {
  const latest = async () => {
    const { seq, hash } = await recordHead(store);
    const checkpoint = { origin, size: seq, hash };
    return { checkpoint, note: signCheckpoint(checkpoint, key) };
  };
  let turn = Promise.resolve();
  const append = () => {
    const mine = turn.then(async () => {
      if (file !== null) await appendNote(file, (await latest()).note);
    });
    turn = mine.catch(() => {});
    return mine;
  };
  return Object.freeze({ publicKey: createPublicKey(key), latest, append });
}

/** On the disk when it resolves. A signature is the same each time, so an unchanged record is an unchanged note. */
async function appendNote(file: string, note: string): Promise<void> {
  const handle = await open(file, 'a+', 0o644);
  try {
    const end = await endOf(handle, Buffer.byteLength(note) + 1);
    if (end === note || end === `\n${note}`) return;
    // A note that a power cut left half-written is ended, so that it spoils no other.
    const separator = end === '' ? '' : end.endsWith('\n') ? '\n' : '\n\n';
    await handle.appendFile(separator + note);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function endOf(handle: FileHandle, length: number): Promise<string> {
  const { size } = await handle.stat();
  const from = Math.max(0, size - length);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - from), 0, size - from, from);
  return buffer.toString('utf8', 0, bytesRead);
}
