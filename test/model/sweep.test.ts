// What a sweep finds and proposes, as laws of the texts: only what was found changes, and a decision stands as long as
// what it was taken on.
import { expect } from 'chai';
import fc from 'fast-check';
import type { Block, SharedText, Specification } from '../../schemas/types.ts';
import { usesIn, withWording } from '../../server/model/shared-text-use.ts';
import {
  type Decision,
  fingerprintOf,
  type Hit,
  inWordsOf,
  listHash,
  sweepRows,
} from '../../server/model/sweep.ts';
import { edited, type SweepEdit } from '../../server/model/sweep-edit.ts';
import { highestGroup, literally, matchesIn, replaced } from '../../server/model/sweep-matches.ts';
import { type FoundBlock, placesOf } from '../../server/model/sweep-places.ts';
import { finderOf, isAsked, type SweepQuery } from '../../server/model/sweep-query.ts';
import { clerk } from './dock-clerk.ts';

const query: SweepQuery = {
  ...{ text: '', mode: 'phrase', isCaseKept: false, section: null, series: null, grade: null },
};
const found = (changed: Partial<SweepQuery>, text: string) =>
  finderOf({ ...query, ...changed })(text).map(({ start, end }) => text.slice(start, end));

describe('what a sweep looks for', () => {
  const cases: [string, Partial<SweepQuery>, string, string[]][] = [
    [
      'a phrase',
      { text: 'five years' },
      'Needs five years, or Five Years more.',
      ['five years', 'Five Years'],
    ],
    ['the case, where asked', { text: 'Five', isCaseKept: true }, 'five or Five', ['Five']],
    ['whole words', { text: 'state' }, 'The State makes a statement', ['State']],
    ['whole words of any script', { text: 'été' }, 'en été, étés', ['été']],
    ['any spaces', { text: 'five  years' }, 'five years', ['five years']],
    ['typographic signs alike', { text: "driver's e-mail" }, 'a driver’s e–mail', ['driver’s e–mail']],
    ['signs as they are', { text: 'C++ (any)' }, 'Uses C++ (any) and C', ['C++ (any)']],
    ['a phrase of signs', { text: '(5)' }, 'five (5) years', ['(5)']],
    ['all words in any order', { mode: 'words', text: 'years five' }, 'five of ten years', ['five', 'years']],
    ['not some of the words', { mode: 'words', text: 'years six' }, 'five of ten years', []],
  ];
  for (const [what, changed, text, expected] of cases)
    it(what, () => expect(found(changed, text)).to.deep.equal(expected));

  it('finds every text as a phrase in itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.boolean(), (words, isCaseKept) => {
        fc.pre(words.trim() !== '');
        expect(found({ text: words, isCaseKept }, `( ${words.trim()} )`)).to.have.length.greaterThan(0);
      }),
    );
  });

  it('asks for classes of a series and a grade', () => {
    const body = { ...clerk, series: { id: 'clerks', level: 1 } };
    expect(isAsked(query, body)).to.equal(true);
    expect(isAsked({ ...query, series: 'clerks' }, body)).to.equal(true);
    expect(isAsked({ ...query, series: 'others' }, body)).to.equal(false);
    expect(isAsked({ ...query, grade: 'G-0' }, body)).to.equal(false);
  });
});

describe('a replacement', () => {
  const replace = (expression: RegExp, text: string, template: string) =>
    replaced(text, matchesIn(expression, text), template);

  it('takes groups, the match and dollar signs', () => {
    expect(replace(/(\w+) (\w+)/gu, 'one two', '$2 $1 [$&] $$1')).to.equal('two one [one two] $1');
    expect(replace(/a(b)?/gu, 'a', '<$1>')).to.equal('<>');
    expect([highestGroup('$1 $3'), highestGroup('$$1'), highestGroup('plain')]).to.deep.equal([3, 0, 0]);
  });

  it('of nothing closes the gap, and leaves other spaces alone', () => {
    expect(replace(/duly/gu, 'a duly licensed .NET clerk', '')).to.equal('a licensed .NET clerk');
    expect(replace(/\(5\)/gu, 'five (5), or (5)', '')).to.equal('five, or');
    expect(replace(/Duly/gu, 'Duly licensed', '')).to.equal('licensed');
  });

  it('is as it was written where it is no expression', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        expect(replace(/x/gu, 'axb', literally(words))).to.equal(`a${words}b`.trim());
      }),
    );
  });

  it('leaves what lies between the matches as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[ab ]{1,8}$/), { minLength: 1, maxLength: 8 }), (parts) => {
        const text = parts.join('x');
        expect(replace(/x/gu, text, 'yy')).to.equal(parts.join('yy').trim());
      }),
    );
  });
});

const item = (id: string, text: string, level: 1 | 2 = 1): Block => ({ id, kind: 'item', level, text });
const body: Specification = {
  ...clerk,
  sections: {
    duties: {
      state: 'text',
      blocks: [
        item('b1', 'Weighs cargo.'),
        item('b2', 'By scale.', 2),
        item('b3', 'Keeps books'),
        { id: 'b4', kind: 'clause', text: 'Does other work.', sharedId: 'other-work' },
      ],
    },
    competencies: {
      state: 'text',
      blocks: [{ id: 'c1', kind: 'term', term: 'Care', text: 'Weighs with care.', sharedId: 'care' }],
    },
  },
  additional: [
    { id: 'a1', heading: 'Hours', blocks: [{ id: 'b1', kind: 'paragraph', text: 'Weighs at night.' }] },
  ],
};

function propose(words: string, edit: SweepEdit, changed: Partial<SweepQuery> = {}): Specification {
  const find = finderOf({ ...query, text: words, ...changed });
  const places = placesOf(body, changed.section ?? null).flatMap((place): FoundBlock[] => {
    const inTerm = place.block.kind === 'term' ? find(place.block.term) : [];
    const inText = find(place.block.text);
    return inTerm.length + inText.length > 0 ? [{ ...place, inTerm, inText }] : [];
  });
  let count = 0;
  return edited(body, places, edit, () => `new${(count += 1)}`);
}
const blocks = ({ sections: { duties } }: Specification) =>
  duties && 'blocks' in duties ? duties.blocks : [];
const texts = (of: Specification) => blocks(of).map(({ text }) => text);

describe('an edit of a sweep', () => {
  it('rewords every block in which something was found, and no other', () => {
    const next = propose('weighs', { kind: 'replace', text: 'Loads' });
    expect(texts(next)).to.deep.equal(['Loads cargo.', 'By scale.', 'Keeps books', 'Does other work.']);
    expect(next.additional[0]?.blocks[0]).to.include({ id: 'b1', text: 'Loads at night.' });
    expect(blocks(next).map(({ id }) => id)).to.deep.equal(['b1', 'b2', 'b3', 'b4']);
  });

  it('keeps to its section', () => {
    expect(
      propose('weighs', { kind: 'replace', text: 'Loads' }, { section: 'additional' }).sections,
    ).to.equal(body.sections);
  });

  it('unlinks a block that no longer says what the shared text says', () => {
    const next = propose('care', { kind: 'replace', text: 'Attention' });
    const competencies = next.sections.competencies;
    expect(competencies).to.deep.include({
      blocks: [{ id: 'c1', kind: 'term', term: 'Attention', text: 'Weighs with Attention.' }],
    });
  });

  it('takes blocks out, and what was nested under one stands by itself', () => {
    const next = propose('cargo', { kind: 'remove' });
    expect(blocks(next)[0]).to.deep.equal(item('b2', 'By scale.', 1));
    expect(propose('night', { kind: 'remove' }).additional).to.deep.equal([]);
    expect(propose('weighs', { kind: 'remove' }).sections).not.to.have.property('competencies');
  });

  it('takes a block out of which no word is left', () => {
    expect(texts(propose('Keeps books', { kind: 'replace', text: '' }))).to.not.include('Keeps books');
  });

  const append = { kind: 'append', section: null, text: 'And rests.' } as const;
  it('adds an entry or a paragraph before the standing clause', () => {
    const withItem = propose('cargo', { ...append, form: 'item' });
    expect(blocks(withItem)[3]).to.deep.equal({ id: 'new1', kind: 'item', level: 1, text: 'And rests.' });
    expect(blocks(propose('cargo', { ...append, form: 'paragraph' }))[3]).to.include({ kind: 'paragraph' });
  });

  it('adds a sentence to the last entry, after a stop', () => {
    expect(texts(propose('cargo', { ...append, form: 'sentence' }))[2]).to.equal('Keeps books. And rests.');
  });

  it('adds to another section, written or not', () => {
    const next = propose('cargo', { ...append, form: 'sentence', section: 'licensure' });
    expect(next.sections.licensure).to.deep.equal({
      state: 'text',
      blocks: [{ id: 'new1', kind: 'paragraph', text: 'And rests.' }],
    });
    expect(next.sections.duties).to.equal(body.sections.duties);
  });

  it('is told in words', () => {
    const words = (edit: SweepEdit, changed: Partial<SweepQuery> = {}) =>
      inWordsOf({ kind: 'wording', query: { ...query, text: 'a', ...changed }, edit });
    expect([
      words({ kind: 'replace', text: 'b' }),
      words({ kind: 'replace', text: '' }),
      words({ kind: 'remove' }, { mode: 'words' }),
      words({ ...append, form: 'item' }, { mode: 'expression' }),
    ]).to.deep.equal([
      'Replace “a” with “b”',
      'Take out “a”',
      'Take out what holds the words a',
      'Add an entry where the expression a is said: “And rests.”',
    ]);
  });
});

describe('the uses of a shared text', () => {
  const care: SharedText = { id: 'care', kind: 'competency', term: 'Care', text: 'Works with care.' };
  const clause: SharedText = { id: 'other-work', kind: 'clause', term: null, text: 'Does other work.' };
  const at = (of: SharedText, wordings = [of]) =>
    usesIn(body, of.id, wordings).map(({ block: { id }, isLinked, isSame }) => [id, isLinked, isSame]);

  it('are blocks linked to it, whatever they say, and blocks that say the same', () => {
    expect(at(care)).to.deep.equal([['c1', true, false]]);
    expect(at(clause)).to.deep.equal([['b4', true, true]]);
    expect(at({ ...clause, id: 'twin' })).to.deep.equal([['b4', false, true]]);
    expect(at({ ...clause, id: 'twin', text: 'Does  other work.' })).to.deep.equal([['b4', false, true]]);
  });

  it('are blocks that say what it once said', () => {
    const now = { ...clause, id: 'twin', text: 'Does any work.' };
    expect(at(now, [clause, now])).to.deep.equal([['b4', false, false]]);
  });

  it('take its words and are linked to it, or go where it is retired', () => {
    const uses = usesIn(body, 'care', [care]);
    const next = withWording(body, uses, { ...care, term: 'Diligence' });
    expect(next.sections.competencies).to.deep.include({
      blocks: [{ id: 'c1', kind: 'term', term: 'Diligence', text: 'Works with care.', sharedId: 'care' }],
    });
    expect(withWording(body, uses, null).sections).not.to.have.property('competencies');
    expect(next.sections.duties).to.equal(body.sections.duties);
  });
});

describe('decisions of a sweep', () => {
  const hit = (after: Specification): Hit => {
    const plain = { classId: 'c', code: 'C', title: 'C', found: [], before: body, after };
    return { ...plain, fingerprint: fingerprintOf({ ...plain, found: foundAll }, null) };
  };
  const foundAll = placesOf(body, 'duties').map((place) => ({ ...place, inTerm: [], inText: [] }));
  const decision = (of: Hit, changed: Partial<Decision> = {}): Decision => ({
    ...{ classId: 'c', decision: 'change', reason: null, fingerprint: of.fingerprint, by: 'ada', at: '' },
    ...changed,
  });
  const one = hit(propose('cargo', { kind: 'replace', text: 'freight' }));
  const other = hit(propose('cargo', { kind: 'replace', text: 'goods' }));

  it('stand while the text and the proposal are what they were', () => {
    expect(sweepRows([one], [])[0]).to.include({ state: 'open', isAgain: false });
    expect(sweepRows([one], [decision(one)])[0]).to.include({ state: 'change', isAgain: false });
    expect(sweepRows([other], [decision(one)])[0]).to.include({ state: 'open', isAgain: true });
  });

  it('are the last of each class', () => {
    const rows = sweepRows([one], [decision(one), decision(one, { decision: 'keep', reason: 'Why.' })]);
    expect(rows[0]).to.include({ state: 'keep' });
  });

  it('do not rest on the ids that a proposal gave', () => {
    const add = (id: string) =>
      hit(edited(body, foundAll, { kind: 'append', form: 'item', section: null, text: 'T.' }, () => id));
    expect(add('n1').fingerprint).to.equal(add('n2').fingerprint);
    expect(listHash([add('n1')])).to.not.equal(listHash([one]));
  });
});
