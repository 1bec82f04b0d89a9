// Reads a secret: from the keyboard without showing it, or from what another program writes to standard input.
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { UsageError } from './command-line.ts';

export async function readSecret(prompt: string, { fromInput }: { fromInput: boolean }): Promise<string> {
  if (fromInput) return (await wholeInput()).replace(/\r?\n$/, '');
  if (!process.stdin.isTTY)
    throw new UsageError('There is no keyboard to ask at. Send the password with --password-stdin.');
  process.stderr.write(prompt);
  const secret = await oneLine();
  process.stderr.write('\n');
  return secret;
}

async function wholeInput(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** The line editor writes what is typed into nothing. */
function oneLine(): Promise<string> {
  const nothing = new Writable({ write: (_part, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nothing, terminal: true });
  return new Promise((resolve, reject) => {
    lines.once('line', (line) => {
      lines.close();
      resolve(line);
    });
    lines.once('SIGINT', () => {
      lines.close();
      reject(new UsageError('Stopped. Nothing was changed.'));
    });
  });
}
