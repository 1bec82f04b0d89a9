// A process of its own that appends `count` entries to the record in `file`, each in its own transaction:
// node writer.ts FILE NAME COUNT. It begins at a line on its standard input, so that several begin together.
import { once } from 'node:events';
import { openStore } from '../../server/store/open.ts';
import { append, textEntry } from './record-room.ts';

const [file = '', name = '', count = '0'] = process.argv.slice(2);
const store = await openStore(file);
console.log('ready');
await once(process.stdin, 'data');
process.stdin.destroy();
for (let each = 1; each <= Number(count); each += 1)
  await append(store, textEntry(`by-${each % 3 ? name : 'all'}`, `${name} ${each}`));
await store.close();
