// Two at a time: never more, each entry once, and after a failure nothing goes on behind anybody's back.
import { expect } from 'chai';
import { inPairs } from '../../server/print/in-pairs.ts';

describe('work in pairs', () => {
  const entries = Array.from({ length: 9 }, (_, index) => index);
  const tick = () => new Promise((resolve) => setImmediate(resolve));

  it('does each entry once, two at a time', async () => {
    const done: number[] = [];
    let [running, most] = [0, 0];
    await inPairs(entries, async (entry) => {
      most = Math.max(most, (running += 1));
      await tick();
      running -= 1;
      done.push(entry);
    });
    expect(done).to.have.members(entries);
    expect(most).to.equal(2);
  });

  it('begins nothing after a failure, and fails when all has ended', async () => {
    const begun: number[] = [];
    let running = 0;
    const failure = await inPairs(entries, async (entry) => {
      begun.push(entry);
      running += 1;
      await tick();
      if (entry !== 2) await tick();
      running -= 1;
      if (entry === 2) throw new Error('paper jam');
    }).catch((error: unknown) => error);
    expect(failure).to.have.property('message', 'paper jam');
    expect(running).to.equal(0);
    const count = begun.length;
    await tick();
    expect(begun).to.have.length(count);
    expect(count).to.be.at.most(4);
  });

  it('begins nothing after it was told to stop', async () => {
    const stopping = new AbortController();
    const begun: number[] = [];
    await inPairs(
      entries,
      async (entry) => {
        begun.push(entry);
        await tick();
        if (entry === 3) stopping.abort();
      },
      stopping.signal,
    );
    expect(begun.length).to.be.within(4, 5);
  });
});
