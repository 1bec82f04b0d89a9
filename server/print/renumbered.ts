// The objects of one PDF under the numbers that they have in another. pdf-lib keeps every reference that was ever made,
// for ever; these go with the objects that hold them.
import { PDFArray, PDFDict, PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';

/** A reference to an object of the file that is being written. */
export class Reference extends PDFObject {
  readonly number: number;

  constructor(number: number) {
    super();
    this.number = number;
  }

  override clone(): Reference {
    return this;
  }

  override toString(): string {
    return `${this.number} 0 R`;
  }

  override sizeInBytes(): number {
    return this.toString().length;
  }

  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    const text = this.toString();
    buffer.set(Buffer.from(text, 'latin1'), offset);
    return text.length;
  }
}

/** The same object, every reference in it replaced by one that is `by` higher. */
export function renumber(object: PDFObject, by: number): PDFObject {
  if (object instanceof PDFRef) return new Reference(object.objectNumber + by);
  if (object instanceof PDFStream) renumber(object.dict, by);
  else if (object instanceof PDFDict)
    for (const [key, value] of object.entries()) object.set(key, renumber(value, by));
  else if (object instanceof PDFArray)
    for (let index = 0; index < object.size(); index += 1) object.set(index, renumber(object.get(index), by));
  return object;
}
