// Documents in preparation: whoever asks is answered in time, one print serves all who ask, failures are told once.
import { expect } from 'chai';
import { Preparation } from '../../server/documents/in-preparation.ts';
import type { LatelyPrinted } from '../../server/documents/printed-lately.ts';
import { Refusal } from '../../server/errors.ts';

const printed: LatelyPrinted = { bytes: new Uint8Array([1]), sha256: 'a', pages: 1 };
const limits = { atOnce: 1, mayWait: 1, patienceMs: 0 };

describe('documents in preparation', () => {
  it('come at once where they are quick', async () => {
    const desk = new Preparation({ ...limits, patienceMs: 5000 });
    expect(await desk.take('a', () => Promise.resolve(printed))).to.equal(printed);
  });

  it('are not waited for, and are there when asked for later', async () => {
    const desk = new Preparation(limits);
    const print = Promise.withResolvers<LatelyPrinted>();
    let begun = 0;
    const work = () => ((begun += 1), print.promise);
    expect(await desk.take('a', work)).to.equal(null);
    expect(await desk.take('a', work)).to.equal(null);
    print.resolve(printed);
    const patient = desk.take('a', work);
    expect(await patient).to.equal(printed);
    expect(begun).to.equal(1);
  });

  it('tell a failure to the next who asks, and then begin again', async () => {
    const desk = new Preparation(limits);
    const print = Promise.withResolvers<LatelyPrinted>();
    expect(await desk.take('a', () => print.promise)).to.equal(null);
    print.reject(new Error('no paper'));
    await print.promise.catch(() => undefined);
    const failure = await desk.take('a', () => Promise.resolve(printed)).catch((error: unknown) => error);
    expect(failure).to.have.property('message', 'no paper');
    expect(await desk.take('a', () => Promise.resolve(printed))).to.equal(printed);
  });

  it('wait for one another, and one too many is refused', async () => {
    const desk = new Preparation(limits);
    const never = new Promise<LatelyPrinted>(() => undefined);
    expect(await desk.take('a', () => never)).to.equal(null);
    expect(await desk.take('b', () => never)).to.equal(null);
    const refused = await desk.take('c', () => never).catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(Refusal).with.property('code', 'printer-busy');
  });
});
