// A site served on a free port of this machine for a program of ours that asks it: with the real printer, without a log of
// requests, without settings of the environment but the browser's.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { RequestHandler } from 'express';
import { makeApp } from '../server/app.ts';
import { makeBackground } from '../server/background.ts';
import { commentLimits, makeTries } from '../server/model/tries.ts';
import { findBrowser } from '../server/print/browser-path.mjs';
import { makePrinter, printerDefaults } from '../server/print/printer.ts';
import { makeCheckpoints } from '../server/store/checkpoints.ts';
import type { Store } from '../server/store/database.ts';
import type { Log, Tools } from '../server/tools.ts';
import { loadViews } from '../server/views.ts';

export interface OwnSite {
  /** 'http://127.0.0.1:40123' */
  readonly address: string;
  readonly tools: Tools;
  /** Ends the printer too; the store stays open. */
  readonly close: () => Promise<void>;
}

/** `publicUrl` is what the site calls itself; null for the address it is asked by. */
export async function serveOwnSite(
  store: Store,
  {
    log,
    publicUrl = null,
    watchers = [],
  }: { log: Log; publicUrl?: string | null; watchers?: RequestHandler[] },
): Promise<OwnSite> {
  const tools = toolsOver(store, log, publicUrl);
  const server = makeApp(tools, watchers).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tools,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await tools.printer.close();
    },
  };
}

function toolsOver(store: Store, log: Log, publicUrl: string | null): Tools {
  const { privateKey: key } = generateKeyPairSync('ed25519');
  return {
    store,
    printer: makePrinter({ ...printerDefaults, executablePath: findBrowser(process.env), log }),
    views: loadViews(),
    clock: { now: () => new Date() },
    log,
    publicUrl,
    sessionSecret: randomUUID(),
    provider: null,
    tries: makeTries(),
    commentTries: commentLimits.map((limits) => makeTries(limits)),
    trustedProxies: 'loopback',
    background: makeBackground(log),
    checkpoints: makeCheckpoints({ store, key, origin: 'classplan', file: null }),
  };
}
