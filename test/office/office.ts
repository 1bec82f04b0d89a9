// LibreOffice, where it is installed: one process reads all the documents of a folder, in bounded time, and is ended by its
// own number.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { fileURLToPath, pathToFileURL } from 'node:url';

const reader = fileURLToPath(new URL('take-changes.py', import.meta.url));
const mostTime = 10 * 60_000;

/** The Python that knows LibreOffice; what is missing, in a sentence. */
export function officePython(): { python: string } | { missing: string } {
  const works = (command: string, ...values: string[]) => spawnSync(command, values).status === 0;
  if (!works('soffice', '--version')) return { missing: 'LibreOffice (soffice) is not installed.' };
  const python = ['/usr/bin/python3', 'python3'].find((each) => works(each, '-c', 'import uno'));
  return python ? { python } : { missing: 'No Python has the UNO bridge of LibreOffice (python3-uno).' };
}

/** The text of each document by its name: 'NAME.accepted', and 'NAME.rejected' where NAME ends in '-redline'. */
export async function readInOffice(
  python: string,
  documents: ReadonlyMap<string, Uint8Array>,
): Promise<(name: string) => string> {
  const folder = mkdtempSync(join(tmpdir(), 'classplan-office-'));
  const pipe = `classplan-${process.pid}`;
  for (const [name, bytes] of documents) writeFileSync(join(folder, `${name}.docx`), bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const listening = ['--headless', '--norestore', profile, `--accept=pipe,name=${pipe};urp;`];
  const office = spawn('soffice', listening, { stdio: 'ignore', detached: true });
  const ended = once(office, 'exit');
  try {
    const reading = spawn(python, [reader, pipe, folder], { stdio: 'inherit', timeout: mostTime });
    const [status] = (await once(reading, 'exit')) as [number | null];
    if (status !== 0) throw new Error('LibreOffice did not read all the documents');
    const texts = new Map([...documents.keys()].flatMap((name) => textsOf(folder, name)));
    return (name) => texts.get(name) ?? '';
  } finally {
    end(office.pid);
    await ended;
    rmSync(folder, { recursive: true });
  }
}

function textsOf(folder: string, name: string): [string, string][] {
  const sides = name.endsWith('-redline') ? ['accepted', 'rejected'] : ['accepted'];
  return sides.map((side) => [`${name}.${side}`, readFileSync(join(folder, `${name}.${side}.txt`), 'utf8')]);
}

/** With what it has started itself; it may have ended on its own. */
function end(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
