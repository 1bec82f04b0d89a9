// Chromium and nothing around it: two tabs that stay open, a document set into one of them, its PDF taken out.
import puppeteer, { type Page } from 'puppeteer';
import { launchOptions, documentSheet } from '../../server/print/options.ts';

export interface BareTabs {
  print(html: string): Promise<void>;
  close(): Promise<void>;
}

export async function bareTabs(executablePath: string): Promise<BareTabs> {
  const asRoot = process.getuid?.() === 0;
  const options = launchOptions({ executablePath, asRoot });
  const browser = await puppeteer.launch(options);
  const idle: Page[] = [await browser.newPage(), await browser.newPage()];
  return {
    print: async (html) => {
      const page = idle.pop() ?? (await browser.newPage());
      await page.setContent(html, { waitUntil: 'load' });
      await page.pdf({ ...documentSheet });
      idle.push(page);
    },
    close: () => browser.close(),
  };
}
