// What is seen of a PDF when it is read again: the facts that the rules of structure look at, and nothing of the file.

export interface DocumentSeen {
  readonly isMarked: boolean;
  readonly title: string;
  /** The title in the XMP metadata, without spaces at its ends: it must be the same but for those. */
  readonly describedTitle: string;
  readonly showsTitle: boolean;
  readonly language: string;
  /** The part of PDF/UA that the metadata claim: '1'. */
  readonly claimedPart: string;
  /** How many entries the outline has. */
  readonly outlined: number;
  /** What would run or could be unpacked: 'a script', 'an attachment'. */
  readonly active: readonly string[];
  readonly fonts: readonly FontSeen[];
  readonly pages: readonly PageSeen[];
}

export interface FontSeen {
  readonly name: string;
  readonly isEmbedded: boolean;
}

export interface PageSeen {
  readonly number: number;
  /** The elements with content on this page, in reading order, each with what it contains; a table is whole on each. */
  readonly elements: readonly ElementSeen[];
  /** Runs of text that are neither in the structure nor in the running heads and feet. */
  readonly untagged: readonly string[];
  readonly annotations: readonly AnnotationSeen[];
}

export interface ElementSeen {
  readonly role: string;
  /** Its own text and that of all within it, on this page. */
  readonly text: string;
  readonly alternative: string | null;
  /** Of a header cell: Row, Column or Both. */
  readonly scope: string | null;
  /** The ids of the annotations that stand directly in it. */
  readonly annotations: readonly string[];
  readonly children: readonly ElementSeen[];
}

export interface AnnotationSeen {
  readonly id: string;
  readonly kind: string;
  readonly contents: string;
  /** An address or a place in the document; null where it leads to neither. */
  readonly target: string | null;
}

/** An element and all within it, in reading order. */
export function withAllIn(element: ElementSeen): ElementSeen[] {
  return [element, ...element.children.flatMap(withAllIn)];
}
