// npm run new-plan -- --employer "City of …": begins an empty plan of one's own.
import { beginEmptyPlan } from '../server/actions/begin-plan.ts';
import { readConfig } from '../server/config.ts';
import { openStore } from '../server/store/open.ts';
import { readWords, run, UsageError } from './command-line.ts';

const usage = 'Usage: npm run new-plan -- --employer "City of …"';

await run(async () => {
  const { values } = readWords({ options: { employer: { type: 'string' } } }, usage);
  const employer = typeof values.employer === 'string' ? values.employer.trim() : '';
  if (employer === '' || employer.length > 300) throw new UsageError(usage);
  const { databaseFile } = readConfig(process.env);
  const store = await openStore(databaseFile);
  try {
    if (await beginEmptyPlan({ store, now: new Date(), by: 'new-plan' }, employer)) {
      console.log(
        `Begun: the plan of ${employer} in ${databaseFile}. Next: npm run import -- FILE, then npm start.`,
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
