// npm run bench: how well and how fast, as a table. It measures and judges nothing: it ends with 0 whatever it finds.
import { groups } from './bench/groups.ts';
import { machine } from './bench/machine.ts';
import { asText } from './bench/table.ts';
import { readWords, run, UsageError } from './command-line.ts';

const names = Object.keys(groups);
const usage = `Usage: npm run --silent bench [-- GROUP…] [--verbose] [--held] [--json], with the groups ${names.join(', ')}`;

const options = {
  verbose: { type: 'boolean' },
  held: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

await run(async () => {
  const { values, positionals } = readWords({ options }, usage);
  const asked = positionals.length > 0 ? positionals : names;
  const unknown = asked.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new UsageError(`There is no group "${unknown}".\n${usage}`);
  const told = [];
  if (!values.json) console.log(machine().inWords);
  for (const name of asked) {
    const group = groups[name];
    if (!group) continue;
    const measured = await group.measure({ isHeldTold: values.held === true });
    told.push({ group: name, ...measured });
    if (!values.json) console.log(asText(group.title, measured, values.verbose === true));
  }
  if (values.json) console.log(JSON.stringify({ machine: machine(), groups: told }, null, 2));
  return 0;
});
