// What tests hand to the application: the real store and the real templates, with the two fakes that the house
// allows, a printer that prints nothing and a clock that stands still.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { beginPlan } from '../server/actions/begin-plan.ts';
import { makeApp } from '../server/app.ts';
import { readSamplePlan } from '../server/imports/sample-plan.ts';
import type { Printer, PrinterHealth, PrintJob } from '../server/print/printer.ts';
import type { Store } from '../server/store/database.ts';
import { openStore } from '../server/store/open.ts';
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

/** A store in memory with the sample plan. */
export async function sampleStore(): Promise<Store> {
  const store = await openStore(':memory:');
  await beginPlan({ store, now, by: 'sample plan' }, readSamplePlan());
  return store;
}

export function toolsWith(store: Store, changed: Partial<Tools> = {}): Tools {
  return {
    store,
    printer: fakePrinter(),
    views: loadViews(),
    clock: { now: () => now },
    log: silent,
    ...changed,
  };
}

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
      await tools.store.close();
    },
  };
}
