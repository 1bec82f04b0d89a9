// Where a page of ours leads and what it loads, and the same page with its addresses changed.
import { type DefaultTreeAdapterTypes, defaultTreeAdapter as tree, parse, serialize } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What may be done with a form or a link that leads nowhere. */
export type Turned = { readonly to: string } | 'dropped';

export interface PageTurn {
  /** A link, or something loaded. */
  readonly link: (address: string) => Turned;
  readonly form: (address: string) => Turned;
  /** Stands in the place of a form that was dropped. */
  readonly insteadOfForm: string;
}

const attributes: Readonly<Record<string, string>> = {
  a: 'href',
  area: 'href',
  link: 'href',
  img: 'src',
  script: 'src',
  source: 'src',
};

/** Every address in a page, as it is written there. */
export function linksIn(html: string): string[] {
  return elementsOf(parse(html)).flatMap((element) => {
    const value = valueOf(element, attributes[element.tagName] ?? '');
    return value === null ? [] : [value];
  });
}

/** Addresses in a style sheet. */
export function linksInStyle(css: string): string[] {
  return [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)]
    .map(([, address = '']) => address)
    .filter((address) => !address.startsWith('data:'));
}

export function turned(html: string, turn: PageTurn): string {
  const page = parse(html);
  for (const element of elementsOf(page)) {
    if (element.tagName === 'form') turnForm(element, turn);
    else turnLink(element, turn.link);
  }
  return serialize(page);
}

function turnLink(element: Element, link: PageTurn['link']): void {
  const name = attributes[element.tagName];
  const value = name === undefined ? null : valueOf(element, name);
  if (name === undefined || value === null) return;
  const turn = link(value);
  if (turn !== 'dropped') set(element, name, turn.to);
  else if (element.tagName === 'a') becomeText(element);
  else tree.detachNode(element);
}

/** The words stay where they were; nothing promises to lead anywhere. */
function becomeText(link: Element): void {
  link.tagName = 'span';
  link.nodeName = 'span';
  link.attrs = link.attrs.filter(({ name }) => name === 'class' || name === 'id');
}

function turnForm(form: Element, { form: turnOf, insteadOfForm }: PageTurn): void {
  const turn = turnOf(valueOf(form, 'action') ?? '');
  if (turn !== 'dropped') {
    set(form, 'action', turn.to);
    return;
  }
  const parent = tree.getParentNode(form);
  if (!parent) return;
  const sentence = tree.createElement('p', form.namespaceURI, []);
  tree.insertText(sentence, insteadOfForm);
  tree.insertBefore(parent, sentence, form);
  tree.detachNode(form);
}

function elementsOf(node: Node): Element[] {
  const inner = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return tree.isElementNode(node) ? [node, ...inner] : inner;
}

function valueOf(element: Element, name: string): string | null {
  return element.attrs.find((each) => each.name === name)?.value ?? null;
}

function set(element: Element, name: string, value: string): void {
  for (const each of element.attrs) if (each.name === name) each.value = value;
}
