// The Ed25519 key that signs checkpoints: a PKCS#8 PEM file that only the one who runs the server can read. It is made
// once and never written over; whoever holds it can sign another history.
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a key in a file that must not exist. */
export function makeCheckpointKey(file: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' });
  return privateKey;
}

/** The key in `file`; where there is none it is made, or in production refused. Without a file, a key for now. */
export function openCheckpointKey(file: string | null, isProduction: boolean): KeyObject {
  if (file === null) return generateKeyPairSync('ed25519').privateKey;
  if (existsSync(file)) return readCheckpointKey(file);
  if (!isProduction) return makeCheckpointKey(file);
  throw new Error(
    `CHECKPOINT_KEY must name a file that exists where NODE_ENV is production, and ${file} does not. Make it once: npm run checkpoint-key -- ${file}`,
  );
}

function readCheckpointKey(file: string): KeyObject {
  const key = parsed(file);
  if (key?.asymmetricKeyType === 'ed25519') return key;
  throw new Error(
    `CHECKPOINT_KEY must name a file with an Ed25519 private key in PEM (PKCS#8), and ${file} is none. Make one: npm run checkpoint-key -- FILE`,
  );
}

function parsed(file: string): KeyObject | null {
  const text = readFileSync(file, 'utf8');
  try {
    return createPrivateKey(text);
  } catch {
    return null;
  }
}
