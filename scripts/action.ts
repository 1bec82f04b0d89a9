// npm run action -- list | show | comments | submit | return | post | reopen | adopt | ratify | withdraw: classification actions
// from the server's own command line. The same acts as the pages, with the same refusals.
import { type Config, readConfig } from '../server/config.ts';
import { originAt } from '../server/model/checkpoint.ts';
import { makePrinter, printerDefaults } from '../server/print/printer.ts';
import { openSigningKey } from '../server/print/signing-key.ts';
import { openCheckpointKey } from '../server/store/checkpoint-key.ts';
import { makeCheckpoints } from '../server/store/checkpoints.ts';
import type { Store } from '../server/store/database.ts';
import { openStore } from '../server/store/open.ts';
import { loadViews } from '../server/views.ts';
import { actionCommand, options, usage } from './action-command.ts';
import { readWords, run } from './command-line.ts';

const quiet = { info() {}, warn() {}, error() {} };

await run(async () => {
  const { values, positionals } = readWords({ options }, usage);
  const config = readConfig(process.env);
  const store = await openStore(config.databaseFile);
  const { browserPath: executablePath, signingCertificate, signingPassphrase } = config;
  const signingKey = openSigningKey(signingCertificate, signingPassphrase);
  const printer = makePrinter({ ...printerDefaults, executablePath, signingKey, log: quiet });
  const checkpoints = { append: () => appendCheckpoint(store, config) };
  const { publicUrl } = config;
  const clock = { now: () => new Date() };
  const tools = { store, printer, views: loadViews(), clock, publicUrl, checkpoints };
  try {
    console.log(await actionCommand(tools, positionals, values, (line) => console.log(line)));
    return 0;
  } finally {
    await printer.close();
    await store.close();
  }
});

/** The key is opened only where something was decided: whoever only reads needs none. */
async function appendCheckpoint(store: Store, config: Config): Promise<void> {
  const key = openCheckpointKey(config.checkpointKeyFile, config.isProduction);
  const origin = originAt(config.publicUrl);
  await makeCheckpoints({ store, key, origin, file: config.checkpointFile }).append();
}
