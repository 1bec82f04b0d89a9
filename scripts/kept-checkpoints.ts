// The checkpoints that somebody kept, as anchors for the verdict. With the public key their signatures are checked
// first: one that the key did not sign shows nothing, and is refused by its line.
import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isSignedBy, readCheckpoints, UnreadableCheckpoint } from '../server/model/checkpoint.ts';
import { UsageError } from './command-line.ts';
import type { Anchor } from '../server/store/record-verdict.ts';

export interface KeptCheckpoints {
  readonly anchors: readonly Anchor[];
  /** What is to be said of their signatures. */
  readonly sentence: string;
}

export function keptCheckpoints(file: string, keyFile: string | null): KeptCheckpoints {
  const notes = notesIn(file);
  if (notes.length === 0) throw new UsageError(`${file} holds no checkpoint.`);
  const anchors = notes.map(({ size, hash, line }) => ({
    seq: size,
    hash,
    source: `the checkpoint in line ${line} of ${file}`,
  }));
  const count = notes.length === 1 ? '1 checkpoint' : `${notes.length} checkpoints`;
  if (keyFile === null)
    return {
      anchors,
      sentence: `Held against ${count}. Signatures were not checked: name the key with --key.`,
    };
  const key = publicKeyIn(keyFile);
  const foreign = notes.find((note) => !isSignedBy(note, key));
  if (foreign)
    throw new UsageError(
      `The checkpoint in line ${foreign.line} of ${file} is not signed by the key in ${keyFile}: it shows nothing. Take another copy of it, or the right key.`,
    );
  return { anchors, sentence: `Held against ${count}, signed by the key in ${keyFile}.` };
}

function notesIn(file: string) {
  const text = textOf(file);
  try {
    return readCheckpoints(text);
  } catch (error) {
    if (!(error instanceof UnreadableCheckpoint)) throw error;
    throw new UsageError(
      `Line ${error.line} of ${file} belongs to no checkpoint: ${error.message}. Where a power cut left a note half-written, take its lines out.`,
    );
  }
}

function publicKeyIn(file: string): KeyObject {
  const text = textOf(file);
  try {
    const key = createPublicKey(text);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Answered below, with what it should be.
  }
  throw new UsageError(`${file} is no Ed25519 public key in PEM. The page /checkpoint shows the right one.`);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}
