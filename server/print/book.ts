// A book: many printed parts as one tagged PDF, with one tree of pages, one structure and one set of bookmarks. Each part is
// finished, read, written and forgotten: a book of any length takes the memory of its longest part. Law: a part that breaks
// a rule of structure is refused, and so is a book whose headings do.
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  type PDFObject,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';
import {
  besidesPages,
  forgetNames,
  giveBodies,
  headingsOf,
  key,
  raiseStructureKeys,
  refOf,
  structureOf,
} from './book-part.ts';
import { markDecoration } from './decoration.ts';
import { type Bookmark, type PagePlace, writeBookmarks } from './bookmarks.ts';
import {
  attachXmp,
  describe,
  describingDocument,
  labelLinks,
  targetOf,
  unpaused,
  unpausedSaving,
} from './finish.ts';
import { drawFurniture } from './furniture.ts';
import { Nonconforming } from './nonconforming.ts';
import { ObjectFile } from './object-file.ts';
import { readPdf } from './read-pdf.ts';
import { Reference, renumber } from './renumbered.ts';
import { type Breach, partBreachesOf } from './structure.ts';
import { headingBreaches, headingsSeen, type HeadingSeen } from './structure-headings.ts';
import type { DocumentProperties } from './xmp.ts';

export interface PrintedPart {
  /** What it is called where it breaks a rule: 'Accountant (CF1411) to Clerk (CA1090)'. */
  readonly name: string;
  /** The page of the book on which it begins, from 1. */
  readonly from: number;
  readonly document: Uint8Array;
  /** As many pages as the document. */
  readonly furniture: Uint8Array;
  /** Where a link with this address leads within the book; null where it leads outside. */
  readonly placeOf: (address: string) => LinkPlace | null;
}

export interface LinkPlace extends PagePlace {
  /** What a reader who does not see the page is told: 'IT Manager, page 12'. */
  readonly inWords: string;
}

/** What is known of a part after it was written: numbers of objects, and its headings. */
interface Written {
  readonly root: number;
  readonly pages: readonly number[];
  readonly children: readonly number[];
  readonly tree: number;
  readonly headings: readonly HeadingSeen[];
}

export class Book {
  readonly #properties: DocumentProperties;
  readonly #file: ObjectFile;
  readonly #pages: number;
  readonly #structure: number;
  readonly #document: number;
  readonly #parts: Written[] = [];
  #structureKeys = 0;

  constructor(path: string, properties: DocumentProperties) {
    this.#properties = properties;
    this.#file = new ObjectFile(path);
    [this.#pages, this.#structure, this.#document] = [
      this.#file.reserve(),
      this.#file.reserve(),
      this.#file.reserve(),
    ];
  }

  /** Writes the next part; where it stands among the pages is said at the end. */
  async add({ document, furniture, placeOf, ...part }: PrintedPart): Promise<void> {
    const doc = await PDFDocument.load(document, unpaused);
    describe(doc, this.#properties);
    attachXmp(doc, this.#properties);
    for (const page of doc.getPages()) {
      this.#leadLinks(page, placeOf);
      markDecoration(page);
    }
    await drawFurniture(doc, furniture);
    await doc.flush();
    forgetNames(doc);
    giveBodies(doc);
    const headings = await this.#read(doc, part);
    const { tree, count } = raiseStructureKeys(doc, this.#structureKeys);
    const { children, objects } = structureOf(doc, new Reference(this.#document));
    const root = refOf(doc.catalog, 'Pages');
    doc.context.lookup(root, PDFDict).set(key('Parent'), new Reference(this.#pages));
    const pages = doc.getPages().map(({ ref }) => ref);
    const base = this.#write(doc, [...objects, ...headingsOf(doc).objects, ...besidesPages(doc)]);
    const numbersOf = (refs: readonly PDFRef[]) => refs.map(({ objectNumber }) => objectNumber + base);
    const [rootNumber = 0, treeNumber = 0] = numbersOf([root, tree]);
    this.#structureKeys += count;
    this.#parts.push({
      root: rootNumber,
      pages: numbersOf(pages),
      children: numbersOf(children),
      tree: treeNumber,
      headings,
    });
  }

  /** `order` names the parts as their pages follow one another. */
  async end(order: readonly number[], bookmarks: readonly Bookmark[]): Promise<void> {
    const parts = order.map((each) => this.#part(each));
    const headings = parts.flatMap((part) => part.headings);
    refuse(this.#properties.title, headingBreaches(headings, bookmarks.length));
    const count = parts.reduce((sum, { pages }) => sum + pages.length, 0);
    const roots = refs(parts.map(({ root }) => root));
    this.#file.write(this.#pages, `<</Type /Pages /Count ${count} /Kids [${roots}]>>`);
    this.#writeStructure(parts);
    const outlines = writeBookmarks(this.#file, bookmarks, (place) => this.#numberOf(place));
    const doc = await describingDocument(this.#properties, {
      Pages: this.#pages,
      StructTreeRoot: this.#structure,
      Outlines: outlines,
    });
    const { Root, Info, ID } = doc.context.trailerInfo as Record<'Root' | 'Info' | 'ID', PDFRef>;
    doc.context.trailerInfo = {};
    const base = this.#write(doc, []);
    const [root = 0, info = 0] = [Root, Info].map(({ objectNumber }) => objectNumber + base);
    this.#file.end(`/Root ${root} 0 R /Info ${info} 0 R /ID ${String(ID)}`);
  }

  /** Where writing failed. */
  close(): void {
    this.#file.close();
  }

  #part(index: number): Written {
    const part = this.#parts[index];
    if (!part) throw new Error(`The book has no part ${index}`);
    return part;
  }

  /** Read as it will be written, before its numbers become those of the book; returns its headings. */
  async #read(doc: PDFDocument, { name, from }: Pick<PrintedPart, 'name' | 'from'>): Promise<HeadingSeen[]> {
    const seen = await readPdf(await doc.save(unpausedSaving));
    const pages = seen.pages.map((page) => ({ ...page, number: from - 1 + page.number }));
    refuse(`${this.#properties.title}: ${name}`, partBreachesOf({ ...seen, pages }));
    return headingsSeen(pages);
  }

  #leadLinks(page: PDFPage, placeOf: PrintedPart['placeOf']): void {
    labelLinks(page.node);
    const annotations = page.node.lookupMaybe(key('Annots'), PDFArray);
    for (let index = 0; index < (annotations?.size() ?? 0); index += 1) {
      const link = annotations?.lookup(index, PDFDict);
      const place = link && placeOf(targetOf(link));
      if (!place) continue;
      link.delete(key('A'));
      const target = this.#pageOf(place, page.doc);
      link.set(key('Dest'), page.doc.context.obj([target, 'XYZ', null, null, null]));
      link.set(key('Contents'), PDFHexString.fromText(place.inWords));
    }
  }

  #pageOf({ part, page }: PagePlace, doc: PDFDocument): PDFObject {
    if (part === this.#parts.length) return doc.getPage(page).ref;
    return new Reference(this.#numberOf({ part, page }));
  }

  #numberOf({ part, page }: PagePlace): number {
    const number = this.#part(part).pages[page];
    if (number === undefined) throw new Error(`Part ${part} of the book has no page ${page}`);
    return number;
  }

  /** Everything of a document but what only a whole document needs; its numbers begin behind the one returned. */
  #write(doc: PDFDocument, without: readonly PDFRef[]): number {
    const { Root, Info } = doc.context.trailerInfo;
    const leftOut = new Set<unknown>([...without, Root, Info]);
    const base = this.#file.reserveAll(doc.context.largestObjectNumber);
    for (const [ref, object] of doc.context.enumerateIndirectObjects())
      if (!leftOut.has(ref)) this.#file.write(ref.objectNumber + base, renumber(object, base));
    return base;
  }

  #writeStructure(parts: readonly Written[]): void {
    const tree = this.#file.reserve();
    this.#file.write(tree, `<</Kids [${refs(this.#parts.map((part) => part.tree))}]>>`);
    const children = refs(parts.flatMap((part) => part.children));
    this.#file.write(
      this.#document,
      `<</Type /StructElem /S /Document /P ${this.#structure} 0 R /K [${children}]>>`,
    );
    this.#file.write(
      this.#structure,
      `<</Type /StructTreeRoot /K ${this.#document} 0 R /ParentTree ${tree} 0 R /ParentTreeNextKey ${this.#structureKeys} /RoleMap <</Strong /Span /Em /Span>>>>`,
    );
  }
}

function refuse(title: string, breaches: readonly Breach[]): void {
  if (breaches.length > 0) throw new Nonconforming(title, breaches);
}

function refs(numbers: readonly number[]): string {
  return numbers.map((number) => `${number} 0 R`).join(' ');
}
