// The worker thread in which a Word document is opened: its bytes in, its lines or a refusal out. What it does cannot hold up
// the server, and what it takes is limited by whoever starts it.
import { parentPort, workerData } from 'node:worker_threads';
import type { RefusedText } from './refusal.ts';
import { wordHtml } from './word-html.ts';
import { wordLines, type WordLines } from './word-lines.ts';
import { readParts } from './word-parts.ts';

export type WordAnswer = { readonly outcome: 'lines'; readonly read: WordLines } | RefusedText;

async function answer(bytes: Uint8Array): Promise<WordAnswer> {
  const opened = await readParts(bytes);
  if (opened.outcome === 'refused') return opened;
  return { outcome: 'lines', read: wordLines(await wordHtml(opened.parts)) };
}

parentPort?.postMessage(await answer(workerData as Uint8Array));
