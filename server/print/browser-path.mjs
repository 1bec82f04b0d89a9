// Where Chrome or Chromium is on this machine. Plain JavaScript, because scripts/setup.mjs asks before the
// project's own Node is installed.
import { accessSync, constants, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Where @puppeteer/browsers puts what it downloads, when set-up had to. */
export const browserFolder = join(homedir(), '.cache', 'puppeteer');

/**
 * The browser named by PUPPETEER_EXECUTABLE_PATH, else the first found in the usual places, else null.
 * @param {Record<string, string | undefined>} environment
 * @returns {string | null}
 */
export function findBrowser(environment) {
  const named = environment.PUPPETEER_EXECUTABLE_PATH;
  if (named) return isExecutable(named) ? named : null;
  return places.find(isExecutable) ?? downloaded() ?? null;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns {string | undefined} */
function downloaded() {
  const names = ['chrome', 'chrome.exe', 'Google Chrome for Testing'];
  try {
    const files = readdirSync(join(browserFolder, 'chrome'), { recursive: true, withFileTypes: true });
    const file = files.find((each) => each.isFile() && names.includes(each.name));
    return file && join(file.parentPath, file.name);
  } catch {
    return undefined;
  }
}
