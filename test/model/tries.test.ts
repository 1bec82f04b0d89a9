// Tries to sign in: counted by address and name, and by address; forgiven when they succeed; bounded in memory.
import { expect } from 'chai';
import { makeTries, networkOf, triesLimits } from '../../server/model/tries.ts';

const start = new Date('2026-11-22T15:00:00.000Z');
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);

describe('tries to sign in', () => {
  it('ten for a name from an address, then refused until the window ends', () => {
    const tries = makeTries();
    for (let each = 0; each < 10; each += 1)
      expect(tries.note(start, '192.0.2.1', 'a@b').isAllowed).to.equal(true);
    expect(tries.note(later(60), '192.0.2.1', 'a@b')).to.deep.equal({
      isAllowed: false,
      isFirstRefused: true,
      waitSeconds: 840,
    });
    expect(tries.note(later(61), '192.0.2.1', 'a@b')).to.deep.include({
      isAllowed: false,
      isFirstRefused: false,
    });
    expect(tries.note(later(61), '192.0.2.1', 'c@d').isAllowed).to.equal(true);
    expect(tries.note(later(61), '192.0.2.2', 'a@b').isAllowed).to.equal(true);
    expect(tries.note(later(triesLimits.windowSeconds), '192.0.2.1', 'a@b').isAllowed).to.equal(true);
  });

  it('a hundred from an address, whatever the names', () => {
    const tries = makeTries();
    for (let each = 0; each < 100; each += 1)
      expect(tries.note(start, '192.0.2.1', `${each}@b`).isAllowed).to.equal(true);
    expect(tries.note(start, '192.0.2.1', 'new@b')).to.deep.include({
      isAllowed: false,
      isFirstRefused: true,
    });
    expect(tries.note(start, '192.0.2.1', null).isAllowed).to.equal(false);
  });

  it('a try that succeeded is forgiven', () => {
    const tries = makeTries();
    for (let each = 0; each < 50; each += 1) {
      expect(tries.note(start, '192.0.2.1', 'a@b').isAllowed).to.equal(true);
      tries.forgive('192.0.2.1', 'a@b');
    }
  });

  it('remembers no more than its bound, the latest first', () => {
    const tries = makeTries({ windowSeconds: 60, perName: 1, perAddress: 1, remembered: 4 });
    tries.note(start, 'one', null);
    for (const address of ['two', 'three', 'four', 'five']) tries.note(start, address, null);
    expect(tries.note(start, 'five', null).isAllowed).to.equal(false);
    expect(tries.note(start, 'one', null).isAllowed).to.equal(true);
  });

  it('what is refused pushes nobody out of its memory, whatever names are tried', () => {
    const tries = makeTries({ windowSeconds: 60, perName: 1, perAddress: 2, remembered: 6 });
    tries.note(start, '192.0.2.1', 'a@b');
    for (let each = 0; each < 50; each += 1) tries.note(start, '192.0.2.66', `${each}@b`);
    expect(tries.note(start, '192.0.2.1', 'a@b')).to.deep.include({ isAllowed: false, isFirstRefused: true });
  });

  it('a name is one name however it is written', () => {
    const tries = makeTries({ ...triesLimits, perName: 1 });
    tries.note(start, '192.0.2.1', 'A@b');
    expect(tries.note(start, '192.0.2.1', 'a@B').isAllowed).to.equal(false);
  });

  it('one holder of an IPv6 network counts as one', () => {
    const same = ['2001:db8:1:2::1', '2001:db8:1:2:ffff::', '2001:DB8:1:2:0:0:0:9', '2001:db8:1:2::9%eth0'];
    expect(new Set(same.map(networkOf))).to.deep.equal(new Set(['2001:db8:1:2::/64']));
    expect(networkOf('2001:db8:1:3::1')).to.equal('2001:db8:1:3::/64');
    expect(networkOf('::1')).to.equal('0:0:0:0::/64');
    expect(networkOf('::ffff:192.0.2.1')).to.equal('192.0.2.1');
    expect(networkOf('192.0.2.1')).to.equal('192.0.2.1');
    expect(networkOf('')).to.equal('');
  });
});
