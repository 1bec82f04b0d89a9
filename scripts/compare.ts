// npm run compare -- FILE FILE: texts of other employers side by side, and beside classes of the plan, as the page
// /manage/compare shows them. Nothing is stored.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { NeighbourText } from '../schemas/types.ts';
import { readConfig } from '../server/config.ts';
import { comparedClasses } from '../server/documents/compared-classes.ts';
import { matrixCsv } from '../server/documents/matrix-csv.ts';
import {
  neighbourData,
  type NeighbourMatrix,
  neighbourMatrix,
  neighbourView,
} from '../server/documents/neighbour-matrix.ts';
import { readNeighbour } from '../server/imports/neighbour.ts';
import { calendarDateAt, isCalendarDate } from '../server/model/calendar-date.ts';
import { fewestColumns, mostColumns } from '../server/model/matrix.ts';
import { classByCode } from '../server/store/classes.ts';
import type { Store } from '../server/store/database.ts';
import { openStore } from '../server/store/open.ts';
import { planSettings } from '../server/store/plan.ts';
import { endOfTime } from '../server/store/record.ts';
import { readWords, run, UsageError } from './command-line.ts';
import { matrixText } from './matrix-text.ts';

const usage =
  'Usage: npm run --silent compare -- FILE [FILE …] [--class CODE …] [--on YYYY-MM-DD] [--differences] [--csv|--json]';

const options = {
  class: { type: 'string', multiple: true },
  on: { type: 'string' },
  differences: { type: 'boolean' },
  csv: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

const largestFile = 10 * 1024 * 1024;

await run(async () => {
  const { values, positionals } = readWords({ options }, usage);
  const codes = values.class ?? [];
  const count = positionals.length + codes.length;
  if (positionals.length === 0 || count < fewestColumns || count > mostColumns)
    throw new UsageError(`${usage}\nFiles and classes are ${fewestColumns} to ${mostColumns} together.`);
  if (values.on !== undefined && !isCalendarDate(values.on))
    throw new UsageError(`--on must be a date such as 2024-07-01, and is "${values.on}".`);
  const { texts, unread } = await readAll(positionals);
  for (const sentence of unread) console.error(sentence);
  const store = await openStore(readConfig(process.env).databaseFile);
  try {
    const compared = await compare(store, texts, codes, values.on ?? null);
    const show = values.differences ? 'differences' : 'all';
    const view = neighbourView(compared, show);
    if (values.json) console.log(JSON.stringify(neighbourData(compared, show), null, 2));
    else console.log(values.csv ? matrixCsv(view) : matrixText(view));
    return unread.length > 0 ? 1 : 0;
  } finally {
    await store.close();
  }
});

async function readAll(files: readonly string[]) {
  const texts: NeighbourText[] = [];
  const unread: string[] = [];
  for (const file of files) {
    const read = await readNeighbour({ name: basename(file), bytes: await bytesOf(file) });
    if (read.outcome === 'read') texts.push(read.text);
    else unread.push(`${file}: ${read.sentence}`);
  }
  return { texts, unread };
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const size = await stat(file).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) throw new UsageError(`${file} could not be read. Check its name.`);
  if (size > largestFile) throw new UsageError(`${file} has more than 10 MB. Choose another file.`);
  return readFile(file);
}

async function compare(
  store: Store,
  texts: readonly NeighbourText[],
  codes: readonly string[],
  asked: string | null,
): Promise<NeighbourMatrix> {
  const settings = await planSettings(store);
  if (!settings) throw new UsageError('There is no plan yet. Begin one with npm run new-plan.');
  const on = asked ?? calendarDateAt(new Date(), settings.timeZone);
  const ids = await Promise.all(codes.map((code) => classByCode(store, code, on)));
  const missing = codes.find((_, index) => !ids[index]);
  if (missing !== undefined) throw new UsageError(`No class has or ever had the code ${missing}.`);
  const classes = await comparedClasses(
    store,
    ids.map((found) => found?.classId ?? ''),
    on,
    endOfTime,
  );
  if (classes.length + texts.length < fewestColumns)
    throw new UsageError(`Fewer than ${fewestColumns} texts could be read or are in force on ${on}.`);
  return neighbourMatrix(classes, texts, settings, on);
}
