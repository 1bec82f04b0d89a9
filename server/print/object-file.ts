// A PDF that is written object by object: nothing of what was written is kept but the place where it begins, so that a
// file of any length takes the memory of its longest object.
import { closeSync, openSync, writeSync } from 'node:fs';
import type { PDFObject } from '@cantoo/pdf-lib';

/** The second line tells whoever carries the file that it is no text. */
const header = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';
const fullAt = 1 << 20;

export class ObjectFile {
  readonly #file: number;
  /** Where each object begins, by its number; 0 where there is none. */
  readonly #places: number[] = [0];
  #waiting: Uint8Array[] = [];
  #size = 0;
  #written = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'w', 0o600);
    this.#put(Buffer.from(header, 'latin1'));
  }

  /** The number of an object to be written later. */
  reserve(): number {
    return this.#places.push(0) - 1;
  }

  /** Room for the objects 1 to `count` of another file: the number that is added to each of theirs. */
  reserveAll(count: number): number {
    const base = this.#places.length - 1;
    for (let each = 0; each < count; each += 1) this.#places.push(0);
    return base;
  }

  write(number: number, object: PDFObject | string): void {
    this.#places[number] = this.#size;
    this.#put(Buffer.from(`${number} 0 obj\n`, 'latin1'));
    this.#put(typeof object === 'string' ? Buffer.from(object, 'latin1') : bytesOf(object));
    this.#put(Buffer.from('\nendobj\n', 'latin1'));
  }

  /** The table of objects, and the end. `trailer` is what its dictionary says besides /Size. */
  end(trailer: string): void {
    const start = this.#size;
    this.#put(Buffer.from(`xref\n0 ${this.#places.length}\n`, 'latin1'));
    for (const place of this.#places) this.#put(Buffer.from(entry(place), 'latin1'));
    const last = `trailer\n<</Size ${this.#places.length} ${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
    this.#put(Buffer.from(last, 'latin1'));
    this.#flush();
    this.close();
  }

  close(): void {
    closeSync(this.#file);
  }

  #put(bytes: Uint8Array): void {
    this.#waiting.push(bytes);
    this.#size += bytes.length;
    if (this.#size - this.#written >= fullAt) this.#flush();
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#waiting);
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
    this.#waiting = [];
    this.#written = this.#size;
  }
}

function bytesOf(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

/** Twenty bytes each; what is not there is free for ever. */
function entry(place: number): string {
  return place === 0 ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`;
}
