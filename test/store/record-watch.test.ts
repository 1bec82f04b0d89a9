// A running server verifies its record beside its work: it tells an intact one from one that was altered behind its back, and
// /readyz says so.
import { expect } from 'chai';
import { type RecordWatch, unwatched, watchRecord } from '../../server/store/record-watch.ts';
import { openStore } from '../../server/store/open.ts';
import { sampleStore, serve, toolsWith } from '../tools.ts';
import { append, dropTriggers, temporaryFolder, textEntry, withRaw } from './record-room.ts';

interface Told {
  readonly level: 'info' | 'error';
  readonly message: string;
}

describe('the watch over the record', () => {
  const folder = temporaryFolder();
  const plan = folder.file('plan.db');
  after(() => folder.remove());
  before(async () => {
    const store = await openStore(plan);
    for (const id of ['one', 'two', 'three']) await append(store, textEntry(id, `Text of ${id}.`));
    await store.close();
  });

  /** What is told of a file, and the watch when it has told it. */
  async function watched(file: string): Promise<[Told, RecordWatch]> {
    const told = Promise.withResolvers<Told>();
    const watch = watchRecord(file, {
      info: (_fields, message) => told.resolve({ level: 'info', message }),
      error: (_fields, message) => told.resolve({ level: 'error', message }),
    });
    expect(watch.verdict()).to.equal('being verified');
    watch.begin();
    const first = await told.promise;
    await watch.end();
    return [first, watch];
  }

  it('finds an intact one intact, also while it is open', async () => {
    const store = await openStore(plan);
    const [told, watch] = await watched(plan);
    expect(told.level).to.equal('info');
    expect(told.message).to.match(/^Intact: 3 entries/);
    expect(watch.verdict()).to.equal('intact');
    await store.close();
  });

  it('names the entry that was altered', async () => {
    withRaw(plan, (database) => {
      dropTriggers(database);
      database.exec("update revisions set body = replace(body, 'two', 'too') where seq = 2");
    });
    const [told, watch] = await watched(plan);
    expect(told).to.deep.include({ level: 'error' });
    expect(told.message).to.contain('Altered at 2');
    expect(watch.verdict()).to.equal('altered');
  });

  it('says where there is nothing that could be verified', async () => {
    const [told, watch] = await watched(folder.file('nothing.db'));
    expect(told).to.deep.equal({ level: 'error', message: 'The record could not be verified' });
    expect(watch.verdict()).to.equal('unverified');
  });

  it('is told by /readyz', async () => {
    const store = await sampleStore();
    let verdict: ReturnType<RecordWatch['verdict']> = 'being verified';
    const site = await serve(toolsWith(store, { recordWatch: { ...unwatched, verdict: () => verdict } }));
    expect((await fetch(`${site.address}/readyz`)).status).to.equal(200);
    verdict = 'altered';
    const answer = await fetch(`${site.address}/readyz`);
    expect(answer.status).to.equal(503);
    expect(await answer.json())
      .to.have.property('record')
      .that.includes({ verdict: 'altered' });
    await site.close();
  });
});
