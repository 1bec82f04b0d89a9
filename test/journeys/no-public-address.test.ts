// A server that does not know the address of the public prints official PDFs without a QR code, for ever: it says so at its
// start, once, with what to do.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { runCommand } from '../scripts/command.ts';
import { temporaryFolder } from '../store/record-room.ts';

const root = new URL('../../', import.meta.url).pathname;

describe('a start', () => {
  const folder = temporaryFolder();
  const plan = folder.file('plan.db');
  before(() => expect(runCommand('new-plan', plan, '--employer', 'City of Larkhaven').status).to.equal(0));
  after(() => folder.remove());

  /** What the log holds of a server that began and was stopped. */
  async function logOf(PUBLIC_URL: string): Promise<{ level: number; msg: string }[]> {
    const env = { ...process.env, DATABASE_URL: `sqlite:${plan}`, PORT: '0', LOG_LEVEL: 'warn', PUBLIC_URL };
    const server = spawn(process.execPath, ['server/main.ts'], { cwd: root, env });
    const ended = once(server, 'close');
    const lines: string[] = [];
    for await (const line of createInterface(server.stdout)) {
      lines.push(line);
      if (line.startsWith('Classplan serves')) server.kill('SIGTERM');
    }
    await ended;
    return lines.flatMap((line) =>
      line.startsWith('{') ? [JSON.parse(line) as { level: number; msg: string }] : [],
    );
  }

  it('without PUBLIC_URL warns of it once, with what to do', async () => {
    const [warning, ...more] = await logOf('');
    expect(warning?.level).to.equal(40);
    expect(warning?.msg).to.match(/^PUBLIC_URL is not set: .* no QR code .* Set it to the address/);
    expect(more).to.deep.equal([]);
  });

  it('with PUBLIC_URL has nothing to warn of', async () => {
    expect(await logOf('https://classes.example.gov')).to.deep.equal([]);
  });
});
