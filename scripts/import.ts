// npm run import -- FILE: a specification's plain text into the plan, with a report of every line.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { OfficialDocument } from '../schemas/types.ts';
import { beginEmptyPlan } from '../server/actions/begin-plan.ts';
import {
  importSpecification,
  type ImportOutcome,
  type ImportRequest,
} from '../server/actions/import-specification.ts';
import { type Config, readConfig } from '../server/config.ts';
import { officialPdf } from '../server/documents/official.ts';
import { officialDocumentFacts } from '../server/store/official-documents.ts';
import { formatReport } from '../server/imports/report-text.ts';
import { isCalendarDate } from '../server/model/calendar-date.ts';
import { makePrinter, printerDefaults } from '../server/print/printer.ts';
import { openSigningKey } from '../server/print/signing-key.ts';
import type { Store } from '../server/store/database.ts';
import type { ClassRevision } from '../server/store/classes.ts';
import { openStore } from '../server/store/open.ts';
import { loadViews } from '../server/views.ts';
import { readWords, run, UsageError } from './command-line.ts';

const usage =
  'Usage: npm run import -- FILE [--code CODE] [--series ID --level N [--series-title TITLE]] [--effective YYYY-MM-DD] [--json]';

const options = {
  code: { type: 'string' },
  series: { type: 'string' },
  'series-title': { type: 'string' },
  level: { type: 'string' },
  effective: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** No specification of this world is longer; a larger file is refused without being read. */
const largestFile = 20_000_000;

await run(async () => {
  const { values, positionals } = readWords({ options }, usage);
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError(usage);
  const config = readConfig(process.env);
  const request = await readRequest(file, values);
  const store = await openStore(config.databaseFile);
  try {
    const now = new Date();
    if (await beginEmptyPlan({ store, now, by: 'import' }, 'Classification Plan')) {
      console.error(
        `Created ${config.databaseFile} with an empty plan that names no employer. To name one, begin with npm run new-plan.`,
      );
    }
    const outcome = await importSpecification({ store, now }, request);
    const pdf = outcome.outcome === 'recorded' ? await print(config, store, outcome.revision) : null;
    console.log(values.json ? JSON.stringify(asData(outcome, pdf), null, 2) : asText(outcome, pdf, file));
    return outcome.outcome === 'recorded' || outcome.outcome === 'unchanged' ? 0 : 2;
  } finally {
    await store.close();
  }
});

type Words = Partial<Record<keyof typeof options, string | boolean>>;

async function readRequest(file: string, words: Words): Promise<ImportRequest> {
  const word = (name: keyof typeof options) => (typeof words[name] === 'string' ? words[name] : null);
  const effectiveOn = word('effective');
  if (effectiveOn !== null && !isCalendarDate(effectiveOn)) {
    throw new UsageError(`--effective must be a date such as 2024-07-01, and is "${effectiveOn}".`);
  }
  const code = word('code');
  if (code !== null && !/^[A-Za-z0-9][A-Za-z0-9.-]{0,15}$/.test(code)) {
    throw new UsageError(
      `--code must be a class code of up to 16 letters, digits, points and hyphens, and is "${code}".`,
    );
  }
  return {
    name: basename(file),
    bytes: await readBytes(file),
    code,
    placement: readPlacement(word),
    effectiveOn,
  };
}

function readPlacement(word: (name: keyof typeof options) => string | null): ImportRequest['placement'] {
  const [seriesId, level] = [word('series'), word('level')];
  if (seriesId === null && level === null) return null;
  if (seriesId === null || level === null || !/^([1-9]|[12]\d|30)$/.test(level)) {
    throw new UsageError('--series and --level go together; the level is a number from 1 to 30.');
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(seriesId) || seriesId.length > 80) {
    throw new UsageError(`--series is an identifier such as it-management, and is "${seriesId}".`);
  }
  return { seriesId, level: Number(level), seriesTitle: word('series-title') };
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > largestFile)
      throw new UsageError(
        `${file} has ${size} bytes; a class specification has at most 2 MB. Choose another file.`,
      );
    return await readFile(file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} could not be read. Check its name.`);
  }
}

/** The official PDF is printed at once; where no browser will, the server prints it when it is first asked for. */
async function print(
  config: Config,
  store: Store,
  revision: ClassRevision,
): Promise<OfficialDocument | null> {
  const quiet = { info() {}, warn() {}, error() {} };
  const { browserPath: executablePath, signingCertificate, signingPassphrase } = config;
  const signingKey = openSigningKey(signingCertificate, signingPassphrase);
  const printer = makePrinter({ ...printerDefaults, executablePath, signingKey, log: quiet });
  try {
    const clock = { now: () => new Date() };
    const { publicUrl } = config;
    await officialPdf({ store, printer, views: loadViews(), clock, publicUrl }, revision);
    return await officialDocumentFacts(store, revision.seq);
  } catch {
    console.error(
      'The official PDF could not be printed now. The server prints it when it is first asked for.',
    );
    return null;
  } finally {
    await printer.close();
  }
}

function asData(outcome: ImportOutcome, pdf: OfficialDocument | null): object {
  if (!('revision' in outcome)) return outcome;
  const { revision, ...rest } = outcome;
  const { classId, number, effectiveOn, hash } = { ...revision, classId: revision.subjectId };
  return { ...rest, revision: { classId, code: revision.body.code, number, effectiveOn, hash }, pdf };
}

function asText(outcome: ImportOutcome, pdf: OfficialDocument | null, file: string): string {
  if (outcome.outcome === 'refused') return `Not imported: ${file}\n${outcome.sentence}`;
  const report = formatReport(outcome.report);
  if (outcome.outcome === 'incomplete') return `${report}\n\nNot imported: ${outcome.sentence}`;
  const { revision, missing } = outcome;
  const name = `${revision.body.title} (${revision.body.code}), revision ${revision.number}`;
  const lines = [report, ''];
  if (missing.length > 0) lines.push(`Not yet written, though this plan requires it: ${missing.join(', ')}.`);
  lines.push(
    outcome.outcome === 'unchanged'
      ? `Nothing changed: ${name}, says the same.`
      : `Recorded ${name}, effective ${revision.effectiveOn}. Its page is /classes/${revision.body.code}.`,
  );
  if (pdf) lines.push(`Official PDF: ${pdf.pages} pages, ${Math.round(pdf.bytes / 1024)} KB.`);
  return lines.join('\n');
}
