// Takes a whole plan in from the lines of a bundle, into a database that holds none: every line proved, every entry
// recorded as it was, all in one transaction. The first line that fails is named, and then nothing is kept.
import type { BundledPlan, PlanBundleLine } from '../../schemas/types.ts';
import { BundleFault, provenBody, provenBytes, readBundleLine } from '../model/plan-bundle.ts';
import { genesisHash } from '../model/revision-chain.ts';
import { insertAction } from '../store/actions.ts';
import type { Store } from '../store/database.ts';
import { decidedActions } from '../store/plan.ts';
import { keepBundledDocument } from '../store/plan-bundle.ts';
import { keepEntry, recordHead, revisionsOf } from '../store/record.ts';

/** Null where the database already holds a plan; throws a BundleFault for what is no whole plan. */
export async function importPlan(store: Store, texts: AsyncIterable<string>): Promise<BundledPlan | null> {
  return store.transaction(async (transaction) => {
    if ((await recordHead(transaction)).seq > 0) return null;
    const lines = read(texts);
    const { line: plan } = await next(lines, 'plan');
    const sealing = await keepEntries(transaction, lines, plan);
    await keepDocuments(transaction, lines, plan.documents, sealing);
    await takeUpProvisional(transaction);
    const { done, value } = await lines.next();
    if (!done) throw new BundleFault(value.at, 'the plan has ended before it');
    return plan;
  });
}

interface Line<L extends PlanBundleLine = PlanBundleLine> {
  readonly line: L;
  readonly at: number;
}

/** Ends with the number of the line that would come after the last. */
type Lines = AsyncGenerator<Line, Line['at'], void>;

async function* read(texts: AsyncIterable<string>): Lines {
  let at = 1;
  for await (const text of texts) {
    yield { line: readBundleLine(text, at), at };
    at += 1;
  }
  return at;
}

async function next<K extends PlanBundleLine['line']>(
  lines: Lines,
  kind: K,
): Promise<Line<Extract<PlanBundleLine, { line: K }>>> {
  const { done, value } = await lines.next();
  if (done) throw new BundleFault(value, `the bundle ends before it, and a line “${kind}” should follow`);
  if (value.line.line === kind) return value as Line<Extract<PlanBundleLine, { line: K }>>;
  throw new BundleFault(value.at, `it is a line “${value.line.line}” where a line “${kind}” should stand`);
}

/** Resolves to how many of the entries seal an official PDF. */
async function keepEntries(store: Store, lines: Lines, { head, entries }: BundledPlan): Promise<number> {
  let last = { seq: 0, hash: genesisHash };
  let sealing = 0;
  for (let each = 1; each <= entries; each += 1) {
    const { line, at } = await next(lines, 'entry');
    const { header, salt, hash } = line;
    const body = provenBody(line, last, at);
    await naming(at, () => keepEntry(store, { header, body, salt, hash }));
    last = { seq: header.seq, hash };
    if (header.subject === 'official-document') sealing += 1;
  }
  if (last.seq === head.seq && last.hash === head.hash) return sealing;
  throw new BundleFault(1, `the head it names is not the last entry, ${last.seq}`);
}

/** What is provisional can be ratified here. Who wrote it is not in the record. */
async function takeUpProvisional(store: Store): Promise<void> {
  for (const { number, step } of await decidedActions(store)) {
    if (step !== 'provisional') continue;
    const decided = (await revisionsOf(store, 'action', number)).at(-1);
    if (!decided) continue;
    const { changes: _changes, approvedHash: _hash, ...instrument } = decided.body;
    const { recordedBy: openedBy, recordedAt: openedAt } = decided;
    await insertAction(store, { ...instrument, openedBy, openedAt });
  }
}

async function keepDocuments(store: Store, lines: Lines, count: number, sealing: number): Promise<void> {
  if (count !== sealing)
    throw new BundleFault(1, `it counts ${count} official PDFs, and the record seals ${sealing}`);
  let last = 0;
  for (let each = 1; each <= count; each += 1) {
    const { line, at } = await next(lines, 'document');
    if (line.recordSeq <= last) throw new BundleFault(at, 'the official PDFs are not in order');
    const bytes = provenBytes(line, at);
    const isSealed = await naming(at, () => keepBundledDocument(store, line, bytes));
    if (!isSealed) throw new BundleFault(at, `entry ${line.recordSeq} does not seal this official PDF`);
    last = line.recordSeq;
  }
}

/** What the database refuses is the fault of a line too, such as a number that does not come next. */
async function naming<T>(at: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new BundleFault(at, `it cannot be recorded (${why})`, { cause });
  }
}
