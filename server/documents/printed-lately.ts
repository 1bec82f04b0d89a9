// Documents that are printed when somebody asks and are no part of the record, such as redlines: the latest ones stay in
// memory for a while under a hash of what they say. Law: the memory is bounded, in documents and in bytes; two who ask for
// one document at the same time wait for one print of it.
import { sha256 } from '../model/revision-chain.ts';
import type { Printer, PrintJob } from '../print/printer.ts';
import type { Tools } from '../tools.ts';

export interface LatelyPrinted {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly pages: number;
}

interface Limits {
  readonly documents: number;
  readonly bytes: number;
}

const standardLimits: Limits = { documents: 50, bytes: 32 * 1024 * 1024 };

const shelves = new WeakMap<Printer, Shelf>();

/**
 * `key` says all that the document depends on (see `printKey`); `job` is made only where it is printed. Keep dates and ids
 * in it that follow from the key too, so that printed again it is the same to the byte.
 */
export function printedLately(
  { printer }: Pick<Tools, 'printer'>,
  key: string,
  job: () => PrintJob,
): Promise<LatelyPrinted> {
  const shelf = shelves.get(printer) ?? new Shelf(standardLimits);
  shelves.set(printer, shelf);
  return shelf.take(key, async () => {
    const { bytes, pages } = await printer.print(job());
    return { bytes, pages, sha256: sha256(bytes) };
  });
}

/** null where it is not kept any more, or not yet. */
export function keptLately({ printer }: Pick<Tools, 'printer'>, key: string): LatelyPrinted | null {
  return shelves.get(printer)?.find(key) ?? null;
}

/** The hash of what a document is made of; a kind of document names itself first. */
export function printKey(kind: string, ...parts: readonly unknown[]): string {
  return sha256(JSON.stringify([kind, ...parts]));
}

export class Shelf {
  readonly #limits: Limits;
  /** The one asked for longest ago first. */
  readonly #kept = new Map<string, LatelyPrinted>();
  readonly #coming = new Map<string, Promise<LatelyPrinted>>();
  #bytes = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get size(): { readonly documents: number; readonly bytes: number } {
    return { documents: this.#kept.size, bytes: this.#bytes };
  }

  find(key: string): LatelyPrinted | null {
    const found = this.#kept.get(key);
    if (!found) return null;
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found;
  }

  /** A print that fails is not remembered: the next who asks tries again. */
  async take(key: string, print: () => Promise<LatelyPrinted>): Promise<LatelyPrinted> {
    const found = this.find(key);
    if (found) return found;
    const coming = this.#coming.get(key) ?? this.#printed(key, print);
    this.#coming.set(key, coming);
    return coming;
  }

  async #printed(key: string, print: () => Promise<LatelyPrinted>): Promise<LatelyPrinted> {
    try {
      const document = await print();
      this.#keep(key, document);
      return document;
    } finally {
      this.#coming.delete(key);
    }
  }

  #keep(key: string, document: LatelyPrinted): void {
    if (document.bytes.byteLength > this.#limits.bytes) return;
    this.#kept.set(key, document);
    this.#bytes += document.bytes.byteLength;
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#kept.size <= this.#limits.documents && this.#bytes <= this.#limits.bytes) return;
      this.#kept.delete(oldest);
      this.#bytes -= bytes.byteLength;
    }
  }
}
