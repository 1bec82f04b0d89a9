// A process of its own that carries out the approved adoption of an action and is killed on the way, as by a power cut:
// node adopt-and-die.ts FILE NUMBER print|write COUNT. It dies at its COUNT-th print, or at the COUNT-th statement
// that writes once the recording has begun.
import type { KyselyPlugin } from 'kysely';
import { carryOutAdoption } from '../../server/actions/carry-out-adoption.ts';
import type { Store } from '../../server/store/database.ts';
import { openStore } from '../../server/store/open.ts';
import { officeOf } from './office.ts';

const [file = '', number = '', at = '', count = ''] = process.argv.slice(2);
let left = Number(count);

function dieInTime(): void {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}

let hasBegun = false;
const dyingWrites: KyselyPlugin = {
  transformQuery: ({ node }) => {
    if (node.kind === 'InsertQueryNode') hasBegun ||= node.into?.table.identifier.name === 'revisions';
    if (hasBegun && node.kind !== 'SelectQueryNode') dieInTime();
    return node;
  },
  transformResult: ({ result }) => Promise.resolve(result),
};

const dying = (store: Store): Store => ({
  ...store,
  db: store.db.withPlugin(dyingWrites),
  transaction: (work) => store.transaction((transaction) => work(dying(transaction))),
});

const office = officeOf(await openStore(file));
const printer = {
  ...office.printer,
  print: (job: Parameters<typeof office.printer.print>[0]) => {
    if (at === 'print') dieInTime();
    return office.printer.print(job);
  },
};
const store = at === 'write' ? dying(office.store) : office.store;
await carryOutAdoption({ ...office.tools, printer, store }, number, () => {});
console.log(`Lived: ${left} left`);
