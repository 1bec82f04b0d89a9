// So many requests a second, whether or not those before were answered: a slow answer does not slow the asking down. The
// time of a request counts from when it was due.
import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface SteadyLoad {
  readonly answered: number;
  /** Answers that were neither 200 nor a redirect, and requests without one. */
  readonly errors: number;
  /** Milliseconds. */
  readonly p99: number;
  readonly slowest: readonly { readonly path: string; readonly ms: number }[];
}

/** What readers ask for: mostly pages of classes, some lists, searches and comparisons, data. */
function pathAt(index: number, codes: readonly string[]): string {
  const code = codes[index % codes.length] ?? '';
  const kinds = [
    `/classes/${code}`,
    `/classes/${code}`,
    `/classes/${code}.json`,
    '/classes',
    `/classes?q=${code.slice(0, 2)}+manager`,
    `/classes/${code}/revisions`,
    '/series',
    `/classes/${code}/compare/1..2`,
    '/',
    `/classes/${code}/2020-01-01`,
  ];
  return kinds[Math.floor(index / 3) % kinds.length] ?? '/';
}

export async function loadSteadily(
  address: string,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<SteadyLoad> {
  const codes = await codesOf(address);
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const times: { path: string; ms: number; isRight: boolean }[] = [];
  const begun = performance.now();
  const asked: Promise<void>[] = [];
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const due = begun + (index * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await pause(early);
    const path = pathAt(index, codes);
    asked.push(
      ask(agent, address + path).then((isRight) => {
        times.push({ path, ms: performance.now() - due, isRight });
      }),
    );
  }
  await Promise.all(asked);
  agent.destroy();
  const sorted = times.toSorted((one, other) => one.ms - other.ms);
  return {
    answered: times.length,
    errors: times.filter(({ isRight }) => !isRight).length,
    p99: sorted[Math.ceil(sorted.length * 0.99) - 1]?.ms ?? 0,
    slowest: sorted.slice(-10).reverse(),
  };
}

async function codesOf(address: string): Promise<string[]> {
  const html = await (await fetch(`${address}/classes?page=3`)).text();
  return [
    ...new Set([...html.matchAll(/href="\/classes\/([A-Z]{2}\d{4}[.\d]*)"/g)].map(([, code = '']) => code)),
  ];
}

function ask(agent: Agent, address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const headers = { 'Accept-Encoding': 'gzip', Accept: 'text/html' };
    const request = get(address, { agent, headers }, (answer) => {
      answer.resume().on('end', () => resolve((answer.statusCode ?? 500) < 400));
    });
    // A connection that the server closed at that moment is no failed request: any browser asks again.
    request.on('error', () => resolve(request.reusedSocket ? ask(agent, address) : false));
  });
}
