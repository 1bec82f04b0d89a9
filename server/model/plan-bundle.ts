// A whole plan as one bundle: JSON Lines in canonical form, first the plan, then every entry of the record, then every
// official PDF. Each line is proved by itself and against the entry before it; no clock stands in it.
import type { BundledDocument, BundledEntry, PlanBundleLine } from '../../schemas/types.ts';
import { problemsOf, type SchemaName } from '../schemas.ts';
import { canonicalJson, hashBody, hashRevision, sha256 } from './revision-chain.ts';

/** What is wrong with a bundle, and where. */
export class BundleFault extends Error {
  override readonly name = 'BundleFault';
  readonly line: number;

  constructor(line: number, why: string, options?: ErrorOptions) {
    super(why, options);
    this.line = line;
  }
}

/** The form of the body of each subject of the record. */
const bodySchemas: Readonly<Record<BundledEntry['header']['subject'], SchemaName>> = Object.freeze({
  class: 'specification.schema.json',
  series: 'series.schema.json',
  plan: 'plan-settings.schema.json',
  'shared-text': 'shared-text.schema.json',
  'pay-schedule': 'pay-schedule.schema.json',
  action: 'decided-action.schema.json',
  'official-document': 'official-document.schema.json',
});

export function bundleLine(line: PlanBundleLine): string {
  return `${canonicalJson(line)}\n`;
}

/** The line, where it has the form of the schema and is the one text that says what it says. */
export function readBundleLine(text: string, at: number): PlanBundleLine {
  const value = parsed(text, at);
  requireForm('plan-bundle-line.schema.json', value, at);
  if (!isCanonical(value, text)) throw new BundleFault(at, 'it is not canonical JSON (RFC 8785)');
  return value as PlanBundleLine;
}

function parsed(text: string, at: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BundleFault(at, 'it is not JSON', { cause });
  }
}

function isCanonical(value: unknown, text: string): boolean {
  try {
    return canonicalJson(value) === text;
  } catch {
    return false;
  }
}

function requireForm(name: SchemaName, value: unknown, at: number): void {
  const [first] = problemsOf(name, value);
  if (first)
    throw new BundleFault(at, `it does not conform to schemas/${name}: ${first.at} ${first.problem}`);
}

/** The canonical text of the body, where every hash of the entry holds and it continues `previous`. */
export function provenBody(
  { header, body, salt, hash }: BundledEntry,
  previous: { readonly seq: number; readonly hash: string },
  at: number,
): string {
  requireForm(bodySchemas[header.subject], body, at);
  const text = canonicalJson(body);
  const require = (holds: boolean, why: string) => {
    if (!holds) throw new BundleFault(at, `${why} (entry ${header.seq})`);
  };
  require(header.seq === previous.seq + 1, `entry ${previous.seq + 1} should stand here`);
  require(hashBody(salt, text) === header.bodyHash, 'its body does not match its hash');
  require(hashRevision(header) === hash, 'its header does not match its hash');
  require(header.previousHash === previous.hash, 'it does not continue the entry before it');
  return text;
}

/** The bytes of an official PDF, where they match their hash. */
export function provenBytes({ bytes: base64, sha256: hash }: BundledDocument, at: number): Buffer {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.toString('base64') !== base64) throw new BundleFault(at, 'its bytes are not base64');
  if (sha256(bytes) !== hash) throw new BundleFault(at, 'its bytes do not match their hash');
  return bytes;
}
