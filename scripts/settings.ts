// npm run settings -- show | set FILE: what the employer chose, as JSON, and how it is changed. A change is a new revision
// of the plan; the earlier settings stay in the record.
import { readFileSync } from 'node:fs';
import { changeSettings } from '../server/actions/change-settings.ts';
import { doubleKey } from '../server/api/double-key.ts';
import { readConfig } from '../server/config.ts';
import type { Store } from '../server/store/database.ts';
import { openStore } from '../server/store/open.ts';
import { planSettings } from '../server/store/plan.ts';
import { inOneLine, readWords, run, UsageError } from './command-line.ts';

const usage = `Usage: npm run --silent settings -- show
       npm run settings -- set FILE`;

const noPlan = 'There is no plan yet. Begin one with npm run new-plan -- --employer "City of …".';

await run(async () => {
  const { positionals } = readWords({}, usage);
  const [name, file, ...rest] = positionals;
  const isShow = name === 'show' && file === undefined;
  const isSet = name === 'set' && file !== undefined && rest.length === 0;
  if (!isShow && !isSet) throw new UsageError(usage);
  const value = isSet ? readSettings(file) : null;
  const { databaseFile } = readConfig(process.env);
  const store = await openStore(databaseFile);
  try {
    console.log(isSet ? await set(store, value) : await show(store));
    return 0;
  } finally {
    await store.close();
  }
});

async function show(store: Store): Promise<string> {
  const settings = await planSettings(store);
  if (!settings) throw new UsageError(noPlan);
  return JSON.stringify(settings, null, 2);
}

async function set(store: Store, value: unknown): Promise<string> {
  const done = await changeSettings({ store, now: new Date(), by: null }, value);
  if (done.outcome === 'invalid') throw new UsageError(`Nothing was changed:\n  ${done.faults.join('\n  ')}`);
  if (done.outcome === 'no plan') throw new UsageError(noPlan);
  if (done.outcome === 'unchanged') return 'Nothing had changed.';
  return `Changed: ${done.changed.join(', ')}. Recorded as revision ${done.number} of the plan; a running server uses it at once.`;
}

function readSettings(file: string): unknown {
  try {
    const text = readFileSync(file, 'utf8');
    const key = doubleKey(text);
    if (key !== null) throw new Error(`the key ${JSON.stringify(key)} stands twice in one object`);
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} cannot be read as settings: ${inOneLine(error)}.`);
  }
}
