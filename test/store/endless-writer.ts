// A process of its own that appends to the record in FILE until it is killed, three writers at once: node
// endless-writer.ts FILE NAME. It begins at a line on its standard input. Each revision is acknowledged on standard
// output as SEQ:HASH, only after its transaction is committed.
import { writeSync } from 'node:fs';
import { once } from 'node:events';
import { openStore } from '../../server/store/open.ts';
import { append, classEntry, textEntry } from './record-room.ts';

const [file = '', name = ''] = process.argv.slice(2);
writeSync(1, 'ready\n');
await once(process.stdin, 'data');
const store = await openStore(file);
await Promise.all([1, 2, 3].map(write));

async function write(writer: number): Promise<never> {
  for (let each = 1; ; each += 1) {
    const id = `${name}-${writer}`;
    const entry =
      each % 2 ? textEntry(id, `Wording ${each}`) : classEntry(id, { title: `Title ${each} of ${id}` });
    const { seq, hash } = await append(store, entry);
    writeSync(1, `${seq}:${hash}\n`);
  }
}
