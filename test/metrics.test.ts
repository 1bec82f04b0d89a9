// The measurements say what was answered by the pattern of its path, and nothing of who asked or for what.
import { expect } from 'chai';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeApp } from '../server/app.ts';
import { makeMetrics, serveMetrics } from '../server/metrics.ts';
import { fakePrinter, sampleStore, toolsWith } from './tools.ts';

describe('the measurements', () => {
  let servers: Server[];
  let [site, measured] = ['', ''];

  before(async () => {
    const tools = toolsWith(await sampleStore());
    const metrics = makeMetrics(fakePrinter());
    servers = [makeApp(tools, [metrics.watch]).listen(0, '127.0.0.1'), serveMetrics(metrics, 0, '127.0.0.1')];
    [site = '', measured = ''] = await Promise.all(
      servers.map(async (server) => {
        await once(server, 'listening');
        return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      }),
    );
  });
  after(() => {
    for (const server of servers) server.close().closeAllConnections();
  });

  const metrics = async () => (await fetch(`${measured}/metrics`)).text();

  it('count answers by method, pattern and status, those given again apart', async () => {
    await (await fetch(`${site}/classes/CI2788?on=2020-01-01`)).text();
    await (await fetch(`${site}/classes/CI2788?on=2020-01-01`)).text();
    await (await fetch(`${site}/no-such-page`, { method: 'PROPFIND' })).text();
    const text = await metrics();
    expect(text).to.contain(
      'classplan_request_seconds_count{method="GET",route="/classes/:code",status="200"} 1',
    );
    expect(text).to.contain('classplan_request_seconds_count{method="GET",route="kept",status="200"} 1');
    expect(text).to.match(/method="other",route="[^"]*",status="40\d"} 1/);
    expect(text).to.not.contain('CI2788').and.not.contain('no-such-page');
  });

  it('say how the printer and the process are', async () => {
    const text = await metrics();
    expect(text).to.contain('classplan_printer_waiting 0').and.contain('process_resident_memory_bytes');
  });

  it('are at one address and on no other port', async () => {
    expect((await fetch(`${measured}/`)).status).to.equal(404);
    expect((await fetch(`${site}/metrics`)).status).to.equal(404);
  });
});
