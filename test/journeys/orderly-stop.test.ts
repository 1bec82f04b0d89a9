// The server is told to stop while somebody sends a form and never finishes: it ends in order all the same, with a last
// checkpoint and the log of the database taken in.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { runCommand } from '../scripts/command.ts';
import { temporaryFolder } from '../store/record-room.ts';

const root = new URL('../../', import.meta.url).pathname;

describe('a stop', () => {
  const folder = temporaryFolder();
  const plan = folder.file('plan.db');
  const checkpoints = folder.file('plan.checkpoints.txt');
  after(() => folder.remove());

  it('is orderly whoever is slow', async () => {
    expect(runCommand('new-plan', plan, '--employer', 'City of Larkhaven').status).to.equal(0);
    const env = { ...process.env, DATABASE_URL: `sqlite:${plan}`, PORT: '0', LOG_LEVEL: 'silent' };
    const server = spawn(process.execPath, ['server/main.ts'], { cwd: root, env });
    const ended = once(server, 'close') as Promise<[number | null]>;
    const [welcome] = (await once(createInterface(server.stdout), 'line')) as [string];
    const port = Number(/localhost:(\d+)/.exec(welcome)?.[1]);
    const client = connect(port, '127.0.0.1').on('error', () => {});
    await once(client, 'connect');
    client.write('POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n');
    client.write('Content-Type: application/x-www-form-urlencoded\r\nExpect: 100-continue\r\n\r\n');
    await once(client, 'data');
    rmSync(checkpoints);
    server.kill('SIGTERM');
    const [status] = await ended;
    client.destroy();
    expect(status).to.equal(0);
    expect(existsSync(`${plan}-wal`)).to.equal(false);
    expect(readFileSync(checkpoints, 'utf8')).to.match(/\/record\n1\n/);
  });
});
