// Checkpoints: what is signed is read back, the same record gives the same note, no changed byte is taken for signed,
// and openssl agrees with every word of docs/record.md.
import { spawnSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  type Checkpoint,
  isSignedBy,
  keyId,
  originAt,
  readCheckpoints,
  signCheckpoint,
  UnreadableCheckpoint,
  verifierKey,
} from '../../server/model/checkpoint.ts';

/** The first test vector of RFC 8032, 7.1. */
const privateKey = createPrivateKey({
  format: 'jwk',
  key: {
    kty: 'OKP',
    crv: 'Ed25519',
    d: Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex').toString(
      'base64url',
    ),
    x: Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex').toString(
      'base64url',
    ),
  },
});
const publicKey = createPublicKey(privateKey);
const stranger = generateKeyPairSync('ed25519');

const origin = fc.oneof(
  fc.domain().map((domain) => `${domain}/record`),
  fc.stringMatching(/^[!-*,-~]{1,30}$/),
);
const checkpoint: fc.Arbitrary<Checkpoint> = fc.record({
  origin,
  size: fc.nat(),
  hash: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex')),
});

describe('a checkpoint', () => {
  it('is three lines, an empty one and the signature', () => {
    const note = signCheckpoint(
      { origin: 'classes.example.gov/record', size: 131, hash: 'e3'.repeat(32) },
      privateKey,
    );
    expect(note.split('\n')).to.have.length(6);
    expect(note).to.match(
      /^classes\.example\.gov\/record\n131\n(4\+Pj){10}4\+M=\n\n— classes\.example\.gov\/record [A-Za-z0-9+/]{91}=\n$/,
    );
    expect(originAt('https://classes.example.gov')).to.equal('classes.example.gov/record');
    expect(originAt('http://localhost:3000')).to.equal('localhost:3000/record');
    expect(originAt(null)).to.equal('localhost/record');
  });

  it('names its key as signed notes do', () => {
    // sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8, the key of Go's checksum database.
    const key = Buffer.from('Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8', 'base64').subarray(1);
    const theirs = createPublicKey({
      format: 'jwk',
      key: { kty: 'OKP', crv: 'Ed25519', x: key.toString('base64url') },
    });
    expect(keyId('sum.golang.org', theirs).toString('hex')).to.equal('033de0ae');
    expect(verifierKey('sum.golang.org', theirs)).to.equal(
      'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8',
    );
  });

  it('is read back as it was signed, by its own key only', () => {
    fc.assert(
      fc.property(checkpoint, (signed) => {
        const [note, ...rest] = readCheckpoints(signCheckpoint(signed, privateKey));
        expect(rest).to.deep.equal([]);
        expect(note).to.deep.include(signed);
        expect(note && isSignedBy(note, publicKey)).to.equal(true);
        expect(note && isSignedBy(note, stranger.publicKey)).to.equal(false);
      }),
    );
  });

  it('is the same note for the same record', () => {
    fc.assert(
      fc.property(checkpoint, (signed) => {
        expect(signCheckpoint(signed, privateKey)).to.equal(signCheckpoint({ ...signed }, privateKey));
      }),
    );
  });

  it('is not taken for signed with any character changed', () => {
    const change = fc.tuple(checkpoint, fc.nat(), fc.constantFrom(...'a0Z9+/= —\n'));
    fc.assert(
      fc.property(change, ([signed, at, character]) => {
        const note = signCheckpoint(signed, privateKey);
        const place = at % note.length;
        const changed = note.slice(0, place) + character + note.slice(place + 1);
        fc.pre(changed !== note);
        expect(signedIn(changed)).to.deep.equal([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is found among many, however they are set apart', () => {
    const apart = fc.constantFrom('', '\n', '\n\n\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(apart, checkpoint), { maxLength: 6 }), fc.boolean(), (kept, windows) => {
        const text = kept.map(([gap, each]) => gap + signCheckpoint(each, privateKey)).join('');
        const notes = readCheckpoints(windows ? text.replaceAll('\n', '\r\n') : text);
        expect(notes.map(({ origin, size, hash }) => ({ origin, size, hash }))).to.deep.equal(
          kept.map(([, each]) => each),
        );
        for (const note of notes) {
          expect(isSignedBy(note, publicKey)).to.equal(true);
          expect(text.split('\n')[note.line - 1]).to.equal(note.origin);
        }
      }),
    );
  });

  it('may carry the signatures of others, but no false one in the name of its key', () => {
    const signed = { origin: 'classes.example.gov/record', size: 7, hash: 'ab'.repeat(32) };
    const note = signCheckpoint(signed, privateKey);
    const [witnessed] = readCheckpoints(
      `${note}— witness.example/w ${Buffer.alloc(76, 3).toString('base64')}\n`,
    );
    expect(witnessed && isSignedBy(witnessed, publicKey)).to.equal(true);
    const id = keyId(signed.origin, publicKey);
    const forged = Buffer.concat([id, Buffer.alloc(64, 3)]).toString('base64');
    const [doubted] = readCheckpoints(`${note}— ${signed.origin} ${forged}\n`);
    expect(doubted && isSignedBy(doubted, publicKey)).to.equal(false);
  });

  const head = Buffer.alloc(32).toString('base64');
  const seal = `— o ${Buffer.alloc(68).toString('base64')}`;
  const unreadable: [string, string, number][] = [
    ['a letter', 'Dear Sir or Madam,', 1],
    ['no number', `o\nmany\n${head}\n\n${seal}\n`, 2],
    ['a number with a zero before it', `o\n07\n${head}\n\n${seal}\n`, 2],
    ['a head in hexadecimal', `o\n7\n${'0'.repeat(64)}\n\n${seal}\n`, 3],
    ['a head that is too short', `o\n7\n${Buffer.alloc(31).toString('base64')}\n\n${seal}\n`, 3],
    ['a fourth line', `o\n7\n${head}\nmore\n\n${seal}\n`, 4],
    ['no signature', `o\n7\n${head}\n\n`, 5],
    ['half a signature', `o\n7\n${head}\n\n${seal.slice(0, 40)}!\n`, 5],
    ['a second one that is cut off', `o\n7\n${head}\n\n${seal}\n\no\n8\n`, 9],
  ];
  for (const [name, text, line] of unreadable) {
    it(`that has ${name} is refused, with the line`, () => {
      expect(() => readCheckpoints(text))
        .to.throw(UnreadableCheckpoint)
        .with.property('line', line);
    });
  }

  it('is checked with openssl as the documentation says', function () {
    if (spawnSync('openssl', ['version']).status !== 0) this.skip();
    const folder = mkdtempSync(join(tmpdir(), 'classplan-openssl-'));
    const signed = { origin: 'classes.example.gov/record', size: 7, hash: 'ab'.repeat(32) };
    writeFileSync(join(folder, 'checkpoint-key.pem'), publicKey.export({ format: 'pem', type: 'spki' }));
    const check = (note: string) => {
      writeFileSync(join(folder, 'checkpoint.txt'), note);
      return spawnSync('sh', ['-ec', commandsOf('docs/record.md')], { cwd: folder, encoding: 'utf8' });
    };
    const note = signCheckpoint(signed, privateKey);
    const good = check(note);
    expect([good.stdout.trim().split('\n'), good.status], good.stderr).to.deep.equal([
      ['Signature Verified Successfully', signed.hash],
      0,
    ]);
    expect(check(note.replace('\n7\n', '\n8\n')).status).not.to.equal(0);
    rmSync(folder, { recursive: true });
  });
});

function signedIn(text: string): Checkpoint[] {
  try {
    return readCheckpoints(text).filter((note) => isSignedBy(note, publicKey));
  } catch (error) {
    if (error instanceof UnreadableCheckpoint) return [];
    throw error;
  }
}

/** The commands of the documentation that call openssl, as they are printed there. */
function commandsOf(path: string): string {
  const text = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const block = [...text.matchAll(/^```\n([^]*?)^```$/gm)].find(([, each]) => each?.includes('openssl'));
  return block?.[1] ?? 'exit 9';
}
