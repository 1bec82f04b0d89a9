// How far a long command is, on the error stream: one line that is written over on a terminal, a line each elsewhere.

export function tellProgress(what: string, done: number, total: number): void {
  const line = `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} ${what}`;
  const isLast = done === total;
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}${isLast ? '\n' : ''}`);
  else process.stderr.write(`${line}\n`);
}
