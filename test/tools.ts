// What tests hand to the application: the real store and the real templates, with the two fakes that the house
// allows, a printer that prints nothing and a clock that stands still.
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beginPlan } from '../server/actions/begin-plan.ts';
import { makeApp } from '../server/app.ts';
import { makeBackground } from '../server/background.ts';
import { dropArchive } from '../server/documents/data-archive.ts';
import { readDemonstrationPeople, readSamplePlan } from '../server/imports/sample-plan.ts';
import { isRole, type Role } from '../server/model/person.ts';
import { commentLimits, makeTries, tokenLimits } from '../server/model/tries.ts';
import type { Printer, PrinterHealth, PrintJob } from '../server/print/printer.ts';
import type { Store } from '../server/store/database.ts';
import { type Checkpoints, makeCheckpoints } from '../server/store/checkpoints.ts';
import { openStore } from '../server/store/open.ts';
import { unwatched } from '../server/store/record-watch.ts';
import type { Log, Tools } from '../server/tools.ts';
import { loadViews } from '../server/views.ts';

/** A day on which the sample plan has past, present and future texts: it was written for it. */
export const today = '2026-11-22';
export const now = new Date(`${today}T15:00:00.000Z`);

export const silent: Log = { info() {}, warn() {}, error() {} };

export interface FakePrinter extends Printer {
  readonly jobs: PrintJob[];
}

/** Remembers its jobs; its bytes are a text that only claims to be a PDF. */
export function fakePrinter(): FakePrinter {
  const jobs: PrintJob[] = [];
  const health = {
    state: 'ready',
    browser: 'Fake/1',
    pid: null,
    running: 0,
    waiting: 0,
    printed: 0,
    failed: 0,
    restarts: 0,
    requestsRefused: 0,
  };
  return {
    jobs,
    print: (job) => {
      jobs.push(job);
      return Promise.resolve({
        bytes: Buffer.from(`%PDF-1.7 ${job.properties.id}`),
        pages: 1,
        browser: 'Fake/1',
      });
    },
    health: () => health as PrinterHealth,
    close: () => Promise.resolve(),
  };
}

/** A store in memory with the sample plan, a copy of one that is made once. */
export async function sampleStore(): Promise<Store> {
  return openStore(Buffer.from(await (made ??= madeOnce())));
}

let made: Promise<Buffer> | null = null;

async function madeOnce(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'classplan-sample-'));
  const file = join(folder, 'plan.db');
  const store = await openStore(file);
  await beginPlan({ store, now, by: 'sample plan' }, readSamplePlan());
  await store.close();
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  // The header says that a write-ahead log belongs to it, and SQLite opens no such database in memory.
  bytes.set([1, 1], 18);
  return bytes;
}

/** Read once: nothing changes them. */
export const views = loadViews();

export function toolsWith(store: Store, changed: Partial<Tools> = {}): Tools {
  return {
    store,
    printer: fakePrinter(),
    views,
    clock: { now: () => now },
    log: silent,
    publicUrl: null,
    sessionSecret: 'a secret for tests that signs their cookies',
    provider: null,
    tries: makeTries(),
    commentTries: commentLimits.map((limits) => makeTries(limits)),
    tokenTries: makeTries(tokenLimits),
    background: makeBackground(silent),
    trustedProxies: 'loopback',
    checkpoints: testCheckpoints(store),
    recordWatch: unwatched,
    ...changed,
  };
}

/** Signed with a key of this process; no file is kept. */
export function testCheckpoints(store: Store, file: string | null = null): Checkpoints {
  return makeCheckpoints({ store, key: checkpointKey, origin: 'classes.example.gov/record', file });
}

const checkpointKey = generateKeyPairSync('ed25519').privateKey;

export interface Served {
  /** http://127.0.0.1:PORT */
  readonly address: string;
  readonly tools: Tools;
  close(): Promise<void>;
}

/** The real application over HTTP on a free port. Closing it closes its store and its printer too. */
export async function serve(tools: Tools): Promise<Served> {
  const server = makeApp(tools).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    tools,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await tools.printer.close();
      await dropArchive(tools.store);
      await tools.store.close();
    },
  };
}

/** The fields of a form; a list is sent as several. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Fetches as somebody who signed in, with the headers of a browser on a page of the same site. */
export interface SignedIn {
  (path: string, init?: RequestInit): Promise<Response>;
  /** Sends a form. Redirects are not followed. */
  post(path: string, fields?: Fields, headers?: Record<string, string>): Promise<Response>;
  /** 'name=value', as the browser sends it. */
  readonly cookie: string;
}

/** Signs in one of the demonstration people over HTTP: the first who has the role, or the one with that email. */
export async function signedIn(served: Served, who: Role | (string & {})): Promise<SignedIn> {
  const { people, passphrase: password } = readDemonstrationPeople();
  const email = isRole(who) ? people.find(({ roles }) => roles.includes(who))?.email : who;
  const answer = await sendForm(served, '/sign-in', { email: email ?? '', password });
  const [cookie] = answer.headers.getSetCookie().map((each) => each.split(';')[0] ?? '');
  if (answer.status !== 303 || cookie === undefined)
    throw new Error(`${who} could not sign in: ${answer.status}`);
  const go = (path: string, { headers, ...init }: RequestInit = {}) =>
    fetch(served.address + path, {
      redirect: 'manual',
      ...init,
      headers: {
        Cookie: cookie,
        Accept: 'text/html',
        'Sec-Fetch-Site': 'same-origin',
        ...(headers as object),
      },
    });
  const post = (path: string, fields: Fields = {}, headers: Record<string, string> = {}) =>
    sendForm(served, path, fields, { Cookie: cookie, ...headers });
  return Object.assign(go, { post, cookie });
}

/** Sends a form as a page of the same site does, without being signed in unless a cookie says so. */
export function sendForm(
  served: Served,
  path: string,
  fields: Fields,
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const each of typeof value === 'string' ? [value] : value) body.append(name, each);
  return fetch(served.address + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin', ...headers },
    body,
  });
}
