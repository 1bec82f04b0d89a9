// A process that is killed while it writes loses no revision that it had acknowledged, and leaves the chain whole.
// A few kills here; npm run test:kill does a thousand.
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { type Anchor, verify } from '../../server/store/record-verdict.ts';
import { effort } from '../effort.ts';
import { temporaryFolder } from './record-room.ts';
import { startWriting, type Writing } from './endless-writing.ts';

const kills = Number(process.env.KILLS ?? effort(15, 50));

/** How many kills one file lives through; verifying it takes longer as it grows. */
const killsOfOneFile = 25;

describe(`a record whose writer is killed ${kills} times`, function () {
  this.timeout(kills * 1500);
  const folder = temporaryFolder();
  let waiting: Writing | null = null;
  after(async () => {
    await waiting?.kill();
    folder.remove();
  });

  it('keeps every acknowledged revision, and the chain', async () => {
    let acknowledged: Anchor[] = [];
    for (let each = 0; each < kills; each += 1) {
      if (each % killsOfOneFile === 0) acknowledged = [];
      const file = fileOf(each);
      const writing = waiting ?? startWriting(file, `writer-${each}`);
      // The next one loads its modules meanwhile.
      waiting = startWriting(fileOf(each + 1), `writer-${each + 1}`);
      await writing.begin(1 + (each % 7));
      // Not a wait for anything: the moment of the kill must fall anywhere in a transaction.
      await pause(Math.random() * 8);
      await writing.kill();
      acknowledged.push(...writing.acknowledged);
      const { verdict, sentence } = verify(file, acknowledged);
      expect(verdict, `after kill ${each + 1}: ${sentence}`).to.equal('intact');
    }
  });

  function fileOf(kill: number): string {
    return folder.file(`record-${Math.floor(kill / killsOfOneFile)}.db`);
  }
});
