// npm run new-plan -- --employer "City of …": begins an empty plan of one's own, with the first choices of its employer.
import { beginEmptyPlan } from '../server/actions/begin-plan.ts';
import { readConfig } from '../server/config.ts';
import { beginningSettings, faultsOfSettings } from '../server/model/plan-settings.ts';
import { isShippedProcedure, procedures } from '../server/model/workflow.ts';
import type { PlanSettings, Procedure } from '../schemas/types.ts';
import { openStore } from '../server/store/open.ts';
import { readWords, run, UsageError } from './command-line.ts';

const usage = `Usage: npm run new-plan -- --employer "City of …" [--office NAME] [--time-zone America/New_York]
       [--procedure ${Object.keys(procedures).join('|')}] [--posting-days N]`;

const options = {
  employer: { type: 'string' },
  office: { type: 'string' },
  'time-zone': { type: 'string' },
  procedure: { type: 'string' },
  'posting-days': { type: 'string' },
} as const;

type Words = { readonly [name in keyof typeof options]?: string };

await run(async () => {
  const { values, positionals } = readWords({ options }, usage);
  if (positionals.length > 0) throw new UsageError(usage);
  const settings = readChoices(values);
  const { databaseFile } = readConfig(process.env);
  const store = await openStore(databaseFile);
  try {
    if (await beginEmptyPlan({ store, now: new Date(), by: 'new-plan' }, settings.employer, settings)) {
      console.log(
        `Begun: the plan of ${settings.employer} in ${databaseFile}. Next: npm run import -- FILE, then npm start.`,
      );
      return 0;
    }
    throw new UsageError(
      `${databaseFile} already holds a plan, and a plan is never overwritten. Choose another file, for this command and for npm start: DATABASE_URL=sqlite:./var/my-city.db`,
    );
  } finally {
    await store.close();
  }
});

function readChoices(words: Words): PlanSettings {
  const employer = words.employer?.trim() ?? '';
  if (employer === '') throw new UsageError(usage);
  const begun = beginningSettings(employer);
  const settings = {
    ...begun,
    office: words.office?.trim() ?? begun.office,
    timeZone: words['time-zone'] ?? begun.timeZone,
    procedure: readProcedure(words),
  };
  const faults = faultsOfSettings(settings);
  if (faults.length > 0) throw new UsageError(`${faults.join('\n')}\n${usage}`);
  return settings;
}

function readProcedure({ procedure: name = 'administrative', 'posting-days': days }: Words): Procedure {
  if (!isShippedProcedure(name)) throw new UsageError(`There is no procedure "${name}".\n${usage}`);
  const shipped = procedures[name];
  if (days === undefined) return shipped;
  if (shipped.postingDays === null)
    throw new UsageError(`The ${name} procedure posts nothing, so --posting-days does not go with it.`);
  if (!/^\d{1,3}$/.test(days)) throw new UsageError(`--posting-days must be a number, and is "${days}".`);
  return { ...shipped, postingDays: Number(days) };
}
