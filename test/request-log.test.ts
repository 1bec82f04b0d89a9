// The request log says what was answered and to what path; no cookie, password, header, query or address of a visitor
// is ever in it.
import { expect } from 'chai';
import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { makeApp } from '../server/app.ts';
import { readDemonstrationPeople } from '../server/imports/sample-plan.ts';
import { requestLog } from '../server/request-log.ts';
import { sampleStore, type Served, sendForm, signedIn, toolsWith } from './tools.ts';

interface Line {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

describe('the request log', () => {
  let text = '';
  let site: Served;

  before(async () => {
    const log = pino({ level: 'trace' }, { write: (line: string) => keep(line) });
    const tools = toolsWith(await sampleStore());
    const server = makeApp(tools, [requestLog(log)]).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const close = async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      await tools.store.close();
    };
    site = { address: `http://127.0.0.1:${port}`, tools, close };
  });
  after(() => site.close());

  const written = new EventEmitter();
  function keep(line: string): void {
    text += line;
    written.emit('line');
  }

  /** A line is written when the answer has left, which may be after the asker has it. */
  async function linesReach(count: number): Promise<void> {
    while (lines().length < count) await once(written, 'line');
  }

  const lines = () =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);

  it('has a line for each request, and nothing that opens a door', async () => {
    const analyst = await signedIn(site, 'analyst');
    await analyst('/manage?knownAt=query-words', { headers: { 'X-Secret': 'header-words' } });
    await fetch(`${site.address}/sign-in/oidc/return?code=provider-code&state=provider-state`);
    await sendForm(site, '/sign-in', { email: 'typed@city.gov', password: 'typed password words' });
    await linesReach(4);
    const told = lines().map(({ method, path, status }) => `${method} ${path} ${status}`);
    expect(told).to.deep.equal([
      'POST /sign-in 303',
      'GET /manage 200',
      'GET /sign-in/oidc/return 404',
      'POST /sign-in 422',
    ]);
    const cookie = analyst.cookie.slice(analyst.cookie.indexOf('=') + 1);
    const { passphrase } = readDemonstrationPeople();
    const secrets = [cookie, cookie.slice(4, 36), passphrase, 'typed', 'provider-', '-words', '127.0.0.1'];
    for (const secret of secrets) expect(text).to.not.contain(secret);
    expect(text).to.not.match(/cookie|authorization|headers|\?/i);
  });

  it('has an id of its own and a duration in each line', () => {
    const names = ['level', 'time', 'pid', 'hostname', 'request', 'method', 'path', 'status', 'milliseconds'];
    for (const line of lines()) expect(line).to.have.all.keys(...names, 'msg');
    const ids = lines().map((line) => (line as Line & { request: unknown }).request);
    expect(new Set(ids).size).to.equal(ids.length);
  });
});
