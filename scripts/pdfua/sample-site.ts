// The sample plan served from memory on a free port, with a real printer, for one who signed in as its administrator.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { beginPlan } from '../../server/actions/begin-plan.ts';
import { makeApp } from '../../server/app.ts';
import { makeBackground } from '../../server/background.ts';
import { readDemonstrationPeople, readSamplePlan } from '../../server/imports/sample-plan.ts';
import { commentLimits, makeTries, tokenLimits } from '../../server/model/tries.ts';
import { findBrowser } from '../../server/print/browser-path.mjs';
import { makePrinter, printerDefaults } from '../../server/print/printer.ts';
import { makeCheckpoints } from '../../server/store/checkpoints.ts';
import type { Store } from '../../server/store/database.ts';
import { openStore } from '../../server/store/open.ts';
import type { Log, Tools } from '../../server/tools.ts';
import { loadViews } from '../../server/views.ts';

export interface SampleSite {
  readonly store: Store;
  readonly get: (path: string) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** Faults are told to `tell`, one sentence each: the answer itself tells only a reference. */
export async function openSampleSite(tell: (fault: string) => void): Promise<SampleSite> {
  const store = await openStore(':memory:');
  await beginPlan({ store, now: new Date(), by: 'sample plan' }, readSamplePlan());
  const error = (fields: { err?: Error }) => tell(fields.err?.message ?? 'A fault without a sentence');
  const tools = toolsOver(store, { info() {}, warn() {}, error });
  const server = makeApp(tools).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const Cookie = await signIn(address);
  return {
    store,
    get: (path) => patiently(address + path, { headers: { Cookie } }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await tools.printer.close();
      await store.close();
    },
  };
}

function toolsOver(store: Store, log: Log): Tools {
  const { privateKey: key } = generateKeyPairSync('ed25519');
  return {
    store,
    printer: makePrinter({ ...printerDefaults, executablePath: findBrowser(process.env), log }),
    views: loadViews(),
    clock: { now: () => new Date() },
    log,
    publicUrl: null,
    sessionSecret: randomUUID(),
    provider: null,
    tries: makeTries(),
    commentTries: commentLimits.map((limits) => makeTries(limits)),
    tokenTries: makeTries(tokenLimits),
    trustedProxies: 'loopback',
    background: makeBackground(log),
    checkpoints: makeCheckpoints({ store, key, origin: 'sample.example/record', file: null }),
  };
}

async function signIn(address: string): Promise<string> {
  const { people, passphrase } = readDemonstrationPeople();
  const email = people.find(({ roles }) => roles.includes('administrator'))?.email ?? '';
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ email, password: passphrase }),
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** A long document is answered 202 while it is being prepared; each answer waits a moment itself. */
async function patiently(address: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(address, init);
  return answer.status === 202 ? patiently(address, init) : answer;
}
