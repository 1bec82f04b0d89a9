// The program: reads the settings, opens the store, makes the printer, listens, closes on a signal. It starts
// as promised or says in one sentence why not.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import closeWithGrace from 'close-with-grace';
import { pino } from 'pino';
import { pinoHttp } from 'pino-http';
import { beginPlan } from './actions/begin-plan.ts';
import { makeApp } from './app.ts';
import { type Config, readConfig, SettingError } from './config.ts';
import { printMissing } from './documents/official.ts';
import { readSamplePlan } from './imports/sample-plan.ts';
import { makePrinter, printerDefaults } from './print/printer.ts';
import { classByCode } from './store/classes.ts';
import { openStore } from './store/open.ts';
import { recordHead } from './store/record.ts';
import type { Tools } from './tools.ts';
import { loadViews } from './views.ts';

try {
  await start(readConfig(process.env));
} catch (error) {
  console.error(`Classplan does not start: ${inOneLine(error)}`);
  process.exitCode = 1;
}

/** What went wrong and why, without a stack: 'The database x could not be opened: file is not a database'. */
function inOneLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}: ${inOneLine(error.cause)}`;
}

async function start(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel });
  const store = await openStore(config.databaseFile);
  const views = loadViews();
  const printer = makePrinter({ ...printerDefaults, executablePath: config.browserPath, log });
  const tools: Tools = { store, printer, views, clock: { now: () => new Date() }, log };
  await beginWhereEmpty(tools, config.databaseFile);

  const server = makeApp(tools, pinoHttp({ logger: log, quietReqLogger: true })).listen(
    config.port,
    config.host,
  );
  await listening(server, config);
  const stopping = new AbortController();
  const printing = printWaiting(tools, stopping.signal);
  closeWithGrace({ delay: 8000, logger: false }, async () => {
    stopping.abort();
    await stopServing(server);
    await printer.close();
    await printing;
    await store.close();
  });
  console.log(await welcome(tools, config, server.address() as AddressInfo));
}

function listening(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve).once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE';
      reject(
        taken
          ? new SettingError(
              `PORT ${port} on ${host} is in use by another program. Stop that one, or set PORT.`,
            )
          : cause,
      );
    });
  });
}

/** A database that holds nothing yet begins with the sample plan. */
async function beginWhereEmpty({ store }: Tools, file: string): Promise<void> {
  if ((await recordHead(store)).seq > 0) return;
  await beginPlan({ store, now: new Date(), by: 'sample plan' }, readSamplePlan());
  console.log(
    `Created ${file} with the sample plan of an invented city. For a plan of your own: npm run new-plan -- --employer "City of …"`,
  );
}

async function welcome({ store }: Tools, config: Config, { port }: AddressInfo): Promise<string> {
  const address =
    config.publicUrl ?? `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`;
  const sample = await classByCode(store, 'CI2788', '9999-12-31');
  const next = sample ? `${address}/classes/${sample.code}` : `${address}/classes`;
  return `Classplan serves ${address}. Try ${next} next; Ctrl+C stops it.`;
}

/** Official PDFs that are still to be printed are printed while the server already answers. */
async function printWaiting(tools: Tools, signal: AbortSignal): Promise<void> {
  try {
    await printMissing(tools, tellProgress, signal);
  } catch (error) {
    if (!signal.aborted)
      tools.log.error(
        { err: error },
        'Official PDFs could not be printed; each is tried again when asked for',
      );
  }
}

function tellProgress(done: number, total: number): void {
  if (done % 25 === 0 || done === total) console.log(`Official PDFs printed: ${done} of ${total}.`);
}

function stopServing(server: Server): Promise<unknown> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  return closed;
}
