// From settings to Chromium's flags and print options.
// Law: the browser may reach nothing. Names resolve to nothing, the proxy is dead, and loopback goes through it too.

import type { LaunchOptions, PDFOptions } from 'puppeteer';

export interface LaunchSettings {
  readonly executablePath: string;
  readonly asRoot: boolean;
}

const reachNothing = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--dns-prefetch-disable',
  '--no-pings',
];

const quiet = [
  '--disable-dev-shm-usage', // containers often have 64 MB there
  '--disable-extensions',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--mute-audio',
  '--no-first-run',
];

/** What the browser may know of our environment: never the secrets of the server. */
const passedOn = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LD_LIBRARY_PATH', 'FONTCONFIG_FILE', 'FONTCONFIG_PATH'];

/**
 * No time limit of Puppeteer's on what it asks the browser: the printer's own timer knows how long each document may take.
 * Without a profile path Puppeteer makes one in the temp folder and removes it when the process ends.
 */
export function launchOptions(settings: LaunchSettings): LaunchOptions {
  return {
    executablePath: settings.executablePath,
    // Chromium refuses its own sandbox to uid 0.
    args: [...reachNothing, ...quiet, ...(settings.asRoot ? ['--no-sandbox'] : [])],
    pipe: true,
    env: environment(process.env),
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    protocolTimeout: 0,
  };
}

function environment(all: NodeJS.ProcessEnv): Record<string, string> {
  const kept = passedOn.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]]));
  return { ...(Object.fromEntries(kept) as Record<string, string>), TZ: 'UTC' };
}

/** No timeout of Puppeteer's: the printer's own covers a dead renderer, which Puppeteer's does not. */
const sheet: PDFOptions = Object.freeze({
  preferCSSPageSize: true,
  printBackground: true,
  displayHeaderFooter: false,
  timeout: 0,
});

export const documentSheet: PDFOptions = Object.freeze({ ...sheet, tagged: true, outline: true });

/** Furniture is drawn over the pages as an artifact: transparent, and no part of the structure. */
export const furnitureSheet: PDFOptions = Object.freeze({
  ...sheet,
  tagged: false,
  outline: false,
  omitBackground: true,
});
