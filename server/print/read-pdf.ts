// Reads a finished PDF again, as a reader's program does: with pdf.js its structure, text, links and metadata, with pdf-lib
// its fonts, which pdf.js tells only while it draws.
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { AnnotationSeen, DocumentSeen, ElementSeen, PageSeen } from './document-seen.ts';
import { fontsWithin } from './fonts-within.ts';
import { textsById, untaggedRuns } from './text-runs.ts';

/** Nothing is drawn: no fonts are made ready for it. */
const reading = { verbosity: 0, useSystemFonts: false, disableFontFace: true } as const;

export async function readPdf(bytes: Uint8Array): Promise<DocumentSeen> {
  const task = getDocument({ ...reading, data: bytes.slice() });
  try {
    return { ...(await seeDocument(await task.promise)), fonts: await fontsWithin(bytes) };
  } finally {
    await task.destroy();
  }
}

async function seeDocument(doc: PDFDocumentProxy): Promise<Omit<DocumentSeen, 'fonts'>> {
  const { info, metadata } = await doc.getMetadata();
  const facts = info as Readonly<Record<string, unknown>>;
  const described = metadata as { get(name: string): unknown } | null;
  const marks = (await doc.getMarkInfo()) as ReadonlyMap<string, unknown> | null;
  const preferences = (await doc.getViewerPreferences()) as ReadonlyMap<string, unknown> | null;
  const numbers = Array.from({ length: doc.numPages }, (_, index) => index + 1);
  const pages: PageSeen[] = [];
  for (const number of numbers) pages.push(await seePage(await doc.getPage(number), number));
  return {
    isMarked: marks?.get('Marked') === true,
    title: textOf(facts['Title']),
    describedTitle: textOf(described?.get('dc:title')),
    showsTitle: preferences?.get('DisplayDocTitle') === true,
    language: textOf(facts['Language']),
    claimedPart: textOf(described?.get('pdfuaid:part')),
    outlined: ((await doc.getOutline()) as readonly unknown[] | null)?.length ?? 0,
    active: await activeParts(doc),
    pages,
  };
}

async function activeParts(doc: PDFDocumentProxy): Promise<string[]> {
  const [scripts, opening, attachments] = await Promise.all([
    doc.hasJSActions(),
    doc.getOpenAction() as Promise<unknown>,
    doc.getAttachments() as Promise<unknown>,
  ]);
  return [
    ...(scripts ? ['a script'] : []),
    ...(opening === null ? [] : ['an action on opening']),
    ...(attachments === null ? [] : ['an attachment']),
  ];
}

async function seePage(page: PDFPageProxy, number: number): Promise<PageSeen> {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const tree = (await page.getStructTree()) as Node | null;
  const texts = textsById(items);
  const owned = new Set(tree ? contentIds(tree) : []);
  return {
    number,
    elements: (tree?.children ?? []).flatMap((node) => elementsAt(node, texts)),
    untagged: untaggedRuns(items, owned),
    annotations: ((await page.getAnnotations()) as Annotation[]).map(annotationSeen),
  };
}

/** A node of pdf.js's tree: an element with a role, or content, or an annotation. */
interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly alt?: string;
  readonly scope?: string;
  readonly children?: readonly Node[];
}

function contentIds({ id, children = [] }: Node): string[] {
  return [...(id === undefined ? [] : [id]), ...children.flatMap(contentIds)];
}

function elementsAt(node: Node, texts: ReadonlyMap<string, string>): ElementSeen[] {
  if (node.role === undefined) return [];
  const nodes = node.children ?? [];
  return [
    {
      role: node.role,
      text: contentIds(node)
        .map((id) => texts.get(id) ?? '')
        .join(''),
      alternative: node.alt ?? null,
      scope: node.scope ?? null,
      annotations: nodes.flatMap(({ type, id }) => (type === 'annotation' && id ? [annotationId(id)] : [])),
      children: nodes.flatMap((each) => elementsAt(each, texts)),
    },
  ];
}

function annotationId(id: string): string {
  return id.replace(/^pdfjs_internal_id_/, '');
}

interface Annotation {
  readonly id: string;
  readonly subtype: string;
  readonly contentsObj?: { readonly str: string };
  readonly url?: string;
  readonly dest?: unknown;
}

function annotationSeen({ id, subtype, contentsObj, url, dest }: Annotation): AnnotationSeen {
  const place = typeof dest === 'string' ? `#${dest}` : dest ? '#' : null;
  return { id, kind: subtype, contents: contentsObj?.str ?? '', target: url ?? place };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
