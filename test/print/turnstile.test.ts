// So many at once, so many waiting, first come first served, and no place lost whoever leaves how.

import { expect } from 'chai';
import fc from 'fast-check';
import { Refusal } from '../../server/errors.ts';
import { Turnstile } from '../../server/print/turnstile.ts';
import { rejection } from './print-room.ts';

describe('The turnstile', () => {
  it('lets the first waiting in when somebody leaves', async () => {
    const turnstile = new Turnstile(1, 2);
    const leave = await turnstile.enter();
    const order: string[] = [];
    const second = turnstile.enter().then((out) => (order.push('second'), out));
    const third = turnstile.enter().then((out) => (order.push('third'), out));
    leave();
    (await second)();
    (await third)();
    expect(order).to.deep.equal(['second', 'third']);
    expect(turnstile).to.include({ inside: 0, waiting: 0 });
  });

  it('forgets whoever gives up waiting', async () => {
    const turnstile = new Turnstile(1, 1);
    const leave = await turnstile.enter();
    const patience = new AbortController();
    const waiting = rejection(turnstile.enter(patience.signal));
    patience.abort(new Error('enough'));
    expect(await waiting).to.have.property('message', 'enough');
    expect(turnstile.waiting).to.equal(0);
    leave();
    (await turnstile.enter())();
  });

  it('closed, turns away those who wait and empties', async () => {
    const turnstile = new Turnstile(1, 1);
    const leave = await turnstile.enter();
    const waiting = rejection(turnstile.enter());
    const closed = turnstile.close();
    expect(await waiting)
      .to.be.instanceOf(Refusal)
      .with.property('code', 'printer-unavailable');
    leave();
    await closed;
    expect(await rejection(turnstile.enter())).to.be.instanceOf(Refusal);
  });

  it('never has more inside or waiting than it may, and empties in the end', async () => {
    const sizes = fc.record({
      atOnce: fc.integer({ min: 1, max: 4 }),
      mayWait: fc.integer({ min: 0, max: 4 }),
      comers: fc.integer({ min: 0, max: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(sizes, async ({ atOnce, mayWait, comers }) => {
        const turnstile = new Turnstile(atOnce, mayWait);
        const visits = Array.from({ length: comers }, async () => {
          const leave = await turnstile.enter();
          expect(turnstile.inside).to.be.at.most(atOnce);
          expect(turnstile.waiting).to.be.at.most(mayWait);
          leave();
        });
        const results = await Promise.allSettled(visits);
        expect(results.filter(({ status }) => status === 'fulfilled')).to.have.length(
          Math.min(comers, atOnce + mayWait),
        );
        expect(turnstile).to.include({ inside: 0, waiting: 0 });
      }),
    );
  });
});
