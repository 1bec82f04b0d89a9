// npm run person: accounts from the command line, where no secret is shown; and the start that refuses demonstration
// people in production.
import { expect } from 'chai';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { beginPlan } from '../../server/actions/begin-plan.ts';
import { signIn } from '../../server/actions/sign-in.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { openStore } from '../../server/store/open.ts';
import { ownSessionSecret } from '../../server/session-secret.ts';
import { audit } from '../actions/people-room.ts';
import { temporaryFolder } from '../store/record-room.ts';
import { now } from '../tools.ts';
import { isRefused, type Ran } from './command.ts';

const password = 'purple staplers orbit quietly';
const folder = temporaryFolder();
const pathOf = (name: string) => new URL(`../../${name}`, import.meta.url).pathname;

function person(file: string, input: string, ...words: string[]): Ran {
  const env = { ...process.env, DATABASE_URL: `sqlite:${file}` };
  const command = [pathOf('scripts/person.ts'), ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', env, input });
  return { status, stdout, stderr };
}

describe('npm run person', () => {
  const file = folder.file('people.db');
  const ada = ['--name', 'Ada Quist', '--email', 'Ada@city.gov'];

  it('adds the first administrator, who can sign in, and shows no secret', async () => {
    expect(person(file, '', 'list').stdout).to.contain('Nobody has an account yet.');
    const added = person(file, `${password}\n`, 'add', ...ada, '--role', 'administrator', '--password-stdin');
    expect(added).to.deep.equal({
      status: 0,
      stdout: 'Added Ada Quist <ada@city.gov>: administrator.\n',
      stderr: '',
    });
    const store = await openStore(file);
    const request = { email: 'ada@city.gov', password, sessionId: 'x', address: '' };
    expect((await signIn({ store, now }, request))?.name).to.equal('Ada Quist');
    const [, entry] = await audit(store, 2);
    expect(entry).to.deep.include({ act: 'person-added', personId: null });
    await store.close();
  });

  it('lists, changes roles, sets a password, disables and enables', () => {
    const said = [
      person(file, '', 'roles', 'ADA@city.gov', '--role', 'analyst', '--role', 'administrator'),
      person(file, 'marble ladders whisper softly', 'password', 'ada@city.gov', '--password-stdin'),
      person(file, '', 'disable', 'ada@city.gov'),
      person(file, '', 'list'),
      person(file, '', 'enable', 'ada@city.gov'),
    ];
    expect(said.map(({ status }) => status)).to.deep.equal([0, 0, 0, 0, 0]);
    expect(said[3]?.stdout).to.equal('Ada Quist <ada@city.gov>: analyst, administrator, disabled\n');
    expect(JSON.stringify(said)).to.not.match(/marble|staplers|argon/);
  });

  const refused: readonly (readonly [what: string, input: string, words: string[], sentence: RegExp])[] = [
    ['no command', '', [], /^Usage/],
    ['an unknown command', '', ['constructor'], /^Usage/],
    ['an unknown option', '', ['list', '--all'], /Usage/],
    ['a role that is none', '', ['add', ...ada, '--role', 'owner'], /There is no role "owner"/],
    ['no role', '', ['add', ...ada], /^Usage/],
    ['no email', '', ['add', '--name', 'B', '--role', 'analyst'], /^Usage/],
    [
      'an email that is taken',
      password,
      ['add', ...ada, '--role', 'analyst', '--password-stdin'],
      /has this email/,
    ],
    ['a short password', 'short', ['password', 'ada@city.gov', '--password-stdin'], /at least 15 characters/],
    ['a person who is not there', '', ['disable', 'nobody@city.gov'], /Nobody has the email nobody@city.gov/],
    ['no keyboard to ask at', '', ['password', 'ada@city.gov'], /Send the password with --password-stdin/],
  ];
  for (const [what, input, words, sentence] of refused) {
    it(`${what} is refused in a sentence`, () => {
      const ran = person(file, input, ...words);
      expect(isRefused(ran), ran.stderr).to.equal(true);
      expect(ran.stderr).to.match(sentence);
    });
  }
});

describe('a start in production', () => {
  const start = (file: string) =>
    spawn(process.execPath, [pathOf('server/main.ts')], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        SESSION_SECRET: 'a secret of a test, which is long enough',
        DATABASE_URL: `sqlite:${file}`,
        PORT: '0',
        LOG_LEVEL: 'silent',
        CHECKPOINT_KEY: keyFile,
      },
    });
  const keyFile = folder.file('checkpoint-key.pem');
  after(() => folder.remove());

  it('with demonstration people is refused, in a sentence that names the cure', async () => {
    const file = folder.file('demonstration.db');
    const store = await openStore(file);
    await beginPlan({ store, now, by: 'test' }, readSamplePlan());
    await store.close();
    makeCheckpointKey();
    const child = start(file);
    let told = '';
    child.stderr.on('data', (part: Buffer) => (told += part.toString()));
    const status = await new Promise((resolve) => child.once('close', resolve));
    expect(status).to.equal(1);
    expect(told)
      .to.match(/^Classplan does not start: NODE_ENV is production, and 5 demonstration people/)
      .and.contain('npm run person -- disable --demonstration');

    const cure = person(file, '', 'disable', '--demonstration');
    expect(cure.stdout).to.match(/^Disabled: Anders Quill .*, Priya Holloway/);
    const cured = start(file);
    const line = await new Promise<string>((resolve) =>
      cured.stdout.once('data', (part: Buffer) => resolve(part.toString())),
    );
    expect(line)
      .to.match(/^Classplan serves http/)
      .and.not.contain('passphrase');
    cured.kill('SIGTERM');
    await new Promise((resolve) => cured.once('close', resolve));
  });

  function makeCheckpointKey(): void {
    const { status, stderr } = spawnSync(process.execPath, [pathOf('scripts/checkpoint-key.ts'), keyFile], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
  }
});

describe('the secret of development', () => {
  it('is made once, kept beside the database, and read by its owner alone', () => {
    const place = temporaryFolder();
    const first = ownSessionSecret(place.file('deep/plan.db'));
    expect(first).to.have.length.above(40);
    expect(ownSessionSecret(place.file('deep/plan.db'))).to.equal(first);
    const file = place.file('deep/session-secret');
    expect(readFileSync(file, 'utf8')).to.equal(first);
    expect(statSync(file).mode & 0o777).to.equal(0o600);
    expect(ownSessionSecret(':memory:')).to.not.equal(ownSessionSecret(':memory:'));
    place.remove();
  });
});
