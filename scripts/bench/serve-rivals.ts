// What our serving is measured against, each on loopback and ended afterwards: nginx with a file, Express with a string; and
// wrk, which asks.
import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import express from 'express';

export interface Rival {
  readonly address: string;
  readonly close: () => Promise<void>;
}

const connections = 16;
const seconds = 4;

export function hasProgram(name: string): boolean {
  return spawnSync('which', [name]).status === 0;
}

/** Requests a second that are answered 200. */
export async function wrkRate(address: string): Promise<number> {
  const words = ['-t1', `-c${connections}`, `-d${seconds}s`, '-H', 'Accept-Encoding: gzip', address];
  const { stdout } = await promisify(execFile)('wrk', words, { timeout: (seconds + 20) * 1000 });
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`wrk met errors at ${address}: ${stdout}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1] ?? 0);
}

export async function serveConstant(text: string): Promise<Rival> {
  const app = express();
  app.get('/', (_request, response) => void response.type('html').send(text));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
      return Promise.resolve();
    },
  };
}

/** One worker, as we are one process; no log. */
export async function serveFile(bytes: Uint8Array): Promise<Rival> {
  const folder = mkdtempSync(join(tmpdir(), 'classplan-nginx-'));
  const port = await freePort();
  writeFileSync(join(folder, 'file.pdf'), bytes);
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port));
  const child = spawn('nginx', ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const address = `http://127.0.0.1:${port}/file.pdf`;
  await untilAnswers(address);
  return {
    address,
    close: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

function configuration(folder: string, port: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const asRoot = process.getuid?.() === 0 ? 'user root;' : '';
  return `${asRoot} daemon off; worker_processes 1; pid ${folder}/nginx.pid;
events { worker_connections 256; }
http { ${temporary.join(' ')} access_log off; sendfile on; types { application/pdf pdf; }
  server { listen 127.0.0.1:${port}; root ${folder}; } }`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilAnswers(address: string): Promise<void> {
  for (let tries = 0; tries < 2000; tries += 1) {
    const answer = await fetch(address).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
  }
  throw new Error(`Nothing answers at ${address}`);
}
