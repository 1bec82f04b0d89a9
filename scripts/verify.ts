// npm run verify -- FILE [--anchor SEQ:HASH …] [--checkpoint FILE [--key FILE]]: is the record in this database what
// it was? It answers with one verdict (record-verdict.ts) and ends with status 0 for an intact record only.
import { existsSync } from 'node:fs';
import { readWords, run, UsageError } from './command-line.ts';
import { keptCheckpoints } from './kept-checkpoints.ts';
import { type Anchor, NoRecordError, type Verdict, verify } from '../server/store/record-verdict.ts';

const usage = 'Usage: npm run verify -- [FILE] [--anchor SEQ:HASH …] [--checkpoint FILE … [--key FILE]]';

function readAnchor(text: string): Anchor {
  const match = /^([1-9]\d*):([0-9a-f]{16,64})$/.exec(text);
  if (match?.[2]) return { seq: Number(match[1]), hash: match[2] };
  throw new UsageError(
    `--anchor is SEQ:HASH with at least 16 digits of the hash, and is "${text}".\n${usage}`,
  );
}

function verdictOn(file: string, anchors: readonly Anchor[]): Verdict {
  try {
    return verify(file, anchors);
  } catch (error) {
    throw error instanceof NoRecordError ? new UsageError(`${error.message}\n${usage}`) : error;
  }
}

const options = {
  anchor: { type: 'string', multiple: true },
  checkpoint: { type: 'string', multiple: true },
  key: { type: 'string' },
} as const;

if (import.meta.main) {
  await run(() => {
    const { values, positionals } = readWords({ options }, usage);
    const file = positionals[0] ?? './var/classplan.db';
    if (!existsSync(file)) throw new UsageError(`There is no file ${file}.\n${usage}`);
    const [given, checkpoints] = [values.anchor ?? [], values.checkpoint ?? []];
    if (values.key !== undefined && checkpoints.length === 0)
      throw new UsageError(`--key checks the signatures of --checkpoint FILE.\n${usage}`);
    const kept = checkpoints.map((each) => keptCheckpoints(each, values.key ?? null));
    const anchors = [...given.map(readAnchor), ...kept.flatMap((each) => each.anchors)];
    const { verdict, sentence } = verdictOn(file, anchors);
    console.log([sentence, ...kept.map((each) => each.sentence)].join('\n'));
    return Promise.resolve(verdict === 'intact' ? 0 : 1);
  });
}
