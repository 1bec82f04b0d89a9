// npm run test:pdfua: every kind of document over the sample plan, held to veraPDF's profile of PDF/UA-1; or the files that
// are named. Ends with 1 where one does not conform, 2 where Java is missing.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { readWords, run, UsageError } from './command-line.ts';
import { type Kind, kinds, type Printed } from './pdfua/kinds.ts';
import { openSampleSite } from './pdfua/sample-site.ts';
import { classPath, validate, type Verdict } from './pdfua/verapdf.ts';

const usage = 'Usage: npm run --silent test:pdfua [-- FILE.pdf…] [--kind NAME]';

await run(async () => {
  const { positionals, values } = readWords({ options: { kind: { type: 'string' } } }, usage);
  classPath();
  if (positionals.length > 0) return told(await validate(positionals.map((file) => resolve(file))));
  const folder = await mkdtemp(join(tmpdir(), 'classplan-pdfua-'));
  try {
    return told(await validate(await printAll(folder, kindsNamed(values.kind))));
  } finally {
    await rm(folder, { recursive: true });
  }
});

function kindsNamed(name: string | undefined): readonly Kind[] {
  const found = name === undefined ? kinds : kinds.filter((kind) => kind.name === name);
  if (found.length > 0) return found;
  throw new UsageError(`The kinds of document are: ${kinds.map((kind) => kind.name).join(', ')}.\n${usage}`);
}

async function printAll(folder: string, asked: readonly Kind[]): Promise<string[]> {
  const site = await openSampleSite();
  try {
    const files: string[] = [];
    for (const { name, documents } of asked) {
      const before = files.length;
      for await (const printed of documents(site, site.plan)) files.push(await kept(folder, printed));
      console.log(`Printed of the kind ${name}: ${files.length - before}.`);
    }
    return files;
  } finally {
    await site.close();
  }
}

async function kept(folder: string, { name, bytes }: Printed): Promise<string> {
  const file = join(folder, `${name.replace(/^\//, '').replace(/[^\w.-]/g, '_')}.pdf`);
  await writeFile(file, bytes);
  return file;
}

function told(verdicts: readonly Verdict[]): number {
  const failed = verdicts.filter(({ checks }) => checks === null);
  for (const { file, failures } of failed)
    for (const failure of failures) console.log(`${basename(file)}: ${failure}`);
  const checks = verdicts.reduce((sum, verdict) => sum + (verdict.checks ?? 0), 0);
  console.log(
    `PDF/UA-1: ${verdicts.length} documents, ${verdicts.length - failed.length} compliant, ${checks} checks passed in them.`,
  );
  return failed.length > 0 ? 1 : 0;
}
