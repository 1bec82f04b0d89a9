// The lasting name of something that is announced: a UUID made of what it is, the same wherever and whenever it is told
// (RFC 9562, version 8).
import { sha256 } from './revision-chain.ts';

/** 'urn:uuid:…' of the parts that make the thing what it is. */
export function lastingId(...parts: readonly string[]): string {
  const hex = sha256(parts.join('\0'));
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4];
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${groups.join('-')}`;
}
