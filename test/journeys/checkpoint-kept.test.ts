// The keeper's journey: the server starts, signs and stops; what stands in the checkpoint file, and what somebody saved
// from the page, both hold against the database later.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import type { PublishedCheckpoint } from '../../schemas/types.ts';
import { runCommand } from '../scripts/command.ts';
import { temporaryFolder, writeRecord } from '../store/record-room.ts';

const root = new URL('../../', import.meta.url).pathname;

describe('a checkpoint that is kept', () => {
  const folder = temporaryFolder();
  const plan = folder.file('plan.db');
  const key = folder.file('key.pem');
  const file = folder.file('evidence.txt');
  const settings = { CHECKPOINT_KEY: key, CHECKPOINT_FILE: file };
  after(() => folder.remove());

  before(() => {
    const { status, stderr } = runCommand('new-plan', plan, '--employer', 'City of Larkhaven');
    expect(status, stderr).to.equal(0);
    const made = runCommand('checkpoint-key', plan, key);
    expect([made.status, made.stderr]).to.deep.equal([0, '']);
    expect(made.stdout).to.match(/-----BEGIN PUBLIC KEY-----\n[^]*-----END PUBLIC KEY-----\n$/);
    expect(made.stdout).not.to.match(/PRIVATE/);
    expect(runCommand('checkpoint-key', plan, key).stderr).to.match(
      /already exists, and nothing is written over/,
    );
  });

  it('holds later, from the page and from the file', async () => {
    const server = start(settings);
    const address = await server.address;
    const published = (await (await fetch(`${address}/checkpoint.json`)).json()) as PublishedCheckpoint;
    expect(await server.stop()).to.equal(0);
    expect(published).to.deep.include({ origin: 'localhost/record', size: 1 });
    expect(readFileSync(file, 'utf8')).to.equal(published.note);
    const [saved, savedKey] = [folder.file('saved.txt'), folder.file('saved.pem')];
    writeFileSync(saved, published.note);
    writeFileSync(savedKey, published.publicKey);
    const words = ['--checkpoint', saved, '--checkpoint', file, '--key', savedKey];
    expect(runCommand('verify', plan, plan, ...words).stdout).to.match(/^Intact: 1 entries/);
    const other = folder.file('other.db');
    await writeRecord(other, 4);
    expect(runCommand('verify', other, other, ...words).stdout).to.match(
      /^Rewritten: .* entry 1 is not the one/,
    );
  });

  it('is not given where it cannot be: the server does not start, and says why', async () => {
    const nowhere = start({ ...settings, CHECKPOINT_FILE: folder.file('not-mounted/evidence.txt') });
    expect(await nowhere.refused).to.match(/^Classplan does not start: CHECKPOINT_FILE must name a file/);
    const secret = { SESSION_SECRET: 'a secret for tests that signs their cookies' };
    const keyless = start({ ...secret, NODE_ENV: 'production', CHECKPOINT_KEY: folder.file('no.pem') });
    expect(await keyless.refused).to.match(
      /^Classplan does not start: CHECKPOINT_KEY must name a file that exists/,
    );
  });

  function start(changed: NodeJS.ProcessEnv) {
    const environment = {
      ...process.env,
      LOG_LEVEL: 'silent',
      PORT: '0',
      DATABASE_URL: `sqlite:${plan}`,
      ...changed,
    };
    const server = spawn(process.execPath, ['server/main.ts'], { cwd: root, env: environment });
    let said = '';
    const ended = once(server, 'close').then(([status]) => status as number | null);
    const address = new Promise<string>((resolve) => {
      for (const lines of [createInterface(server.stdout), createInterface(server.stderr)])
        lines.on('line', (line) => {
          said += `${line}\n`;
          const found = /serves (http:\S+?)\. /.exec(line)?.[1];
          if (found) resolve(found);
        });
    });
    return {
      address: Promise.race([
        address,
        ended.then(() => {
          throw new Error(`The server ended: ${said}`);
        }),
      ]),
      refused: ended.then((status) => `${status === 1 ? '' : `status ${status}: `}${said}`),
      stop: () => {
        server.kill('SIGTERM');
        return ended;
      },
    };
  }
});
