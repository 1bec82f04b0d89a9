// The secret that signs the cookies of sessions, in development: made once and kept beside the database, readable
// by the one who runs the server alone. Production is given its own.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export function ownSessionSecret(databaseFile: string): string {
  const fresh = randomBytes(32).toString('base64url');
  if (databaseFile === ':memory:') return fresh;
  const file = join(dirname(databaseFile), 'session-secret');
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, fresh, { mode: 0o600, flag: 'wx' });
    return fresh;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return readFileSync(file, 'utf8').trim();
  }
}
