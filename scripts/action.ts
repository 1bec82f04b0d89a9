// npm run action -- list | show | submit | return | post | reopen | adopt | ratify | withdraw: classification actions
// from the server's own command line. The same acts as the pages, with the same refusals.
import { readConfig } from '../server/config.ts';
import { makePrinter, printerDefaults } from '../server/print/printer.ts';
import { openStore } from '../server/store/open.ts';
import { loadViews } from '../server/views.ts';
import { actionCommand, options, usage } from './action-command.ts';
import { readWords, run } from './command-line.ts';

const quiet = { info() {}, warn() {}, error() {} };

await run(async () => {
  const { values, positionals } = readWords({ options }, usage);
  const { databaseFile, browserPath } = readConfig(process.env);
  const store = await openStore(databaseFile);
  const printer = makePrinter({ ...printerDefaults, executablePath: browserPath, log: quiet });
  const tools = { store, printer, views: loadViews(), clock: { now: () => new Date() } };
  try {
    console.log(await actionCommand(tools, positionals, values, (line) => console.log(line)));
    return 0;
  } finally {
    await printer.close();
    await store.close();
  }
});
