// The hash rule: any change of anything that an entry says changes its hash.
import { expect } from 'chai';
import fc from 'fast-check';
import {
  canonicalJson,
  hashBody,
  hashRevision,
  type RevisionHeader,
  sha256,
} from '../../server/model/revision-chain.ts';

const word = fc.string({ unit: 'grapheme', maxLength: 12 });
const maybe = fc.option(word);
const hash = fc.string({ minLength: 64, maxLength: 64, unit: fc.constantFrom(...'0123456789abcdef') });
const event = fc.record({ on: maybe, kind: word, note: maybe });
const fields = {
  seq: fc.integer({ min: 1 }),
  subject: word,
  subjectId: word,
  number: fc.integer({ min: 1 }),
  status: word,
  changes: fc.array(word, { maxLength: 3 }),
  effectiveOn: word,
  decidedOn: maybe,
  recordedAt: word,
  recordedBy: word,
  action: maybe,
  events: fc.array(event, { maxLength: 3 }),
  previousHash: hash,
  bodyHash: hash,
} satisfies { [K in keyof RevisionHeader]: fc.Arbitrary<RevisionHeader[K]> };
const header: fc.Arbitrary<RevisionHeader> = fc.record(fields);

describe('the hash of a revision', () => {
  for (const name of Object.keys(fields) as (keyof RevisionHeader)[]) {
    it(`changes with ${name}`, () => {
      fc.assert(
        fc.property(header, header, (one, other) => {
          fc.pre(canonicalJson(one[name]) !== canonicalJson(other[name]));
          expect(hashRevision({ ...one, [name]: other[name] })).not.to.equal(hashRevision(one));
        }),
        { numRuns: 50 },
      );
    });
  }

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(header, (one) => {
        const turned = Object.fromEntries(Object.entries(one).reverse()) as unknown as RevisionHeader;
        expect(hashRevision(turned)).to.equal(hashRevision(one));
      }),
    );
  });

  it('tells null, nothing and an empty text apart', () => {
    const [one] = fc.sample(header, 1);
    if (!one) throw new Error('no header');
    const hashes = [null, '', 'null'].map((action) => hashRevision({ ...one, action }));
    expect(new Set(hashes).size).to.equal(3);
  });

  it('is this one for this entry, for ever', () => {
    const first: RevisionHeader = {
      seq: 1,
      subject: 'class',
      subjectId: 'class-a',
      number: 1,
      status: 'active',
      changes: ['create'],
      effectiveOn: '2024-07-01',
      decidedOn: null,
      recordedAt: '2024-06-18T12:00:00.000Z',
      recordedBy: 'test',
      action: null,
      events: [],
      previousHash: '0'.repeat(64),
      bodyHash: hashBody('00', '{}'),
    };
    const text = `classplan/revision/1\0{"action":null,"bodyHash":"${first.bodyHash}","changes":["create"],"decidedOn":null,"effectiveOn":"2024-07-01","events":[],"number":1,"previousHash":"${first.previousHash}","recordedAt":"2024-06-18T12:00:00.000Z","recordedBy":"test","seq":1,"status":"active","subject":"class","subjectId":"class-a"}`;
    expect(hashRevision(first)).to.equal(sha256(text));
    expect(first.bodyHash).to.equal(sha256('classplan/body/1\x0000{}'));
  });
});

describe('the hash of a body', () => {
  it('changes with the body and with the salt', () => {
    const salt = fc.string({ minLength: 32, maxLength: 32, unit: fc.constantFrom(...'0123456789abcdef') });
    fc.assert(
      fc.property(salt, salt, word, word, (one, other, body, changed) => {
        fc.pre(one !== other && body !== changed);
        expect(hashBody(one, body)).not.to.equal(hashBody(other, body));
        expect(hashBody(one, body)).not.to.equal(hashBody(one, changed));
      }),
    );
  });

  it('is not the hash of a revision with the same text', () => {
    expect(hashBody('', canonicalJson({}))).not.to.equal(hashRevision({} as RevisionHeader));
  });
});

describe('canonical JSON', () => {
  it('is one text for one value, and reads back as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const read: unknown = JSON.parse(canonicalJson(value));
        expect(canonicalJson(read)).to.equal(canonicalJson(value));
        expect(read).to.deep.equal(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('refuses what has no JSON form', () => {
    expect(() => canonicalJson(undefined)).to.throw(/no JSON form/);
    expect(() => canonicalJson({ a: NaN })).to.throw();
  });
});
