// A checkpoint: three lines that say how far the record had come (origin, size, head), signed with Ed25519 as a C2SP
// signed note. Kept outside the database, it shows later whether entries were cut off or rewritten since.
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

export interface Checkpoint {
  /** Whose record it is, and the name of the key: an address without its scheme and without spaces. */
  readonly origin: string;
  /** How many entries the record had. */
  readonly size: number;
  /** The hash of the last of them, in hexadecimal; 64 zeros where there were none. */
  readonly hash: string;
}

export interface NoteSignature {
  readonly name: string;
  /** Four bytes that tell which key signed, and the signature after them. */
  readonly bytes: Buffer;
}

export interface SignedCheckpoint extends Checkpoint {
  readonly signatures: readonly NoteSignature[];
  /** The line of the text on which it begins, from 1. */
  readonly line: number;
}

/** A text that is no checkpoint, with the line that shows it. */
export class UnreadableCheckpoint extends Error {
  override readonly name = 'UnreadableCheckpoint';
  readonly line: number;

  constructor(line: number, why: string) {
    super(why);
    this.line = line;
  }
}

/** The type byte of an Ed25519 signature in a signed note. */
const ed25519 = Buffer.from([1]);

/** The bytes that are signed: three lines, each ended by a line feed. */
export function checkpointText({ origin, size, hash }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(hash, 'hex').toString('base64')}\n`;
}

/** The whole note: the text, an empty line, the line of the signature. The same record gives the same note. */
export function signCheckpoint(checkpoint: Checkpoint, privateKey: KeyObject): string {
  const text = checkpointText(checkpoint);
  const id = keyId(checkpoint.origin, createPublicKey(privateKey));
  const signature = Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]);
  return `${text}\n— ${checkpoint.origin} ${signature.toString('base64')}\n`;
}

/** The first four bytes of SHA-256(name, line feed, 1, the 32 bytes of the key). */
export function keyId(name: string, publicKey: KeyObject): Buffer {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(ed25519)
    .update(rawKey(publicKey))
    .digest()
    .subarray(0, 4);
}

/** The key in the one-line form that programs for signed notes take: name+id+key. */
export function verifierKey(name: string, publicKey: KeyObject): string {
  const key = Buffer.concat([ed25519, rawKey(publicKey)]).toString('base64');
  return `${name}+${keyId(name, publicKey).toString('hex')}+${key}`;
}

function rawKey(publicKey: KeyObject): Buffer {
  return Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
}

/** True where this key signed it and no line in its name says otherwise. */
export function isSignedBy(note: SignedCheckpoint, publicKey: KeyObject): boolean {
  const text = Buffer.from(checkpointText(note));
  const own = note.signatures.filter(({ name, bytes }) =>
    keyId(name, publicKey).equals(bytes.subarray(0, 4)),
  );
  return own.length > 0 && own.every(({ bytes }) => verify(null, text, publicKey, bytes.subarray(4)));
}

/** Every checkpoint of a text that holds one or many, with empty lines between. */
export function readCheckpoints(text: string): SignedCheckpoint[] {
  const lines = text.split(/\r?\n/);
  const notes: SignedCheckpoint[] = [];
  let at = 0;
  for (;;) {
    while (lines[at] === '') at += 1;
    if (at >= lines.length) return notes;
    const note = readNote(lines, at);
    notes.push(note);
    at += 4 + note.signatures.length;
  }
}

function readNote(lines: readonly string[], at: number): SignedCheckpoint {
  const [origin = '', size = '', head = '', empty] = lines.slice(at, at + 4);
  const require = (holds: boolean, offset: number, why: string) => {
    if (!holds) throw new UnreadableCheckpoint(at + offset + 1, why);
  };
  require(isOrigin(origin), 0, 'it should name the origin, in one word');
  require(/^(0|[1-9]\d{0,14})$/.test(size), 1, 'it should be a number of entries');
  const hash = base64(head);
  require(hash?.length === 32, 2, 'it should be the head of the record, 32 bytes in base64');
  require(empty === '', 3, 'it should be empty');
  const signatures = readSignatures(lines, at + 4);
  require(signatures.length > 0, 4, 'it should be the line of a signature');
  return { origin, size: Number(size), hash: hash?.toString('hex') ?? '', signatures, line: at + 1 };
}

function readSignatures(lines: readonly string[], from: number): NoteSignature[] {
  const signatures: NoteSignature[] = [];
  for (let at = from; lines[at]?.startsWith('— '); at += 1) {
    const [, name = '', encoded = '', ...rest] = lines[at]?.split(' ') ?? [];
    const bytes = base64(encoded);
    if (!isOrigin(name) || !bytes || bytes.length < 5 || rest.length > 0)
      throw new UnreadableCheckpoint(at + 1, 'it should be the line of a signature');
    signatures.push({ name, bytes });
  }
  return signatures;
}

export function isOrigin(text: string): boolean {
  return /^[^\s+\p{Cc}]+$/u.test(text);
}

/** The bytes, where the text is their one form; null otherwise. */
function base64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}

/** The origin of a record that is served at `publicUrl`, such as classes.example.gov/record. */
export function originAt(publicUrl: string | null): string {
  return `${publicUrl === null ? 'localhost' : new URL(publicUrl).host}/record`;
}
