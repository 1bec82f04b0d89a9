// A key that stands twice in one object is found in every place and spelling; nothing else is taken for one.
import { expect } from 'chai';
import fc from 'fast-check';
import { doubleKey } from '../../server/api/double-key.ts';

describe('a key that stands twice', () => {
  const found: readonly (readonly [text: string, key: string])[] = [
    ['{"a":1,"a":2}', 'a'],
    ['{"a":1,"b":[{"c":{}, "c" : 2}]}', 'c'],
    ['{"a":{"a":1},"b":2,"a":3}', 'a'],
    [String.raw`{"a":1,"\u0061":2}`, 'a'],
    [String.raw`{"\"}":1,"\"}":2}`, '"}'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
    ['{"":1\n,""\t:2}', ''],
  ];
  for (const [text, key] of found)
    it(`is found in ${JSON.stringify(text)}`, () => expect(doubleKey(text)).to.equal(key));

  const none = [
    '{"a":{"a":1},"b":{"a":1}}',
    '[{"a":1},{"a":1}]',
    '{"a":"a","b":"a\\":"}',
    '["a","a"]',
    '"a"',
  ];
  const broken = ['', '{', '"', '{"a', '{"a\\', '}}', '{"\\x":1,"\\x":2}', '"\\"'.repeat(1000)];
  for (const text of [...none, ...broken])
    it(`is not found in ${JSON.stringify(text.slice(0, 40))}`, () => expect(doubleKey(text)).to.equal(null));

  it('is not found in what JSON.stringify writes, and is when a key of it is written again', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (value) => {
        const text = JSON.stringify(value);
        const [key = ''] = Object.keys(value);
        expect(doubleKey(text)).to.equal(null);
        expect(doubleKey(`${text.slice(0, -1)},${JSON.stringify(key)}:0}`)).to.equal(key);
      }),
    );
  });
});
