// What the browser is started with: flags that reach nothing, the sandbox, and none of the server's secrets.

import { expect } from 'chai';
import { fontFaces } from '../../server/print/fonts.ts';
import { groupMemoryMb } from '../../server/print/group-memory.ts';
import { launchOptions } from '../../server/print/options.ts';
import { hasProc } from './print-room.ts';

const settings = { executablePath: '/usr/bin/chromium' };

describe('The launch options', () => {
  it('keep the sandbox for everybody but uid 0', () => {
    expect(launchOptions({ ...settings, asRoot: false }).args).to.not.include('--no-sandbox');
    expect(launchOptions({ ...settings, asRoot: true }).args).to.include('--no-sandbox');
  });

  it('let no name resolve and send even loopback to a dead proxy', () => {
    expect(launchOptions({ ...settings, asRoot: false }).args).to.include.members([
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--proxy-server=http://127.0.0.1:9',
      '--proxy-bypass-list=<-loopback>',
    ]);
  });

  it('leave it to the printer how long a document may take', () => {
    expect(launchOptions({ ...settings, asRoot: false }).protocolTimeout).to.equal(0);
  });

  it('keep the secrets of the server from the browser', () => {
    process.env['SESSION_SECRET'] = 'the secret of the test';
    try {
      const { env } = launchOptions({ ...settings, asRoot: false });
      expect(JSON.stringify(env)).to.not.include('the secret of the test');
      expect(env).to.include({ PATH: process.env['PATH'], TZ: 'UTC' });
    } finally {
      delete process.env['SESSION_SECRET'];
    }
  });
});

describe('The font faces', () => {
  it('are six, all data', () => {
    expect(fontFaces().match(/@font-face/g)).to.have.length(6);
    expect(fontFaces().match(/src:url\(data:font\/woff2;base64,/g)).to.have.length(6);
    expect(fontFaces()).to.equal(fontFaces());
  });
});

describe('The memory of a process group', () => {
  it('is more than nothing for a living group, nothing for none', async function () {
    if (!hasProc) return this.skip();
    const group = Number(/NSpgid:\s+(\d+)/.exec(await status())?.[1]);
    expect(await groupMemoryMb(group)).to.be.greaterThan(10);
    expect(await groupMemoryMb(2 ** 30)).to.equal(0);
  });
});

async function status(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile('/proc/self/status', 'latin1');
}
