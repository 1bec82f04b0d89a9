// The files of a ZIP archive, in their order, by a reader that is not the writer's.
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';

export async function filesInZip(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const archive = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  for await (const entry of archive.eachEntry()) {
    files.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)));
  }
  return files;
}
