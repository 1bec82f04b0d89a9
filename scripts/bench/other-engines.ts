// Other engines over the same documents, where they are installed: each as one batch, its start included, as it is used.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface EngineSpeed {
  readonly name: string;
  readonly perSecond: number;
  readonly note: string;
}

/** The words of a command that prints files into a folder. */
type Batch = (files: readonly string[], folder: string) => [program: string, ...words: string[]][];

const engines: readonly { name: string; batch: Batch }[] = [
  {
    name: 'LibreOffice, one batch',
    batch: (files, folder) => {
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      return [
        [
          'soffice',
          profile,
          '--headless',
          '--convert-to',
          'pdf:writer_web_pdf_Export',
          '--outdir',
          folder,
          ...files,
        ],
      ];
    },
  },
  {
    name: 'WeasyPrint, a process each',
    batch: (files) => files.map((file) => ['weasyprint', '--quiet', file, file.replace(/html$/, 'pdf')]),
  },
];

export function otherEngines(documents: readonly string[]): EngineSpeed[] {
  return engines.flatMap((engine) => speedOf(engine, documents) ?? []);
}

/** Null where the engine is not installed, or did not print every document. */
function speedOf(
  { name, batch }: (typeof engines)[number],
  documents: readonly string[],
): EngineSpeed | null {
  const folder = mkdtempSync(join(tmpdir(), 'classplan-bench-'));
  try {
    const files = documents.map((html, index) => {
      const file = join(folder, `${index}.html`);
      writeFileSync(file, html);
      return file;
    });
    const start = performance.now();
    for (const [program, ...words] of batch(files, folder))
      if (spawnSync(program, words, { stdio: 'ignore' }).status !== 0) return null;
    const seconds = (performance.now() - start) / 1000;
    const printed = readdirSync(folder).filter((each) => each.endsWith('.pdf')).length;
    if (printed < documents.length) return null;
    return { name, perSecond: documents.length / seconds, note: 'untagged, its start included' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
