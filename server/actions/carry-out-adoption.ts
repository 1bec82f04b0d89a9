// Carries out an approved adoption. First every official PDF is printed, outside any transaction, each kept waiting as
// it is done; then one transaction checks that nothing moved and records everything. All changes, or none.
import { type Printable, printOfficial } from '../documents/official.ts';
import { Refusal, refusal } from '../errors.ts';
import type { Planned } from '../model/adoption.ts';
import { inPairs } from '../print/in-pairs.ts';
import { type Adoption, hasWaitingPrint, keepWaitingPrint, noteFault } from '../store/adoptions.ts';
import type { Tools } from '../tools.ts';
import { previewAdoption, textHash } from './preview-adoption.ts';
import { recordDecision } from './record-decision.ts';
import { requireAction, requireAdoption, requireSame, requireSettings } from './requirements.ts';

type AdoptionTools = Pick<Tools, 'store' | 'printer' | 'views' | 'clock' | 'publicUrl'>;
type Progress = (done: number, total: number) => void;

/** Resolves when the action is decided. A fault is noted for the person who waits, and thrown. */
export async function carryOutAdoption(
  tools: AdoptionTools,
  number: string,
  progress: Progress,
  signal?: AbortSignal,
): Promise<void> {
  try {
    const adoption = await requireAdoption(tools.store, number);
    await printAll(tools, adoption, progress, signal);
    signal?.throwIfAborted();
    await tools.store.transaction((transaction) => recordDecision(tools, transaction, number));
  } catch (error) {
    if (!signal?.aborted) await noteFault(tools.store, number, inWords(error));
    throw error;
  }
}

/** What the person who waits is told. A fault of ours tells nothing of its inside; whoever began the work logs it. */
function inWords(error: unknown): string {
  if (!(error instanceof Refusal))
    return 'Something failed on our side, and nothing was recorded. Try again.';
  return error.detail === null ? error.message : `${error.message} ${error.detail}`;
}

/** What waits already is not printed again. */
async function printAll(
  tools: AdoptionTools,
  { action: number, hash }: Adoption,
  progress: Progress,
  signal?: AbortSignal,
): Promise<void> {
  const settings = await requireSettings(tools.store);
  const { planned, histories, ...preview } = await previewAdoption(
    tools.store,
    await requireAction(tools.store, number),
    settings,
  );
  requireSame(hash, preview.hash);
  let done = 0;
  const print = async (each: Planned) => {
    await printOne(tools, { ...each, action: number, history: histories.get(each) ?? [] }, textHash(each));
    progress((done += 1), planned.length);
  };
  await inPairs(planned, print, signal);
}

async function printOne(
  tools: AdoptionTools,
  text: Printable & { action: string },
  hash: string,
): Promise<void> {
  if (await hasWaitingPrint(tools.store, text.action, hash)) return;
  const printed = await printOfficial(tools, text);
  if (await keepWaitingPrint(tools.store, text.action, hash, printed)) return;
  throw refusal('step-not-possible', {
    detail: `${text.action} was decided or taken back while it was printed.`,
  });
}
