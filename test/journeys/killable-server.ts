// A server of its own to be killed: the real application over a file, with a printer that prints at once. It says its
// port on the first line and serves until it dies.
import { beginPlan } from '../../server/actions/begin-plan.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { openStore } from '../../server/store/open.ts';
import { recordHead } from '../../server/store/record.ts';
import { serve, toolsWith } from '../tools.ts';

const store = await openStore(process.argv[2] ?? '');
if ((await recordHead(store)).seq === 0) {
  await beginPlan({ store, now: new Date(), by: 'sample plan' }, readSamplePlan());
}
const { address } = await serve(toolsWith(store, { clock: { now: () => new Date() } }));
process.stdout.write(`${address}\n`);
