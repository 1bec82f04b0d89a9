// A file that somebody sends, Word document or plain text, to a draft, its history and a report of every line. What kind it
// is says the file itself; its name is not asked.
import { importLines, importText, type ImportedText, type Source } from './import-text.ts';
import { isArchive, readWord } from './read-word.ts';

export async function importDocument(source: Source): Promise<ImportedText> {
  if (!isArchive(source.bytes)) return importText(source);
  const read = await readWord(source.bytes);
  return read.outcome === 'refused' ? read : importLines(source, read, read.findings);
}
