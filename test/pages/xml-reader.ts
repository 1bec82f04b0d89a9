// Reads XML as a browser does: what is not well formed is an error.
import type { Browser } from 'puppeteer';
import { openBrowser } from '../journeys/visit.ts';

export interface XmlElement {
  readonly name: string;
  readonly space: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

export interface XmlReader {
  read(text: string): Promise<XmlElement>;
  close(): Promise<void>;
}

export async function openXmlReader(): Promise<XmlReader> {
  const browser: Browser = await openBrowser();
  const page = await browser.newPage();
  return {
    async read(text) {
      const root = (await page.evaluate(`(() => {
        const plain = (element) => ({
          name: element.localName,
          space: element.namespaceURI,
          attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
          text: element.textContent,
          children: [...element.children].map(plain),
        });
        return plain(new DOMParser().parseFromString(${JSON.stringify(text)}, 'application/xml').documentElement);
      })()`)) as XmlElement;
      if (root.name === 'parsererror' || childrenOf(root, 'parsererror').length > 0)
        throw new Error(`Not well formed: ${root.text}`);
      return root;
    },
    close: () => browser.close(),
  };
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

export function textOf(element: XmlElement, name: string): string {
  const [child] = childrenOf(element, name);
  if (!child) throw new Error(`${element.name} has no ${name}`);
  return child.text;
}
