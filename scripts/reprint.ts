// npm run reprint -- --check [--journal FILE]: prints every official PDF again from the record and compares the bytes; ends
// with 1 where one differs. npm run reprint -- --out DIR: prints them into a folder instead, in today's dress. Both go on
// where they were interrupted, and what is stored stays as it is.
import { existsSync } from 'node:fs';
import { pino } from 'pino';
import { readConfig } from '../server/config.ts';
import { inPairs } from '../server/print/in-pairs.ts';
import { makePrinter, printerDefaults } from '../server/print/printer.ts';
import { openSigningKey } from '../server/print/signing-key.ts';
import { printedRevisions } from '../server/store/official-documents.ts';
import { openStore } from '../server/store/open.ts';
import { loadViews } from '../server/views.ts';
import { readWords, run, UsageError } from './command-line.ts';
import { tellProgress } from './progress.ts';
import { checkAgain, type Reprinting } from './reprint-check.ts';
import { openJournal } from './reprint-journal.ts';
import { renderAgain, renditionsIn } from './reprint-out.ts';

const usage = 'Usage: npm run reprint -- --check [--journal FILE], or npm run reprint -- --out DIR';
const options = {
  check: { type: 'boolean' },
  journal: { type: 'string' },
  out: { type: 'string' },
} as const;

await run(async () => {
  const { values, positionals } = readWords({ options }, usage);
  const { check = false, journal, out } = values;
  const isAsked = check ? out === undefined : out !== undefined && journal === undefined;
  if (!isAsked || positionals.length > 0) throw new UsageError(usage);
  const { databaseFile, browserPath, ...config } = readConfig(process.env);
  if (!existsSync(databaseFile))
    throw new UsageError(`There is no database ${databaseFile}. Name it in DATABASE_URL.`);
  const log = pino({ level: 'error' }, process.stderr);
  const signingKey = openSigningKey(config.signingCertificate, config.signingPassphrase);
  const settings = { executablePath: browserPath, signingKey, jobTimeoutMs: 120_000, log };
  const printer = makePrinter({ ...printerDefaults, ...settings });
  const store = await openStore(databaseFile);
  try {
    const tools = { store, printer, views: loadViews() };
    if (out === undefined) return await checkAll({ ...tools, journal: openJournal(journal ?? null) });
    return await renderAll({ ...tools, journal: renditionsIn(out) }, out);
  } finally {
    await printer.close();
    await store.close();
  }
});

async function checkAll(tools: Reprinting): Promise<number> {
  const differences: string[] = [];
  const total = await eachPrinted(tools, 'official PDFs printed again', async (seq) => {
    const difference = await checkAgain(tools, seq);
    if (difference !== null) differences.push(difference);
  });
  for (const difference of differences.sort()) console.log(difference);
  const verdict = differences.length === 0 ? 'the same to the byte' : `${differences.length} differ`;
  console.log(`${total} official PDFs, printed again from the record: ${verdict}. ${memory()}`);
  return differences.length === 0 ? 0 : 1;
}

async function renderAll(tools: Reprinting, folder: string): Promise<number> {
  const total = await eachPrinted(tools, 'renditions printed', (seq) => renderAgain(tools, folder, seq));
  console.log(
    `${total} renditions are in ${folder}, listed in manifest.jsonl. The stored PDFs stay the official ones. ${memory()}`,
  );
  return 0;
}

async function eachPrinted(
  { store }: Reprinting,
  what: string,
  work: (revisionSeq: number) => Promise<void>,
): Promise<number> {
  const printed = await printedRevisions(store);
  let done = 0;
  await inPairs(printed, async (seq) => {
    await work(seq);
    tellProgress(what, (done += 1), printed.length);
  });
  return printed.length;
}

function memory(): string {
  return `Peak memory of this program: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`;
}
