// The lines of a file, one after another, however long the file is: each ended by a line feed, in strict UTF-8, and no
// longer than a line of a bundle can be.
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { BundleFault } from '../server/model/plan-bundle.ts';

/** Far above the largest official PDF or specification. */
const longestLine = 64 * 1024 * 1024;

export async function* linesOf(file: string): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  let length = 0;
  let at = 1;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield decoded(Buffer.concat([...parts, chunk.subarray(from, end)]), at);
      [parts, length, from, at] = [[], 0, end + 1, at + 1];
    }
    parts.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > longestLine) throw new BundleFault(at, 'it is longer than a line of a plan can be');
  }
  if (length > 0) throw new BundleFault(at, 'it has no end: the file is cut off');
}

function decoded(bytes: Buffer, at: number): string {
  if (!isUtf8(bytes)) throw new BundleFault(at, 'it is not UTF-8');
  return bytes.toString('utf8');
}
