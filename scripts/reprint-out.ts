// Renditions: official PDFs printed anew into a folder, after a change of dress. Each says below its foot that it is not the
// official one, none is signed, and manifest.jsonl lists the hashes of both.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { revisionFileName } from '../server/documents/file-names.ts';
import { reprintOf } from '../server/documents/reprint.ts';
import { sha256 } from '../server/model/revision-chain.ts';
import { UsageError } from './command-line.ts';
import { doneOf, type Reprinting } from './reprint-check.ts';
import { type Done, type Journal, openJournal } from './reprint-journal.ts';

const manifest = 'manifest.jsonl';

/** The journal of the renditions in a folder, which is made where there is none. */
export function renditionsIn(folder: string): Journal {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UsageError(
      `${folder} cannot be made: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  return openJournal(join(folder, manifest));
}

/** Printed unless it is there already, printed from the same. */
export async function renderAgain(tools: Reprinting, folder: string, revisionSeq: number): Promise<void> {
  const reprint = await reprintOf(
    tools,
    revisionSeq,
    (sealed) => `Printed again in another dress. The official PDF is that with the SHA-256 ${sealed.sha256}.`,
  );
  const found = tools.journal.find(revisionSeq);
  if (found?.source === reprint.source && isWhole(folder, found)) return;
  const { bytes, browser } = await tools.printer.print({ ...reprint.job, isOfficial: false });
  const file = `${revisionSeq}_${revisionFileName(reprint.revision, 'pdf')}`;
  const partial = join(folder, `${file}.partial`);
  writeFileSync(partial, bytes, { flush: true });
  renameSync(partial, join(folder, file));
  tools.journal.add({ ...doneOf(reprint), printed: sha256(bytes), isSame: null, browser, file });
}

function isWhole(folder: string, { file, printed }: Done): boolean {
  const path = join(folder, file ?? '');
  return file !== null && existsSync(path) && sha256(readFileSync(path)) === printed;
}
