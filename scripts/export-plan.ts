// npm run export -- FILE: the whole plan with its history and its official PDFs as one bundle, JSON Lines. The same
// record gives the same bytes.
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import metadata from '../package.json' with { type: 'json' };
import { readConfig } from '../server/config.ts';
import type { Store } from '../server/store/database.ts';
import { openStore } from '../server/store/open.ts';
import { planLines } from '../server/store/plan-bundle.ts';
import { recordHead } from '../server/store/record.ts';
import { readWords, run, UsageError } from './command-line.ts';
import { putInPlace, refuseWhereExists } from './put-in-place.ts';
import { verify } from '../server/store/record-verdict.ts';

const usage = 'Usage: npm run export -- FILE';

await run(async () => {
  const { positionals } = readWords({}, usage);
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError(usage);
  const { databaseFile } = readConfig(process.env);
  if (!existsSync(databaseFile))
    throw new UsageError(`There is no database ${databaseFile}. Name it in DATABASE_URL.`);
  refuseWhereExists(file);
  const { verdict, sentence } = verify(databaseFile, []);
  if (verdict !== 'intact') throw new UsageError(`Not exported: ${sentence}`);
  const store = await openStore(databaseFile);
  try {
    if ((await recordHead(store)).seq === 0)
      throw new UsageError(`${databaseFile} holds no plan yet. There is nothing to export.`);
    await putInPlace(file, (partial) => write(store, partial));
  } finally {
    await store.close();
  }
  console.log(`Exported the plan in ${databaseFile} to ${file}. ${sentence}`);
  return 0;
});

async function write(store: Store, file: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(Readable.from(planLines(store, metadata.version)));
  } finally {
    await handle.close();
  }
}
