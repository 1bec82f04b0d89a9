// A person without a mouse: what journeys by keyboard share.
import { expect } from 'chai';
import type { Page } from 'puppeteer';

/** Presses Tab until the keyboard is at what fits the selector. */
export async function tabTo(page: Page, selector: string, most = 600): Promise<void> {
  for (let stops = 0; stops < most; stops += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`)) return;
  }
  expect.fail(`Tab does not lead to ${selector}`);
}

/** Presses Tab until the keyboard is at something with this text. */
export async function tabToText(page: Page, text: string, most = 600): Promise<void> {
  for (let stops = 0; stops < most; stops += 1) {
    await page.keyboard.press('Tab');
    if ((await textAtHand(page)) === text) return;
  }
  expect.fail(`Tab does not lead to “${text}”`);
}

async function textAtHand(page: Page): Promise<string> {
  return String(
    await page.evaluate("document.activeElement?.textContent.trim().replace(/\\s+/g, ' ') ?? ''"),
  );
}

/** Presses two or more keys together: chord(page, 'Alt', 'ArrowUp'). */
export async function chord(
  page: Page,
  modifier: 'Alt' | 'Control',
  key: 'ArrowUp' | 'ArrowDown' | 'KeyZ' | 'KeyS' | 'End',
): Promise<void> {
  await page.keyboard.down(modifier);
  await page.keyboard.press(key);
  await page.keyboard.up(modifier);
}

/** To the end of what is being written. */
export async function toEnd(page: Page): Promise<void> {
  await chord(page, 'Control', 'End');
}
