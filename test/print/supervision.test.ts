// The browser as a supervised process: it may be killed, stopped, crash or grow, and the printer goes on; the
// printer never leaves a process or a profile behind.

import { expect } from 'chai';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../../server/errors.ts';
import type { Printer, PrinterSettings } from '../../server/print/printer.ts';
import { longIt } from '../effort.ts';
import {
  groupEnds,
  hasProc,
  interrupted,
  job,
  pidOf,
  printerWith,
  processesOf,
  profileOf,
  rejection,
  renderersOf,
} from './print-room.ts';

describe('The supervised browser', function () {
  this.timeout(60_000);
  let printer: Printer;

  function open(settings: Partial<PrinterSettings> = {}): Printer {
    return (printer = printerWith(settings));
  }
  afterEach(() => printer.close());

  function kill(pid: number, signal: NodeJS.Signals = 'SIGKILL'): void {
    process.kill(pid, signal);
  }

  function codeOf(reason: unknown): string {
    return reason instanceof Refusal ? reason.code : String(reason);
  }

  it('starts with the first job, not before', async () => {
    open();
    expect(printer.health()).to.include({ state: 'idle', pid: null });
    await printer.print(job);
    expect(printer.health()).to.include({ state: 'ready', printed: 1, restarts: 0 });
  });

  it('killed during a job: the job ends well on a fresh one', async () => {
    open();
    const killed: number[] = [];
    const deadly = interrupted(() => {
      if (killed.length > 0) return;
      killed.push(pidOf(printer));
      kill(pidOf(printer));
    });
    expect((await printer.print(deadly)).pages).to.equal(3);
    expect(killed).to.have.length(1).and.not.include(pidOf(printer));
    expect(printer.health()).to.include({ printed: 1, failed: 0, restarts: 1 });
  });

  longIt('killed again on the second try: a refusal, and the next job works', async () => {
    open();
    const reason = await rejection(printer.print(interrupted(() => kill(pidOf(printer)))));
    expect(codeOf(reason)).to.equal('printer-unavailable');
    expect((await printer.print(job)).pages).to.equal(3);
    expect(printer.health()).to.include({ printed: 1, failed: 1, restarts: 2 });
  });

  longIt('losing a renderer: the job ends well on a fresh browser', async function () {
    if (!hasProc) return this.skip();
    open();
    let crashes = 0;
    const crash = (): void => {
      if ((crashes += 1) > 1) return;
      for (const { pid } of renderersOf(pidOf(printer))) kill(pid);
    };
    expect((await printer.print(interrupted(crash))).pages).to.equal(3);
    expect(crashes).to.equal(2);
  });

  it('hung: a refusal when the time is up, and the next job works', async function () {
    if (!hasProc) return this.skip();
    open({ jobTimeoutMs: 10_000 });
    await printer.print(job);
    const hung = pidOf(printer);
    const stop = (): void => {
      for (const { pid } of renderersOf(hung)) kill(pid, 'SIGSTOP');
    };
    const reason = await rejection(printer.print(interrupted(stop)));
    expect(codeOf(reason)).to.equal('printer-unavailable');
    expect(String((reason as Error).cause)).to.include('within 10000 ms');
    expect((await printer.print(job)).pages).to.equal(3);
    expect(pidOf(printer)).to.not.equal(hung);
    await printer.close();
    await groupEnds(hung);
  });

  longIt('is replaced after so many jobs', async () => {
    open({ restartAfterJobs: 2 });
    await printer.print(job);
    const first = pidOf(printer);
    await printer.print(job);
    await printer.print(job);
    expect(pidOf(printer)).to.not.equal(first);
    expect(printer.health()).to.include({ printed: 3, restarts: 1 });
  });

  longIt('is replaced when it has grown too large', async function () {
    if (!hasProc) return this.skip();
    const replaced = Promise.withResolvers<string>();
    const quiet = (): void => undefined;
    const info = (fields: object): void => {
      if ('reason' in fields) replaced.resolve(String(fields.reason));
    };
    open({ memoryLimitMb: 1, log: { info, warn: quiet, error: quiet } });
    await printer.print(job);
    expect(await replaced.promise).to.match(/^grown to \d{2,} MB$/);
    expect((await printer.print(job)).pages).to.equal(3);
  });

  it('that cannot be started: a refusal', async () => {
    for (const executablePath of [null, '/nowhere/chromium', '/bin/false']) {
      open({ executablePath });
      expect(codeOf(await rejection(printer.print(job)))).to.equal('printer-unavailable');
      expect(printer.health()).to.include({ state: 'unavailable', failed: 1, running: 0 });
    }
  });

  it('printing for somebody who goes away: it stops waiting, and the next job works', async () => {
    open({ tabs: 1 });
    const away = new AbortController();
    const gone = new Error('The reader went away');
    const reason = await rejection(
      printer.print(
        interrupted(() => away.abort(gone)),
        { signal: away.signal },
      ),
    );
    expect(reason).to.equal(gone);
    expect((await printer.print(job)).pages).to.equal(3);
    expect(printer.health()).to.include({ restarts: 0, running: 0, failed: 0 });
  });

  it('with a full queue: the next is refused at once, with a time to come back', async () => {
    open({ tabs: 1, queueLimit: 1 });
    const accepted = [printer.print(job), printer.print(job)];
    const reason = await rejection(printer.print(job));
    expect(codeOf(reason)).to.equal('printer-busy');
    expect((reason as Refusal).retryAfterSeconds).to.be.greaterThan(0);
    expect(printer.health()).to.include({ printed: 0, running: 1, waiting: 1 });
    expect((await Promise.all(accepted)).map(({ pages }) => pages)).to.deep.equal([3, 3]);
  });

  it('closed: its whole group is dead and its profile gone', async function () {
    if (!hasProc) return this.skip();
    open();
    await printer.print(job);
    const pid = pidOf(printer);
    const profile = profileOf(pid);
    expect(existsSync(profile)).to.equal(true);
    expect(processesOf(pid)).to.have.length.greaterThan(2);
    await printer.close();
    await groupEnds(pid);
    expect(existsSync(`/proc/${pid}`), 'no zombie of ours').to.equal(false);
    expect(existsSync(profile)).to.equal(false);
    expect(codeOf(await rejection(printer.print(job)))).to.equal('printer-unavailable');
  });

  it('closed while a job hangs: dead within three seconds, the job refused', async function () {
    if (!hasProc) return this.skip();
    open();
    const hung = Promise.withResolvers<number>();
    const refused = rejection(
      printer.print(
        interrupted(() => {
          const pid = pidOf(printer);
          kill(pid, 'SIGSTOP');
          hung.resolve(pid);
        }),
      ),
    );
    const pid = await hung.promise;
    const from = performance.now();
    await printer.close();
    expect(performance.now() - from).to.be.lessThan(3000);
    expect(codeOf(await refused)).to.equal('printer-unavailable');
    // What was killed takes a moment to be gone.
    await groupEnds(pid);
  });

  it('closed while a job runs: the job ends well first', async function () {
    // It has little more than a second to end, which a machine that is busy may not give it.
    this.retries(3);
    open();
    const closed = Promise.withResolvers<void>();
    const printed = printer.print(interrupted(() => closed.resolve(printer.close())));
    await closed.promise;
    expect((await printed).pages).to.equal(3);
    expect(printer.health()).to.include({ state: 'closed', pid: null, printed: 1 });
  });

  it('closed while it does not get started: no process is left', async function () {
    if (!hasProc) return this.skip();
    const folder = await mkdtemp(join(tmpdir(), 'never-ready-'));
    const executablePath = join(folder, 'browser');
    await writeFile(executablePath, `#!/bin/sh\necho $$ > ${folder}/pid\nexec sleep 100\n`, { mode: 0o755 });
    open({ executablePath });
    const refused = rejection(printer.print(job));
    await printer.close();
    expect(codeOf(await refused)).to.equal('printer-unavailable');
    const pid = Number(await readFile(join(folder, 'pid'), 'utf8'));
    await groupEnds(pid);
    await rm(folder, { recursive: true });
  });
});
