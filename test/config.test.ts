// The settings: each has a value that works without being set, and a wrong one is refused in words that name it.
import { expect } from 'chai';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, settings } from '../server/config.ts';
import { SettingError } from '../server/setting-error.ts';

const good: readonly (readonly [
  name: string,
  text: string,
  key: keyof ReturnType<typeof readConfig>,
  value: unknown,
])[] = [
  ['PORT', '0', 'port', 0],
  ['PORT', '65535', 'port', 65_535],
  ['PORT', '', 'port', 3000],
  ['METRICS_PORT', '', 'metricsPort', null],
  ['METRICS_PORT', '9464', 'metricsPort', 9464],
  ['HOST', '0.0.0.0', 'host', '0.0.0.0'],
  ['DATABASE_URL', 'sqlite:/var/lib/plan.db', 'databaseFile', '/var/lib/plan.db'],
  ['PUBLIC_URL', 'https://classes.example.gov', 'publicUrl', 'https://classes.example.gov'],
  ['PUBLIC_URL', 'http://classes.example.gov:8080/', 'publicUrl', 'http://classes.example.gov:8080'],
  ['PUBLIC_URL', '', 'publicUrl', null],
  ['PUPPETEER_EXECUTABLE_PATH', process.execPath, 'browserPath', process.execPath],
  ['LOG_LEVEL', 'silent', 'logLevel', 'silent'],
  ['LOG_LEVEL', 'trace', 'logLevel', 'trace'],
  ['NODE_ENV', 'development', 'isProduction', false],
  ['NODE_ENV', 'test', 'isProduction', false],
  ['SESSION_SECRET', 'a-secret-that-has-32-characters!', 'sessionSecret', 'a-secret-that-has-32-characters!'],
  ['SESSION_SECRET', '', 'sessionSecret', null],
  ['TRUSTED_PROXIES', 'loopback, 10.0.0.0/8,fd00::1', 'trustedProxies', 'loopback,10.0.0.0/8,fd00::1'],
  ['CHECKPOINT_KEY', '/etc/classplan/key.pem', 'checkpointKeyFile', '/etc/classplan/key.pem'],
  ['CHECKPOINT_KEY', '', 'checkpointKeyFile', './var/classplan.checkpoint-key.pem'],
  ['CHECKPOINT_FILE', '/mnt/evidence/checkpoints.txt', 'checkpointFile', '/mnt/evidence/checkpoints.txt'],
  ['CHECKPOINT_FILE', '', 'checkpointFile', './var/classplan.checkpoints.txt'],
  ['DATABASE_URL', 'sqlite:/var/lib/plan.sqlite3', 'checkpointFile', '/var/lib/plan.checkpoints.txt'],
  ['DATABASE_URL', 'sqlite::memory:', 'checkpointFile', null],
  ['SIGNING_CERTIFICATE', '/etc/classplan/signing.pem', 'signingCertificate', '/etc/classplan/signing.pem'],
  ['SIGNING_CERTIFICATE', '', 'signingCertificate', null],
  ['SIGNING_PASSPHRASE', 'a passphrase', 'signingPassphrase', 'a passphrase'],
  ['SIGNING_PASSPHRASE', '', 'signingPassphrase', null],
  ['OIDC_ISSUER', '', 'provider', null],
  ['OIDC_CLIENT_ID', '', 'provider', null],
  ['OIDC_CLIENT_SECRET', '', 'provider', null],
];

const bad: readonly (readonly [name: string, text: string])[] = [
  ['PORT', '65536'],
  ['METRICS_PORT', 'x'],
  ['PORT', '-1'],
  ['PORT', '80a'],
  ['PORT', '3e3'],
  ['PORT', '3000.5'],
  ['PORT', ' 3000'],
  ['DATABASE_URL', './var/classplan.db'],
  ['DATABASE_URL', 'sqlite:'],
  ['DATABASE_URL', 'mysql://localhost/plan'],
  ['PUBLIC_URL', 'classes.example.gov'],
  ['PUBLIC_URL', 'ftp://classes.example.gov'],
  ['PUBLIC_URL', 'https://classes.example.gov/plan'],
  ['PUBLIC_URL', 'https://classes.example.gov/?a=b'],
  ['PUPPETEER_EXECUTABLE_PATH', '/nowhere/chromium'],
  ['LOG_LEVEL', 'loud'],
  ['LOG_LEVEL', 'INFO'],
  ['NODE_ENV', 'prod'],
  ['TRUSTED_PROXIES', 'everybody'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', '10.0.0.0/8/8'],
  ['TRUSTED_PROXIES', 'loopback,'],
];

describe('settings', () => {
  it('work without any being set', () => {
    const config = readConfig({});
    expect(config).to.deep.include({
      port: 3000,
      host: '127.0.0.1',
      databaseFile: './var/classplan.db',
      publicUrl: null,
      logLevel: 'info',
    });
    expect(Object.isFrozen(config)).to.equal(true);
  });

  for (const [name, text, key, value] of good) {
    it(`${name}=${text} is taken`, () => expect(readConfig({ [name]: text })[key]).to.equal(value));
  }

  for (const [name, text] of bad) {
    it(`${name}=${text} is refused, and the message names it`, () => {
      expect(() => readConfig({ [name]: text }))
        .to.throw(SettingError, new RegExp(`^${name} must .+ and is "`))
        .with.property('message')
        .that.satisfies((message: string) => message.endsWith(`"${text}".`));
    });
  }

  it('a browser that may not be run is refused', () => {
    const folder = mkdtempSync(join(tmpdir(), 'classplan-config-'));
    const file = join(folder, 'chromium');
    writeFileSync(file, 'no program', { mode: 0o644 });
    const read = () => readConfig({ PUPPETEER_EXECUTABLE_PATH: file });
    expect(read).to.throw(SettingError, 'PUPPETEER_EXECUTABLE_PATH');
    rmSync(folder, { recursive: true });
  });

  it('a session secret is long, and in production it is set; the message does not repeat it', () => {
    const short = 'thirty-one characters, not more';
    expect(() => readConfig({ SESSION_SECRET: short }))
      .to.throw(SettingError, /^SESSION_SECRET must have at least 32 characters, and has 31\.$/)
      .with.property('message')
      .that.does.not.contain(short);
    expect(() => readConfig({ NODE_ENV: 'production' })).to.throw(
      SettingError,
      /^SESSION_SECRET must be set/,
    );
  });

  it('the three settings of a provider go together, and it is spoken to over https', () => {
    const all = { OIDC_ISSUER: 'https://login.example.gov', OIDC_CLIENT_ID: 'id', OIDC_CLIENT_SECRET: 's' };
    expect(readConfig(all).provider).to.deep.equal({
      issuer: 'https://login.example.gov',
      clientId: 'id',
      clientSecret: 's',
    });
    for (const name of Object.keys(all))
      expect(() => readConfig({ ...all, [name]: '' })).to.throw(
        SettingError,
        new RegExp(`^${name} must be set`),
      );
    for (const issuer of ['http://login.example.gov', 'login.example.gov', 'ftp://127.0.0.1'])
      expect(() => readConfig({ ...all, OIDC_ISSUER: issuer })).to.throw(
        SettingError,
        /^OIDC_ISSUER must be/,
      );
    const local = 'http://127.0.0.1:4000';
    expect(readConfig({ ...all, OIDC_ISSUER: local }).provider?.issuer).to.equal(local);
  });

  it('each is listed once, with a meaning, and each listed one is tried here', () => {
    const names = settings.map(({ name }) => name);
    expect(new Set(names).size).to.equal(names.length);
    for (const { name, meaning } of settings) expect(meaning, name).to.match(/\.$/);
    expect(new Set(good.map(([name]) => name))).to.deep.equal(new Set(names));
  });
});
