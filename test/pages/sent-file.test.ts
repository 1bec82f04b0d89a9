// The file of a form: whoever sends it too slowly is answered, and not waited for.
import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import express, { type NextFunction, type Request, type Response } from 'express';
import { Refusal } from '../../server/errors.ts';
import { readFile } from '../../server/pages/sent-file.ts';

describe('a file that is sent', () => {
  it('must arrive in time', async () => {
    const app = express();
    app.post('/', readFile(50), (_request, response) => void response.send('read'));
    app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
      if (!(error instanceof Refusal)) throw error;
      response.status(error.status).send(error.detail);
    });
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const sending = request({
      port: (server.address() as AddressInfo).port,
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x', 'Content-Length': '1000' },
    });
    sending.on('error', () => {});
    sending.write('--x\r\n');
    const [answer] = (await once(sending, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
    let body = '';
    for await (const chunk of answer) body += String(chunk);
    expect([answer.statusCode, body]).to.deep.equal([400, 'The file did not arrive within 0.05 seconds.']);
    sending.destroy();
    server.close();
    await once(server, 'close');
  });
});
