// Passwords as they are kept: argon2id with 19 MiB, two passes and one lane (the OWASP minimum), each with a salt of its own,
// in the PHC string form. The work is done off the server's own thread.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const prefix = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$`;

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive(password, salt);
  return `${prefix}${salt.toString('base64url')}$${tag.toString('base64url')}`;
}

/** Takes the same time where there is no hash, so that an answer does not tell who has an account. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const kept = hash?.startsWith(prefix) ? /^([\w-]{22})\$([\w-]{43})$/.exec(hash.slice(prefix.length)) : null;
  const [salt, tag] = kept ? kept.slice(1).map((part) => Buffer.from(part, 'base64url')) : [];
  const derived = await derive(password, salt ?? randomBytes(16));
  return tag !== undefined && timingSafeEqual(tag, derived);
}

/** One person may type é as one character, another's keyboard sends two: both are the same password (RFC 8265). */
function derive(password: string, nonce: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    argon2('argon2id', { ...cost, message: password.normalize('NFC'), nonce }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
