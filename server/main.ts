// The program: reads the settings, opens the store, makes the printer, listens, closes on a signal. It starts
// as promised or says in one sentence why not.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import closeWithGrace from 'close-with-grace';
import { pino } from 'pino';
import { beginPlan } from './actions/begin-plan.ts';
import { makeApp } from './app.ts';
import { makeBackground } from './background.ts';
import { type Config, readConfig } from './config.ts';
import { dropArchive } from './documents/data-archive.ts';
import { printMissing } from './documents/official.ts';
import { readDemonstrationPeople, readSamplePlan } from './imports/sample-plan.ts';
import { originAt } from './model/checkpoint.ts';
import { commentLimits, makeTries, tokenLimits } from './model/tries.ts';
import type { Metrics } from './metrics.ts';
import { makeIdentityProvider } from './oidc.ts';
import { makePrinter, type Printer, printerDefaults } from './print/printer.ts';
import { openSigningKey } from './print/signing-key.ts';
import { requestLog } from './request-log.ts';
import { ownSessionSecret } from './session-secret.ts';
import { SettingError } from './setting-error.ts';
import { openCheckpointKey } from './store/checkpoint-key.ts';
import { beginCheckpointRounds } from './store/checkpoint-rounds.ts';
import { type Checkpoints, makeCheckpoints } from './store/checkpoints.ts';
import { classByCode } from './store/classes.ts';
import type { Store } from './store/database.ts';
import { openStore } from './store/open.ts';
import { demonstrationPeople } from './store/people.ts';
import { planDirectory } from './store/plan-directory.ts';
import { recordHead } from './store/record.ts';
import { watchRecord } from './store/record-watch.ts';
import type { Log, Tools } from './tools.ts';
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
  const { browserPath: executablePath, signingCertificate, signingPassphrase } = config;
  const signingKey = openSigningKey(signingCertificate, signingPassphrase);
  const printer = makePrinter({ ...printerDefaults, executablePath, signingKey, log });
  const recordWatch = watchRecord(config.databaseFile, log);
  const tools: Tools = {
    store,
    recordWatch,
    printer,
    views,
    clock: { now: () => new Date() },
    log,
    publicUrl: config.publicUrl,
    sessionSecret: config.sessionSecret ?? ownSessionSecret(config.databaseFile),
    provider: config.provider && makeIdentityProvider(config.provider),
    tries: makeTries(),
    commentTries: commentLimits.map((limits) => makeTries(limits)),
    tokenTries: makeTries(tokenLimits),
    background: makeBackground(log),
    trustedProxies: config.trustedProxies,
    checkpoints: checkpointsOf(store, config),
  };
  await beginWhereEmpty(tools, config);
  if (config.isProduction) await refuseDemonstrationPeople(store);

  const endCheckpoints = await beginCheckpointRounds(tools.checkpoints, (err) =>
    log.error({ err }, 'A checkpoint could not be appended to CHECKPOINT_FILE'),
  );
  const metrics = await metricsWhereAsked(config, printer);
  const watchers = [...(metrics ? [metrics.watch] : []), requestLog(log)];
  const server = makeApp(tools, watchers).listen(config.port, config.host);
  await listening(server, config.port, config.host, 'PORT');
  recordWatch.begin();
  // The first reader would wait for it.
  tools.background.begin('read the names of the plan', async () => void (await planDirectory(store)));
  const metricsServer = metrics && (await openMetrics(metrics, config));
  if (config.publicUrl === null) warnOfNoAddress(log);
  const stopping = new AbortController();
  const printing = printWaiting(tools, stopping.signal);
  closeWithGrace({ delay: 8000, logger: false }, async () => {
    stopping.abort();
    const background = tools.background.close();
    await Promise.all([stopServing(server), metricsServer && stopServing(metricsServer)]);
    await printer.close();
    await Promise.all([background, printing]);
    await endCheckpoints();
    await recordWatch.end();
    await dropArchive(store);
    await store.close();
  });
  console.log(await welcome(tools, config, server.address() as AddressInfo));
}

/** Before the first official PDF is printed, while something can still be done. */
function warnOfNoAddress(log: Log): void {
  const sentence =
    'PUBLIC_URL is not set: the official PDFs that are printed from now on have no QR code and name no site, and they never change. Set it to the address that the public uses, such as https://classes.example.gov, and start again.';
  log.warn({}, sentence);
}

function checkpointsOf(store: Store, config: Config): Checkpoints {
  const key = openCheckpointKey(config.checkpointKeyFile, config.isProduction);
  return makeCheckpoints({ store, key, origin: originAt(config.publicUrl), file: config.checkpointFile });
}

/** What measures is read only where something is measured: a start is sooner without. */
async function metricsWhereAsked({ metricsPort }: Config, printer: Printer): Promise<Metrics | null> {
  if (metricsPort === null) return null;
  const { makeMetrics } = await import('./metrics.ts');
  return makeMetrics(printer);
}

async function openMetrics(metrics: Metrics, { metricsPort, host }: Config): Promise<Server> {
  const { serveMetrics } = await import('./metrics.ts');
  const port = metricsPort ?? 0;
  const server = serveMetrics(metrics, port, host);
  await listening(server, port, host, 'METRICS_PORT');
  return server;
}

function listening(server: Server, port: number, host: string, setting: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve).once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE';
      reject(
        taken
          ? new SettingError(
              `${setting} ${port} on ${host} is in use by another program. Stop that one, or set ${setting}.`,
            )
          : cause,
      );
    });
  });
}

/** Their passphrase is published: in production it would open the door to anybody. */
async function refuseDemonstrationPeople(store: Store): Promise<void> {
  const found = await demonstrationPeople(store);
  if (found.length === 0) return;
  throw new SettingError(
    `NODE_ENV is production, and ${found.length} demonstration people, whose passphrase is published, could sign in. Disable them with npm run person -- disable --demonstration.`,
  );
}

/** A database that holds nothing yet begins with the sample plan, and in development with its people. */
async function beginWhereEmpty(
  { store }: Tools,
  { databaseFile: file, isProduction }: Config,
): Promise<void> {
  if ((await recordHead(store)).seq > 0) return;
  const sample = readSamplePlan();
  await beginPlan(
    { store, now: new Date(), by: 'sample plan' },
    isProduction ? { ...sample, demonstration: null } : sample,
  );
  console.log(
    `Created ${file} with the sample plan of an invented city. For a plan of your own: npm run new-plan -- --employer "City of …"`,
  );
}

async function welcome({ store }: Tools, config: Config, { port }: AddressInfo): Promise<string> {
  const address =
    config.publicUrl ?? `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`;
  const sample = await classByCode(store, 'CI2788', '9999-12-31');
  const next = sample ? `${address}/classes/${sample.code}` : `${address}/classes`;
  const [person] = await demonstrationPeople(store);
  const signIn = person
    ? `\nTo see the staff area, sign in at ${address}/sign-in as ${person.email} with the passphrase “${readDemonstrationPeople().passphrase}”.`
    : '';
  return `Classplan serves ${address}. Try ${next} next; Ctrl+C stops it.${signIn}`;
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

/** Whoever is being answered has 3 seconds: a slow reader must not cost the printer and the store their orderly end. */
function stopServing(server: Server): Promise<unknown> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 3000).unref();
  return closed;
}
