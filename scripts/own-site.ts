// A site served on a free port of this machine for a program of ours that asks it: with the real printer, without a log of
// requests, without settings of the environment but the browser's.
import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { makeApp } from '../server/app.ts';
import { makeBackground } from '../server/background.ts';
import { originAt } from '../server/model/checkpoint.ts';
import { commentLimits, makeTries, tokenLimits } from '../server/model/tries.ts';
import { findBrowser } from '../server/print/browser-path.mjs';
import { makePrinter, printerDefaults } from '../server/print/printer.ts';
import type { SigningKey } from '../server/print/signing-key.ts';
import { makeCheckpoints } from '../server/store/checkpoints.ts';
import { unwatched } from '../server/store/record-watch.ts';
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

export interface OwnSiteOptions {
  readonly log: Log;
  /** What the site calls itself; null for the address it is asked by. */
  readonly publicUrl?: string | null;
  /** Where its documents and checkpoints count: the keys of the plan. */
  readonly keys?: { readonly checkpoints: KeyObject; readonly signing: SigningKey | null };
}

export async function serveOwnSite(store: Store, options: OwnSiteOptions): Promise<OwnSite> {
  const tools = toolsOver(store, options);
  const server = makeApp(tools).listen(0, '127.0.0.1');
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

function toolsOver(store: Store, { log, publicUrl = null, keys }: OwnSiteOptions): Tools {
  const key = keys?.checkpoints ?? generateKeyPairSync('ed25519').privateKey;
  const printing = { executablePath: findBrowser(process.env), signingKey: keys?.signing ?? null, log };
  return {
    store,
    printer: makePrinter({ ...printerDefaults, ...printing }),
    views: loadViews(),
    clock: { now: () => new Date() },
    log,
    publicUrl,
    sessionSecret: randomUUID(),
    provider: null,
    tries: makeTries(),
    commentTries: commentLimits.map((limits) => makeTries(limits)),
    tokenTries: makeTries(tokenLimits),
    trustedProxies: 'loopback',
    background: makeBackground(log),
    recordWatch: unwatched,
    checkpoints: makeCheckpoints({ store, key, origin: originAt(publicUrl), file: null }),
  };
}
