// veraPDF's profile of PDF/UA-1 over files, in one Java. What it needs and a machine may not have: a JDK, which runs the
// driver from its source, and the JAXB libraries that Java has left out since version 11.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../command-line.ts';

const install = 'Install both: apt-get install default-jdk-headless libjaxb-java.';
const folder = '/usr/share/java';
/** In this order: later ones of them bring older copies of what earlier ones have. */
const libraries = [
  'jaxb-runtime',
  'jaxb-api',
  'istack-commons-runtime',
  'txw2',
  'javax.activation',
  'jaxb-core',
];
const packed = '../../node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar';

export interface Verdict {
  readonly file: string;
  /** How many checks it passed; null where it failed. */
  readonly checks: number | null;
  /** Each with the rule, the first element that breaks it and how often. */
  readonly failures: readonly string[];
}

export async function validate(files: readonly string[]): Promise<Verdict[]> {
  const driver = fileURLToPath(new URL('Validate.java', import.meta.url));
  const java = spawn('java', ['-cp', classPath(), driver], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    java.once('close', resolve).once('error', (cause) => {
      reject(new UsageError(`This needs Java, which could not be started (${cause.message}). ${install}`));
    });
  });
  java.stdin.on('error', () => undefined).end(`${files.join('\n')}\n`);
  const [said, status] = await Promise.all([text(java.stdout), ended]);
  if (status !== 0)
    throw new UsageError(`Java ended with ${status}. A JDK of version 11 or later is needed. ${install}`);
  return files.map((file) => verdictOn(file, said));
}

/** Tells before the long printing what is missing. */
export function classPath(): string {
  const paths = libraries.map((name) => `${folder}/${name}.jar`);
  const missing = paths.filter((path) => !existsSync(path));
  if (missing.length > 0) throw new UsageError(`This needs ${missing.join(', ')}. ${install}`);
  const jar = fileURLToPath(new URL(packed, import.meta.url));
  if (!existsSync(jar)) throw new UsageError('This needs the npm package @opendataloader/pdf. Run npm ci.');
  return [...paths, jar].join(':');
}

function verdictOn(file: string, said: string): Verdict {
  const lines = said.split('\n').map((line) => line.split('\t'));
  const own = lines.filter(([, name]) => name === file);
  const passed = own.find(([word]) => word === 'OK');
  const failures = own.flatMap(([word, , words = '']) => (word === 'FAIL' ? [words] : []));
  if (passed) return { file, checks: Number(passed[2]), failures };
  return { file, checks: null, failures: failures.length > 0 ? failures : ['Nothing was said of it.'] };
}
