// A file that somebody sends, a Word document, a web page or plain text, to a draft, its history and a report of every line.
// What kind it is says the file itself; its name is not asked.
import { importLines, importText, type ImportedText, type Source } from './import-text.ts';
import type { Purpose } from './judge.ts';
import { isWebPage } from './known-format.ts';
import { isArchive, readWord } from './read-word.ts';
import { readWebPage } from './read-web-page.ts';

export async function importDocument(source: Source, purpose: Purpose = 'plan'): Promise<ImportedText> {
  const { bytes } = source;
  if (isArchive(bytes)) {
    const read = await readWord(bytes);
    return read.outcome === 'refused' ? read : importLines(source, read, read.findings, purpose);
  }
  if (!isWebPage(bytes)) return importText(source, purpose);
  const read = readWebPage(bytes);
  return read.outcome === 'refused' ? read : importLines(source, read, [], purpose);
}
