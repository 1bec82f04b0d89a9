// A PDF as a reader sees it, by pdf.js: text page by page, what of it is an artifact, structure, outline, metadata.

import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PageSeen {
  /** All text, artifacts included. */
  text: string;
  /** The text drawn as an artifact. */
  artifacts: string;
  /** The text that belongs to the structure tree. */
  structured: string;
  /** The same in the order of the tree: as it is read aloud. */
  read: string;
  /** The roles of the structure tree in reading order. */
  roles: string[];
}

export interface PdfSeen {
  pages: PageSeen[];
  outline: string[];
  marked: boolean;
  title: string;
  language: string;
  info: Record<string, unknown>;
  xmp: (name: string) => unknown;
  fingerprint: string | null;
}

export async function openPdf(bytes: Uint8Array): Promise<PdfSeen> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  try {
    return await see(await task.promise);
  } finally {
    await task.destroy();
  }
}

async function see(doc: PDFDocumentProxy): Promise<PdfSeen> {
  const { info, metadata } = await doc.getMetadata();
  const facts = info as Record<string, unknown>;
  const pages = Array.from({ length: doc.numPages }, (_, index) => seePage(doc, index + 1));
  return {
    pages: await Promise.all(pages),
    outline: titles(await doc.getOutline()),
    marked: ((await doc.getMarkInfo()) as Map<string, boolean> | null)?.get('Marked') === true,
    title: String(facts['Title']),
    language: String(facts['Language']),
    info: facts,
    xmp: (name) => (metadata as { get(name: string): unknown } | null)?.get(name),
    fingerprint: doc.fingerprints[0] ?? null,
  };
}

interface Heading {
  title: string;
  items: Heading[];
}

function titles(headings: Heading[] | null): string[] {
  return (headings ?? []).flatMap(({ title, items }) => [title, ...titles(items)]);
}

interface StructureNode {
  role?: string;
  id?: string;
  children?: StructureNode[];
}

async function seePage(doc: PDFDocumentProxy, number: number): Promise<PageSeen> {
  const page = await doc.getPage(number);
  const nodes = flatten(await page.getStructTree());
  const ids = nodes.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const content = await page.getTextContent({ includeMarkedContent: true });
  const roles = nodes.flatMap(({ role }) => (role === undefined ? [] : [role]));
  const texts = textById(content.items);
  const read = ids.map((id) => texts.get(id) ?? '').join('');
  return { ...sortText(content.items, new Set(ids)), read, roles };
}

function flatten(node: StructureNode | null): StructureNode[] {
  return node === null ? [] : [node, ...(node.children ?? []).flatMap(flatten)];
}

type TextItem = Awaited<
  ReturnType<Awaited<ReturnType<PDFDocumentProxy['getPage']>>['getTextContent']>
>['items'][number];

/** What stands directly under each mark. */
function textById(items: TextItem[]): Map<string, string> {
  const texts = new Map<string, string>();
  const open: (string | null)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((each) => each !== null);
      if (id) texts.set(id, (texts.get(id) ?? '') + item.str);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id);
  }
  return texts;
}

function sortText(items: TextItem[], owned: Set<string>): Omit<PageSeen, 'read' | 'roles'> {
  const seen = { text: '', artifacts: '', structured: '' };
  const open: { artifact: boolean; owned: boolean }[] = [];
  for (const item of items) {
    if ('str' in item) {
      seen.text += item.str;
      if (open.some(({ artifact }) => artifact)) seen.artifacts += item.str;
      if (open.some((marked) => marked.owned)) seen.structured += item.str;
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push({ artifact: 'tag' in item && item.tag === 'Artifact', owned: owned.has(item.id) });
  }
  return seen;
}
