// npm run check-plan: what a person should look at in the plan, finding by finding, with the passage. It ends with 1 where an
// error stands that nobody has let stand for a reason.
import { readConfig } from '../server/config.ts';
import { findingsOfPlan } from '../server/documents/findings.ts';
import { calendarDateAt, inWords, isCalendarDate } from '../server/model/calendar-date.ts';
import { ruleById } from '../server/model/findings/catalogue.ts';
import { severities, type Severity } from '../server/model/findings/finding.ts';
import type { Store } from '../server/store/database.ts';
import { openStore } from '../server/store/open.ts';
import { planSettings } from '../server/store/plan.ts';
import { planView } from '../server/store/plan-view.ts';
import { classByCode } from '../server/store/classes.ts';
import { asData, asText, type CheckedPlan } from './findings-text.ts';
import { readWords, run, UsageError } from './command-line.ts';

const usage =
  'Usage: npm run --silent check-plan [-- --rule ID] [--class CODE] [--severity error|warning|note] [--on YYYY-MM-DD] [--json]';

const options = {
  rule: { type: 'string' },
  class: { type: 'string' },
  severity: { type: 'string' },
  on: { type: 'string' },
  json: { type: 'boolean' },
} as const;

await run(async () => {
  const { values, positionals } = readWords({ options }, usage);
  if (positionals.length > 0) throw new UsageError(usage);
  const asked = readAsked(values);
  const store = await openStore(readConfig(process.env).databaseFile);
  try {
    const checked = await check(store, asked);
    console.log(values.json ? JSON.stringify(asData(checked), null, 2) : asText(checked));
    return checked.findings.some(({ severity, suppression }) => severity === 'error' && !suppression) ? 1 : 0;
  } finally {
    await store.close();
  }
});

interface Asked {
  readonly rule: string | null;
  readonly code: string | null;
  readonly severity: Severity | null;
  readonly on: string | null;
}

function readAsked(words: Partial<Record<keyof typeof options, string | boolean>>): Asked {
  const word = (name: keyof typeof options) => (typeof words[name] === 'string' ? words[name] : null);
  const [rule, severity, on] = [word('rule'), word('severity'), word('on')];
  if (rule !== null && !ruleById(rule))
    throw new UsageError(`The catalogue has no finding "${rule}". docs/findings.md lists them all.`);
  const known = severities.find((each) => each === severity) ?? null;
  if (severity !== null && known === null)
    throw new UsageError(`--severity is one of ${severities.join(', ')}, and is "${severity}".`);
  if (on !== null && !isCalendarDate(on))
    throw new UsageError(`--on must be a date such as 2024-07-01, and is "${on}".`);
  return { rule, code: word('class'), severity: known, on };
}

async function check(store: Store, { rule, code, severity, on }: Asked): Promise<CheckedPlan> {
  const settings = await planSettings(store);
  if (!settings) throw new UsageError('There is no plan yet. Begin one with npm run new-plan.');
  const date = on ?? calendarDateAt(new Date(), settings.timeZone);
  const found = code === null ? null : await classByCode(store, code, date);
  if (code !== null && !found) throw new UsageError(`No class has or ever had the code ${code}.`);
  const plan = await planView(store, date);
  const all = await findingsOfPlan(store, date);
  return {
    heading: `${settings.employer}, ${plan.classes.length === 1 ? '1 class' : `${plan.classes.length} classes`} in force on ${inWords(date)}`,
    on: date,
    plan,
    findings: all.filter(
      (finding) =>
        (rule === null || finding.rule === rule) &&
        (severity === null || finding.severity === severity) &&
        (found === null || finding.classId === found.classId),
    ),
  };
}
