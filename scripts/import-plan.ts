// npm run import-plan -- FILE: takes in a plan that npm run export wrote, into a database that holds none. Every line
// is proved; the first that fails is named, and then nothing is taken in.
import { existsSync, rmSync, statSync } from 'node:fs';
import type { BundledPlan } from '../schemas/types.ts';
import { importPlan } from '../server/actions/import-plan.ts';
import { readConfig } from '../server/config.ts';
import { BundleFault } from '../server/model/plan-bundle.ts';
import { openStore } from '../server/store/open.ts';
import { linesOf } from './bundle-lines.ts';
import { readWords, run, UsageError } from './command-line.ts';
import { verify } from '../server/store/record-verdict.ts';

const usage = 'Usage: npm run import-plan -- FILE';

await run(async () => {
  const { positionals } = readWords({}, usage);
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError(usage);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new UsageError(`There is no file ${file}.\n${usage}`);
  const { databaseFile } = readConfig(process.env);
  const isNew = !existsSync(databaseFile);
  try {
    const { version } = await takeIn(file, databaseFile);
    const { verdict, sentence } = verify(databaseFile, []);
    console.log(`Imported ${file}, written by Classplan ${version}, into ${databaseFile}. ${sentence}`);
    return verdict === 'intact' ? 0 : 1;
  } catch (error) {
    // An empty database left behind would begin with the sample plan at the next start.
    if (isNew && !(error instanceof UsageError))
      for (const ending of ['', '-wal', '-shm']) rmSync(databaseFile + ending, { force: true });
    if (error instanceof BundleFault)
      throw new UsageError(
        `Not imported: line ${error.line} of ${file}: ${error.message}. Nothing was kept.`,
      );
    throw error;
  }
});

async function takeIn(file: string, databaseFile: string): Promise<BundledPlan> {
  const store = await openStore(databaseFile);
  try {
    const plan = await importPlan(store, linesOf(file));
    if (plan) return plan;
    throw new UsageError(
      `${databaseFile} already holds a plan, and a plan is never overwritten. Name another database: DATABASE_URL=sqlite:./var/my-city.db`,
    );
  } finally {
    await store.close();
  }
}
