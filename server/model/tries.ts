// Counts tries to sign in, so that passwords cannot be guessed by trying: so many in a window of time for an address
// and a name together, and for an address alone. Kept in memory and bounded; the caller says what time it is.
import { isIPv6 } from 'node:net';

export interface TriesLimits {
  readonly windowSeconds: number;
  readonly perName: number;
  readonly perAddress: number;
  /** The most names and addresses remembered at once; beyond it the oldest are forgotten. */
  readonly remembered: number;
}

export const triesLimits: TriesLimits = Object.freeze({
  windowSeconds: 15 * 60,
  perName: 10,
  perAddress: 100,
  remembered: 10_000,
});

/** Comments of the public from one address: in an hour, and in a day. */
export const commentLimits: readonly TriesLimits[] = Object.freeze([
  { windowSeconds: 3600, perName: 5, perAddress: 5, remembered: 10_000 },
  { windowSeconds: 86_400, perName: 20, perAddress: 20, remembered: 10_000 },
]);

/** Tokens that open nothing, from one address. */
export const tokenLimits: TriesLimits = Object.freeze({
  windowSeconds: 15 * 60,
  perName: 20,
  perAddress: 20,
  remembered: 10_000,
});

export interface Try {
  readonly isAllowed: boolean;
  /** True for the first try that is refused in this window: the one worth an entry in the audit. */
  readonly isFirstRefused: boolean;
  readonly waitSeconds: number;
}

export interface Tries {
  /** Counts one try. `name` is what was typed as the email; null where none is typed. */
  note(now: Date, address: string, name: string | null): Try;
  /** A try that succeeded is not held against anybody. */
  forgive(address: string, name: string | null): void;
}

interface Count {
  count: number;
  endsAt: number;
}

export function makeTries(limits: TriesLimits = triesLimits): Tries {
  const counts = new Map<string, Count>();
  const keysOf = (address: string, name: string | null): [string, number][] => {
    const network = networkOf(address);
    const keys: [string, number][] = [[network, limits.perAddress]];
    if (name !== null) keys.push([`${network} ${name.slice(0, 300).toLowerCase()}`, limits.perName]);
    return keys;
  };
  return {
    note(now, address, name) {
      const keys = keysOf(address, name);
      const used = keys.filter(([key, most]) => (running(counts, key, now)?.count ?? 0) >= most);
      // A refused try counts where it is refused and nowhere else: it makes no new entry, so it pushes nobody out.
      const noted = (used.length > 0 ? used : keys).map(([key, most]) => ({
        ...add(counts, key, now, limits),
        most,
      }));
      if (used.length === 0) return { isAllowed: true, isFirstRefused: false, waitSeconds: 0 };
      const latestEnd = Math.max(...noted.map(({ endsAt }) => endsAt));
      return {
        isAllowed: false,
        isFirstRefused: noted.some(({ count, most }) => count === most + 1),
        waitSeconds: Math.ceil((latestEnd - now.getTime()) / 1000),
      };
    },
    forgive(address, name) {
      for (const [key] of keysOf(address, name)) {
        const found = counts.get(key);
        if (found) found.count = Math.max(0, found.count - 1);
      }
    },
  };
}

/** The count of a window that has not ended. */
function running(counts: ReadonlyMap<string, Count>, key: string, now: Date): Count | null {
  const found = counts.get(key);
  return found !== undefined && found.endsAt > now.getTime() ? found : null;
}

function add(counts: Map<string, Count>, key: string, now: Date, limits: TriesLimits): Count {
  const begun = { count: 0, endsAt: now.getTime() + limits.windowSeconds * 1000 };
  const count = running(counts, key, now) ?? begun;
  count.count += 1;
  // Taken out and put in again: the map's order is then the order of the last tries.
  counts.delete(key);
  counts.set(key, count);
  const oldest = counts.keys().next().value;
  if (counts.size > limits.remembered && oldest !== undefined) counts.delete(oldest);
  return count;
}

/** One IPv6 customer holds at least a /64 of addresses: they count as one. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const start = head === '' ? [] : head.split(':');
  const end = tail === undefined || tail === '' ? [] : tail.split(':');
  const middle = tail === undefined ? [] : Array<string>(8 - start.length - end.length).fill('0');
  const groups = [...start, ...middle, ...end].slice(0, 4).map((group) => parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/64`;
}
