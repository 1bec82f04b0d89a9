// An adoption that is killed half-way leaves no half action: nothing of it is recorded, the record is intact, and
// trying again succeeds without printing again what waits.
import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { expect } from 'chai';
import { verify } from '../../server/store/record-verdict.ts';
import { carryOutAdoption } from '../../server/actions/carry-out-adoption.ts';
import { requireAction } from '../../server/actions/requirements.ts';
import { logOf } from '../../server/store/action-log.ts';
import { adoptionOf, countWaitingPrints } from '../../server/store/adoptions.ts';
import { openStore } from '../../server/store/open.ts';
import { recordHead, revisionsOf } from '../../server/store/record.ts';
import { effort } from '../effort.ts';
import { temporaryFolder } from '../store/record-room.ts';
import { approve, latest, officeOf, openOffice, openReady, step } from './office.ts';

const script = new URL('adopt-and-die.ts', import.meta.url).pathname;
const classes = Array.from({ length: 12 }, (_, index) => index + 1);

describe('an adoption that is killed', () => {
  const folder = temporaryFolder();
  const approved = folder.file('approved.db');
  let head = { seq: 0, hash: '' };

  before(async () => {
    const office = await openOffice({ file: approved, classes: classes.length });
    await openReady(office, 'CN1', classes);
    await step(office, 'CN1', 'submit', office.ada);
    await approve(office, 'CN1');
    head = await recordHead(office.store);
    await office.close();
  });
  after(() => folder.remove());

  function runOn(file: string, at: 'print' | 'write', count: number) {
    copyFileSync(approved, file);
    return spawnSync(process.execPath, [script, file, 'CN1', at, String(count)], { encoding: 'utf8' });
  }

  /** How many statements write when all is recorded. */
  function countWrites(): number {
    const { stdout, stderr } = runOn(folder.file('whole.db'), 'write', 1_000_000);
    const left = /Lived: (\d+) left/.exec(stdout)?.[1];
    if (left === undefined) throw new Error(stderr);
    return 1_000_000 - Number(left);
  }

  async function holdsNothingAndGoesOn(file: string): Promise<number> {
    expect(verify(file, [])).to.have.property('verdict', 'intact');
    const office = officeOf(await openStore(file));
    expect(await recordHead(office.store)).to.deep.equal(head);
    expect(await requireAction(office.store, 'CN1')).to.include({ step: 'in review', decidedOn: null });
    expect((await logOf(office.store, 'CN1')).map(({ act }) => act)).to.deep.equal([
      'open',
      'add',
      'submit',
      'adopt',
    ]);
    expect(await adoptionOf(office.store, 'CN1')).to.include({ total: classes.length, fault: null });
    const waiting = await countWaitingPrints(office.store, 'CN1');
    await carryOutAdoption(office.tools, 'CN1', () => {});
    expect(office.printer.jobs).to.have.length(classes.length - waiting);
    expect((await recordHead(office.store)).seq).to.equal(head.seq + 2 * classes.length + 1);
    for (const number of classes)
      expect(await latest(office, number)).to.include({ number: 2, action: 'CN1' });
    expect(await revisionsOf(office.store, 'action', 'CN1')).to.have.length(1);
    expect(await countWaitingPrints(office.store, 'CN1')).to.equal(0);
    await office.close();
    expect(verify(file, [])).to.have.property('verdict', 'intact');
    return waiting;
  }

  for (const count of [1, 2, 7, 12]) {
    it(`at print ${count} keeps what was printed, and nothing else`, async () => {
      const file = folder.file(`print-${count}.db`);
      expect(runOn(file, 'print', count).signal).to.equal('SIGKILL');
      expect(await holdsNothingAndGoesOn(file)).to.be.within(Math.max(0, count - 2), count - 1);
    });
  }

  it('at any write of the recording keeps every print, and nothing else', async () => {
    const writes = countWrites();
    expect(writes).to.be.greaterThan(6 * classes.length);
    for (const count of effort(
      [1, Math.floor(writes / 2), writes],
      [1, 2, 3, Math.floor(writes / 2), writes - 3, writes],
    )) {
      const file = folder.file(`write-${count}.db`);
      expect(runOn(file, 'write', count).signal, `write ${count}`).to.equal('SIGKILL');
      expect(await holdsNothingAndGoesOn(file), `write ${count}`).to.equal(classes.length);
    }
  });
});
