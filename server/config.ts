// Turns the environment into one frozen object, or into a sentence of complaint that names the variable. The
// README's table of settings is proved equal to the list below.
import { findBrowser } from './print/browser-path.mjs';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseFile: string;
  readonly publicUrl: string | null;
  readonly browserPath: string | null;
  readonly logLevel: string;
}

export interface Setting {
  readonly name: string;
  readonly standard: string;
  readonly meaning: string;
}

export const settings: readonly Setting[] = Object.freeze([
  { name: 'PORT', standard: '3000', meaning: 'The port to listen on; 0 takes any free one.' },
  { name: 'HOST', standard: '127.0.0.1', meaning: 'The address to listen on.' },
  {
    name: 'DATABASE_URL',
    standard: 'sqlite:./var/classplan.db',
    meaning: 'The database: `sqlite:` and a file, created where it does not exist.',
  },
  {
    name: 'PUBLIC_URL',
    standard: '(the address it listens on)',
    meaning:
      'The address the public uses, such as `https://classes.example.gov`. Official links begin with it.',
  },
  {
    name: 'PUPPETEER_EXECUTABLE_PATH',
    standard: '(found in the usual places)',
    meaning: 'The Chrome or Chromium that prints official PDFs.',
  },
  {
    name: 'LOG_LEVEL',
    standard: 'info',
    meaning: 'What is logged: fatal, error, warn, info, debug, trace or silent.',
  },
]);

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** A setting that cannot be used; its message is for the person who set it. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const value = (name: string) =>
    environment[name] || settings.find((each) => each.name === name)?.standard || '';
  return Object.freeze({
    port: readPort(value('PORT')),
    host: value('HOST'),
    databaseFile: readDatabaseFile(value('DATABASE_URL')),
    publicUrl: readPublicUrl(environment.PUBLIC_URL),
    browserPath: readBrowserPath(environment),
    logLevel: readLogLevel(value('LOG_LEVEL')),
  });
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new SettingError(`PORT must be a number from 0 to 65535, and is "${text}".`);
}

function readDatabaseFile(text: string): string {
  const file = /^sqlite:(.+)$/.exec(text)?.[1];
  if (file) return file;
  throw new SettingError(
    `DATABASE_URL must be sqlite: and a file, such as sqlite:./var/classplan.db, and is "${text}".`,
  );
}

function readPublicUrl(text: string | undefined): string | null {
  if (!text) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search) return url.origin;
  throw new SettingError(`PUBLIC_URL must be an http or https address without a path, and is "${text}".`);
}

function readBrowserPath(environment: Readonly<Record<string, string | undefined>>): string | null {
  const path = findBrowser(environment);
  if (path === null && environment.PUPPETEER_EXECUTABLE_PATH) {
    throw new SettingError(
      `PUPPETEER_EXECUTABLE_PATH must name a program that can be run, and is "${environment.PUPPETEER_EXECUTABLE_PATH}".`,
    );
  }
  return path;
}

function readLogLevel(text: string): string {
  if (logLevels.includes(text)) return text;
  throw new SettingError(`LOG_LEVEL must be one of ${logLevels.join(', ')}, and is "${text}".`);
}
