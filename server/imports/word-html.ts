// The parts of a Word document as the elements of HTML that mammoth makes of them. Tracked changes are read as accepted;
// comments and notes stand at the end; pictures are left out; nothing outside the parts is ever opened.
import mammoth from 'mammoth';
import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { wordStyles } from '../model/word-styles.ts';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;

const { title, code, paragraph, item, term, clause, none } = wordStyles;

/** What our styles say goes into classes; the styles of Word that look like headings and are a title do not. */
const styleMap = [
  `p[style-name='${title}'] => p.title:fresh`,
  `r[style-name='${code}'] => span.code`,
  `p[style-name='${paragraph}'] => p.paragraph:fresh`,
  `p[style-name='${none}'] => p.none:fresh`,
  `p[style-name='${clause}'] => p.clause:fresh`,
  `p[style-name='${term}'] => p.term:fresh`,
  `p[style-name='${item}']:unordered-list(1) => ul > li.item:fresh`,
  `p[style-name='${item}']:unordered-list(2) => ul|ol > li > ul > li.item:fresh`,
  `p[style-name='${item}']:unordered-list(3) => ul|ol > li > ul > li.item:fresh`,
  "p[style-name='Title'] => p:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  'comment-reference => sup',
];

export async function wordHtml(parts: ReadonlyMap<string, Uint8Array>): Promise<readonly Node[]> {
  const file = {
    exists: (name: string) => parts.has(name),
    read: (name: string, encoding?: string) => {
      const content = Buffer.from(parts.get(name) ?? []);
      return Promise.resolve(encoding === undefined ? content : new TextDecoder(encoding).decode(content));
    },
  };
  const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
  const options = { styleMap, convertImage, includeEmbeddedStyleMap: false, externalFileAccess: false };
  // mammoth takes an open archive too, though its types name only the archives that it opens itself.
  const { value } = await mammoth.convertToHtml({ file } as never, options);
  return parseFragment(value).childNodes;
}

export function elementsOf(node: Element | undefined): Element[] {
  return (node?.childNodes ?? []).filter((child) => tree.isElementNode(child));
}

export function descendants(node: Element, tagName: string): Element[] {
  return elementsOf(node).flatMap((child) => [
    ...(child.tagName === tagName ? [child] : []),
    ...descendants(child, tagName),
  ]);
}

export function attribute(node: Element, name: string): string {
  return node.attrs.find((each) => each.name === name)?.value ?? '';
}

export function isList({ tagName }: Element): boolean {
  return tagName === 'ul' || tagName === 'ol';
}

export function isElement(node: Node): node is Element {
  return tree.isElementNode(node);
}

/** The text of a node by the lines that it was broken into; a list within it is no part of it. */
export function textOf(node: Node): string {
  if (tree.isTextNode(node)) return node.value.replace(/[\r\n]+/g, ' ');
  if (!tree.isElementNode(node) || isList(node)) return '';
  if (node.tagName === 'br') return '\n';
  return node.childNodes.map(textOf).join(node.tagName === 'td' || node.tagName === 'th' ? ' ' : '');
}
