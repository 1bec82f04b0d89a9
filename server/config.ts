// Turns the environment into one frozen object, or into a sentence of complaint that names the variable. The
// README's table of settings is proved equal to the list below.
import { isIP } from 'node:net';
import type { ProviderSettings } from './oidc.ts';
import { findBrowser } from './print/browser-path.mjs';
import { SettingError } from './setting-error.ts';
import { readProvider, readSessionSecret } from './sign-in-settings.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Null where nobody measures. */
  readonly metricsPort: number | null;
  readonly databaseFile: string;
  readonly publicUrl: string | null;
  readonly browserPath: string | null;
  readonly logLevel: string;
  readonly isProduction: boolean;
  /** Null in development, where one is made and kept beside the database. */
  readonly sessionSecret: string | null;
  readonly trustedProxies: string;
  readonly provider: ProviderSettings | null;
  /** Null for a database in memory, whose key and checkpoints last as long. */
  readonly checkpointKeyFile: string | null;
  readonly checkpointFile: string | null;
  /** Null where official PDFs are not signed. */
  readonly signingCertificate: string | null;
  readonly signingPassphrase: string | null;
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
    name: 'METRICS_PORT',
    standard: '(none: nothing is measured)',
    meaning:
      'A port of its own on HOST where `/metrics` gives measurements in the text form of Prometheus. Keep it from the public.',
  },
  {
    name: 'DATABASE_URL',
    standard: 'sqlite:./var/classplan.db',
    meaning: 'The database: `sqlite:` and a file, created where it does not exist.',
  },
  {
    name: 'PUBLIC_URL',
    standard: '(the address it listens on)',
    meaning:
      'The address the public uses, such as `https://classes.example.gov`. Official links begin with it. Set it before the first official PDF is printed: without it they have no QR code and name no site, for ever.',
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
  {
    name: 'NODE_ENV',
    standard: 'development',
    meaning: '`production` needs SESSION_SECRET and refuses demonstration people.',
  },
  {
    name: 'SESSION_SECRET',
    standard: '(in development: made once, kept beside the database)',
    meaning: 'Signs the cookies of people who sign in: at least 32 characters that nobody can guess.',
  },
  {
    name: 'TRUSTED_PROXIES',
    standard: 'loopback',
    meaning:
      'The proxies in front whose word on a visitor’s address is taken: `loopback`, `linklocal`, `uniquelocal`, addresses and networks, with commas between.',
  },
  {
    name: 'OIDC_ISSUER',
    standard: '(none: people sign in with passwords)',
    meaning:
      'The employer’s OpenID Connect provider, such as `https://login.example.gov`. The three OIDC settings go together; the provider sends people back to `/sign-in/oidc/return`.',
  },
  { name: 'OIDC_CLIENT_ID', standard: '(none)', meaning: 'What the provider calls this site.' },
  { name: 'OIDC_CLIENT_SECRET', standard: '(none)', meaning: 'The secret that the provider gave this site.' },
  {
    name: 'CHECKPOINT_KEY',
    standard: '(beside the database, ending in `.checkpoint-key.pem`)',
    meaning:
      'The file of the key that signs checkpoints. In development it is made where it is missing; in production it must exist, and `npm run checkpoint-key -- FILE` makes one.',
  },
  {
    name: 'CHECKPOINT_FILE',
    standard: '(beside the database, ending in `.checkpoints.txt`)',
    meaning: 'The file to which signed checkpoints are appended. Keep it on another disk than the database.',
  },
  {
    name: 'SIGNING_CERTIFICATE',
    standard: '(none: official PDFs are not signed)',
    meaning:
      'A PEM file with the employer’s certificate, those that vouch for it and its private key. Official PDFs that are printed from then on are signed with it.',
  },
  {
    name: 'SIGNING_PASSPHRASE',
    standard: '(none)',
    meaning: 'What opens the private key of SIGNING_CERTIFICATE, where it is encrypted.',
  },
]);

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const value = (name: string) =>
    environment[name] || settings.find((each) => each.name === name)?.standard || '';
  return Object.freeze({
    port: readPort('PORT', value('PORT')),
    metricsPort: environment.METRICS_PORT ? readPort('METRICS_PORT', environment.METRICS_PORT) : null,
    host: value('HOST'),
    databaseFile: readDatabaseFile(value('DATABASE_URL')),
    publicUrl: readPublicUrl(environment.PUBLIC_URL),
    browserPath: readBrowserPath(environment),
    logLevel: readLogLevel(value('LOG_LEVEL')),
    isProduction: readIsProduction(value('NODE_ENV')),
    sessionSecret: readSessionSecret(environment),
    trustedProxies: readTrustedProxies(value('TRUSTED_PROXIES')),
    provider: readProvider(environment),
    checkpointKeyFile: readBeside(environment, 'CHECKPOINT_KEY', 'checkpoint-key.pem'),
    checkpointFile: readBeside(environment, 'CHECKPOINT_FILE', 'checkpoints.txt'),
    signingCertificate: environment.SIGNING_CERTIFICATE || null,
    signingPassphrase: environment.SIGNING_PASSPHRASE || null,
  });
}

function readPort(name: string, text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new SettingError(`${name} must be a number from 0 to 65535, and is "${text}".`);
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
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
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

function readIsProduction(text: string): boolean {
  if (['development', 'production', 'test'].includes(text)) return text === 'production';
  throw new SettingError(`NODE_ENV must be development, production or test, and is "${text}".`);
}

function readTrustedProxies(text: string): string {
  const isProxy = (each: string) => {
    const [address = '', length, ...rest] = each.split('/');
    const bits = isIP(address) === 4 ? 32 : 128;
    const isNetwork = length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bits);
    return isIP(address) > 0 && isNetwork && rest.length === 0;
  };
  const proxies = text.split(',').map((each) => each.trim());
  const isWord = (each: string) => ['loopback', 'linklocal', 'uniquelocal'].includes(each);
  if (proxies.every((each) => isWord(each) || isProxy(each))) return proxies.join(',');
  throw new SettingError(
    `TRUSTED_PROXIES must be loopback, linklocal, uniquelocal, addresses or networks with commas between, and is "${text}".`,
  );
}

/** A file of its own for each database, so that two plans in one folder are never taken for each other. */
function readBeside(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
  ending: string,
): string | null {
  if (environment[name]) return environment[name];
  const database = readDatabaseFile(environment.DATABASE_URL || 'sqlite:./var/classplan.db');
  return database === ':memory:' ? null : `${database.replace(/\.(db|sqlite3?)$/, '')}.${ending}`;
}
