// The checkpoint file: it only grows, by what is new, and is on the disk when appending is done. The key is made once,
// for its owner alone, and production does without making one.
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { readCheckpoints } from '../../server/model/checkpoint.ts';
import { makeCheckpointKey, openCheckpointKey } from '../../server/store/checkpoint-key.ts';
import { beginCheckpointRounds } from '../../server/store/checkpoint-rounds.ts';
import type { Store } from '../../server/store/database.ts';
import { openStore } from '../../server/store/open.ts';
import { recordHead } from '../../server/store/record.ts';
import { testCheckpoints } from '../tools.ts';
import { append, temporaryFolder, textEntry, wordsOfChain } from './record-room.ts';

describe('the checkpoint file', () => {
  const folder = temporaryFolder();
  let store: Store;
  let file: string;
  let count = 0;
  beforeEach(async () => {
    store = await openStore(':memory:');
    file = folder.file(`checkpoints-${(count += 1)}.txt`);
  });
  afterEach(() => store.close());
  after(() => folder.remove());

  const kept = () =>
    readCheckpoints(readFileSync(file, 'utf8')).map(({ size, hash }) => ({ seq: size, hash }));

  it('takes each head of the record once, in order', async () => {
    const checkpoints = testCheckpoints(store, file);
    const heads = [await recordHead(store)];
    await checkpoints.append();
    for (let each = 1; each <= 3; each += 1) {
      await append(store, textEntry('a', `Wording ${each}`));
      heads.push(await recordHead(store));
      await checkpoints.append();
      await checkpoints.append();
    }
    expect(kept()).to.deep.equal(heads);
  });

  it('goes on after a restart without repeating itself', async () => {
    await append(store, textEntry('a', 'One.'));
    await testCheckpoints(store, file).append();
    const before = readFileSync(file, 'utf8');
    await testCheckpoints(store, file).append();
    expect(readFileSync(file, 'utf8')).to.equal(before);
    await append(store, textEntry('a', 'Two.'));
    await testCheckpoints(store, file).append();
    expect(readFileSync(file, 'utf8').startsWith(before)).to.equal(true);
    expect(kept()).to.have.length(2);
  });

  it('takes one of many that are appended at once', async () => {
    const checkpoints = testCheckpoints(store, file);
    await append(store, textEntry('a', 'One.'));
    await Promise.all(Array.from({ length: 9 }, () => checkpoints.append()));
    expect(kept()).to.deep.equal([await recordHead(store)]);
  });

  it('is not spoiled further by a note that a power cut left half-written', async () => {
    const checkpoints = testCheckpoints(store, file);
    await checkpoints.append();
    await append(store, textEntry('a', 'One.'));
    await checkpoints.append();
    const whole = readFileSync(file, 'utf8');
    truncateSync(file, Buffer.byteLength(whole) - 50);
    await checkpoints.append();
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(lines.slice(-7).join('\n')).to.equal(`\n${(await checkpoints.latest()).note}`);
  });

  it('goes on after a fault', async () => {
    const checkpoints = testCheckpoints(store, folder.file('not-mounted/checkpoints.txt'));
    const fault: unknown = await checkpoints.append().catch((error: unknown) => error);
    expect(wordsOfChain(fault)).to.include('ENOENT');
    expect(existsSync(folder.file('not-mounted')), 'a disk that is not there is not made up').to.equal(false);
    expect(wordsOfChain(await checkpoints.append().catch((error: unknown) => error))).to.include('ENOENT');
  });

  it('must take the first note of a server, and gets a last one', async () => {
    const told: unknown[] = [];
    const end = await beginCheckpointRounds(testCheckpoints(store, file), (error) => told.push(error));
    await append(store, textEntry('a', 'One.'));
    await end();
    expect(kept().map(({ seq }) => seq)).to.deep.equal([0, 1]);
    expect(told).to.deep.equal([]);
    const nowhere = testCheckpoints(store, folder.file('not-mounted/checkpoints.txt'));
    const refused: unknown = await beginCheckpointRounds(nowhere, () => {}).catch((error: unknown) => error);
    expect(wordsOfChain(refused)).to.match(/^CHECKPOINT_FILE must name a file that can be appended to/);
  });
});

describe('the checkpoint key', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  it('is made once, and nobody else can read it', () => {
    const file = folder.file('made/key.pem');
    const made = openCheckpointKey(file, false);
    expect(statSync(file).mode & 0o777).to.equal(0o600);
    const again = openCheckpointKey(file, true);
    expect(createPublicKey(again).equals(createPublicKey(made))).to.equal(true);
    expect(() => makeCheckpointKey(file)).to.throw('EEXIST');
  });

  it('must be there in production', () => {
    const file = folder.file('absent.pem');
    expect(() => openCheckpointKey(file, true)).to.throw(
      /^CHECKPOINT_KEY must name a file that exists .*npm run checkpoint-key -- .*absent\.pem$/,
    );
    expect(existsSync(file)).to.equal(false);
  });

  it('must be an Ed25519 private key', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const wrong = {
      'letter.pem': 'Dear Sir or Madam,',
      'public.pem': publicKey.export({ format: 'pem', type: 'spki' }).toString(),
      'other.pem': generateKeyPairSync('ec', { namedCurve: 'P-256' })
        .privateKey.export({ format: 'pem', type: 'pkcs8' })
        .toString(),
    };
    for (const [name, text] of Object.entries(wrong)) {
      writeFileSync(folder.file(name), text);
      expect(() => openCheckpointKey(folder.file(name), false), name).to.throw(
        /^CHECKPOINT_KEY must name a file with/,
      );
      expect(readFileSync(folder.file(name), 'utf8'), 'it stays as it was').to.equal(text);
    }
    const right = folder.file('right.pem');
    appendFileSync(right, privateKey.export({ format: 'pem', type: 'pkcs8' }));
    expect(openCheckpointKey(right, true).equals(privateKey)).to.equal(true);
  });

  it('lasts as long as a database in memory', () => {
    expect(openCheckpointKey(null, true).asymmetricKeyType).to.equal('ed25519');
  });
});
