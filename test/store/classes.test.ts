// Classes as people look for them, on the sample plan: by code past or present, by date, by words, by facts.
import { expect } from 'chai';
import fc from 'fast-check';
import {
  classByCode,
  classesInForce,
  type ClassQuery,
  facetsInForce,
  latestRevisions,
  levelsOfSeries,
  unprintedRevisions,
} from '../../server/store/classes.ts';
import type { Store } from '../../server/store/database.ts';
import {
  keepOfficialDocument,
  officialDocument,
  officialDocumentFacts,
} from '../../server/store/official-documents.ts';
import { openStore } from '../../server/store/open.ts';
import { recordHead } from '../../server/store/record.ts';
import { sampleStore, today } from '../tools.ts';
import { append, classEntry, printing } from './record-room.ts';

const everything: ClassQuery = {
  on: today,
  words: null,
  status: 'active',
  series: null,
  grade: null,
  flsa: null,
  group: null,
  limit: 200,
  offset: 0,
};

describe('classes', () => {
  let store: Store;
  before(async () => {
    store = await sampleStore();
  });
  after(() => store.close());

  async function codes(changed: Partial<ClassQuery>): Promise<string[]> {
    const { rows } = await classesInForce(store, { ...everything, ...changed });
    return rows.map(({ code }) => code);
  }

  describe('by code', () => {
    it('are found in any case', async () => {
      const found = { classId: 'class-it-manager-senior', code: 'CI2788' };
      for (const code of ['CI2788', 'ci2788', 'Ci2788']) {
        expect(await classByCode(store, code, today)).to.deep.equal(found);
      }
    });

    it('are found by a former code and answer the present one', async () => {
      const found = { classId: 'class-office-assistant', code: 'CA1101' };
      expect(await classByCode(store, 'ca1091', today)).to.deep.equal(found);
      expect(await classByCode(store, 'CA1091', '2017-01-01')).to.deep.equal({ ...found, code: 'CA1091' });
      expect(await classByCode(store, 'CA1101', '2017-01-01')).to.deep.equal({ ...found, code: 'CA1091' });
    });

    it('are found when abolished or not yet in force', async () => {
      expect(await classByCode(store, 'CA1090', today)).to.have.property('code', 'CA1090');
      expect(await classByCode(store, 'CE2203', '2016-01-01')).to.have.property('code', 'CE2203');
    });

    it('are not found by a code that no class ever had', async () => {
      for (const code of ['CZ9999', '', 'CI278', 'CI27880', '%', `' or 1=1`]) {
        expect(await classByCode(store, code, today)).to.equal(null);
      }
    });

    it('go to the class that has the code now, where two had it', async () => {
      const other = await openStore(':memory:');
      await append(other, classEntry('old', { code: 'T1' }));
      await append(other, classEntry('old', { code: 'T2' }, { effectiveOn: '2024-02-01' }));
      await append(other, classEntry('new', { code: 'T1' }, { effectiveOn: '2024-03-01' }));
      expect(await classByCode(other, 't1', '2024-06-01')).to.deep.equal({ classId: 'new', code: 'T1' });
      await other.close();
    });
  });

  describe('in force', () => {
    it('are as many as had begun and not ended', async () => {
      expect(await codes({ on: '2016-06-30' })).to.deep.equal([]);
      expect(await codes({ on: '2016-07-01' })).to.have.length(19);
      expect(await codes({ on: today })).to.have.length(40);
    });

    it('have the title, code and grade of the day', async () => {
      const on = async (date: string) => (await classesInForce(store, { ...everything, on: date })).rows;
      expect(await codes({ on: '2019-06-30' }))
        .to.include('CA1091')
        .and.not.to.include('CA1101');
      expect(await codes({ on: '2019-07-01' }))
        .to.include('CA1101')
        .and.not.to.include('CA1091');
      const grade = async (date: string) => (await on(date)).find(({ code }) => code === 'CI2788')?.payGrade;
      expect([await grade('2022-11-26'), await grade('2022-11-27')]).to.deep.equal(['EX-17', 'EX-18']);
    });

    it('are abolished from the day on, and are listed as such', async () => {
      expect(await codes({ on: '2021-06-30' })).to.include('CA1090');
      expect(await codes({ on: '2021-07-01' })).not.to.include('CA1090');
      expect(await codes({ on: '2021-06-30', status: 'abolished' })).to.deep.equal([]);
      expect(await codes({ status: 'abolished' })).to.deep.equal(['CA1090']);
    });

    it('are narrowed by facts', async () => {
      expect(await codes({ series: 'it-management', grade: 'EX-18' })).to.deep.equal(['CI2788']);
      expect(await codes({ series: 'nonsense' })).to.deep.equal([]);
      const exempt = await codes({ flsa: 'E' });
      const nonexempt = await codes({ flsa: 'N' });
      expect(exempt.length).to.be.greaterThan(0);
      expect(nonexempt.length).to.be.greaterThan(0);
      expect([...exempt, ...nonexempt].sort()).to.deep.equal((await codes({})).sort());
    });

    it('are paged without loss or repetition', async () => {
      const pages = [];
      for (let offset = 0; offset < 45; offset += 7) pages.push(...(await codes({ limit: 7, offset })));
      expect(pages).to.deep.equal(await codes({}));
      expect(await classesInForce(store, { ...everything, limit: 1 })).to.have.property('total', 40);
    });

    it('stand in their series by level', async () => {
      const levels = await levelsOfSeries(store, 'it-management', today);
      expect(levels.map(({ code }) => code)).to.deep.equal([
        'CI2787',
        'CI2788',
        'CI2789',
        'CI2790',
        'CI2791',
      ]);
      expect(levels.map(({ seriesLevel }) => seriesLevel)).to.deep.equal([1, 2, 3, 4, 5]);
      expect(await levelsOfSeries(store, 'it-management', '2018-09-20')).to.deep.equal([]);
    });

    it('offer what may be chosen', async () => {
      const { grades, groups } = await facetsInForce(store, today);
      expect(grades).to.include('EX-18').and.not.to.include('EX-17');
      expect([...grades]).to.deep.equal([...new Set(grades)].sort());
      for (const group of groups) expect(await codes({ group })).not.to.deep.equal([]);
      for (const grade of grades) expect(await codes({ grade })).not.to.deep.equal([]);
      expect(await facetsInForce(store, '2000-01-01')).to.deep.equal({ grades: [], groups: [] });
    });
  });

  describe('by words', () => {
    it('must have every word, and the last may be a beginning', async () => {
      expect(await codes({ words: 'IT manager senior' })).to.include('CI2788');
      expect(await codes({ words: 'fleet tech' })).to.include('CM3202');
      expect(await codes({ words: 'fle technician' })).to.deep.equal([]);
      expect(await codes({ words: 'librarian spacecraft' })).to.deep.equal([]);
    });

    it('are found by code, and in any case', async () => {
      expect(await codes({ words: 'ci2788' })).to.deep.equal(['CI2788']);
      expect(await codes({ words: 'LIBRARIAN' })).to.deep.equal(await codes({ words: 'librarian' }));
    });

    it('search the text of the day only', async () => {
      const other = await openStore(':memory:');
      const says = (text: string) => ({
        duties: {
          state: 'text' as const,
          blocks: [{ id: 'b1', kind: 'item' as const, level: 1 as const, text }],
        },
      });
      await append(other, classEntry('a', { sections: says('Polishes brass.') }));
      await append(
        other,
        classEntry('a', { sections: says('Polishes steel.') }, { effectiveOn: '2024-02-01' }),
      );
      const total = async (words: string, on: string) =>
        (await classesInForce(other, { ...everything, words, on })).total;
      expect([await total('brass', '2024-01-31'), await total('brass', '2024-02-01')]).to.deep.equal([1, 0]);
      expect([await total('steel', '2024-01-31'), await total('steel', '2024-02-01')]).to.deep.equal([0, 1]);
      await other.close();
    });

    it('find the codes and titles of the past, for ever, and none of the future', async () => {
      expect(await codes({ words: 'CA1091', on: '2018-06-01' })).to.deep.equal(['CA1091']);
      expect(await codes({ words: 'CA1091' })).to.deep.equal(['CA1101']);
      expect((await codes({ words: 'clerk typ' }))[0]).to.equal('CA1101');
      expect((await codes({ words: 'clerk typist', on: '2019-07-01' }))[0]).to.equal('CA1101');
      expect(await codes({ words: 'CA1101', on: '2019-06-30' })).to.deep.equal([]);
      expect(await codes({ words: 'clerk typist', status: 'abolished' })).to.deep.equal([]);
    });

    it('have no effect when they are only marks', async () => {
      expect(await codes({ words: '"*()' })).to.have.length(40);
    });

    it('are not a language: operators and quotes are words or nothing', async () => {
      expect(await codes({ words: '"librarian"' })).to.deep.equal(await codes({ words: 'librarian' }));
      expect(await codes({ words: 'librarian OR accountant' })).not.to.include('CF1411');
      expect(await codes({ words: 'librarian NOT spacecraft' })).to.deep.equal([]);
      for (const words of [
        'title:librarian',
        'NEAR(a b)',
        '^librarian',
        'a AND',
        '{title}: x',
        '-librarian',
        'a*b"',
        '\0',
      ]) {
        expect(await codes({ words })).to.be.an('array');
      }
    });

    it('find a letter with its accent written apart', async () => {
      const other = await openStore(':memory:');
      await append(other, classEntry('a', { title: 'Attaché' }));
      for (const words of ['attaché'.normalize('NFC'), 'attaché'.normalize('NFD'), 'attache']) {
        expect((await classesInForce(other, { ...everything, words })).total).to.equal(1);
      }
      await other.close();
    });

    it('never throw', async () => {
      const syntax = fc.constantFrom(
        '"',
        '*',
        '(',
        ')',
        ':',
        '^',
        '-',
        '+',
        'AND',
        'OR',
        'NOT',
        'NEAR',
        '{',
        '}',
        ' ',
        '\0',
      );
      const words = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc
          .array(fc.oneof(syntax, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 12 })
          .map((all) => all.join('')),
      );
      await fc.assert(
        fc.asyncProperty(words, async (text) => {
          const { rows, total } = await classesInForce(store, { ...everything, words: text, limit: 5 });
          expect(rows.length).to.equal(Math.min(total, 5));
        }),
        { numRuns: 300 },
      );
    });
  });

  it('are told newest first', async () => {
    const latest = await latestRevisions(store, today, 10);
    const dates = latest.map(({ effectiveOn }) => effectiveOn);
    expect(latest).to.have.length(10);
    expect(dates).to.deep.equal([...dates].sort().reverse());
    expect(dates[0] !== undefined && dates[0] <= today).to.equal(true);
  });

  it('are unprinted until their official document is kept, and the first one stays', async () => {
    const before = await unprintedRevisions(store);
    expect(before).to.have.length(96);
    const seq = before[3]?.seq ?? 0;
    const keep = (text: string) =>
      store.transaction((transaction) => keepOfficialDocument(transaction, seq, printing(text)));
    const head = await recordHead(store);
    await Promise.all([keep('first'), keep('second')]);
    expect((await unprintedRevisions(store)).map((each) => each.seq)).to.deep.equal(
      before.map((each) => each.seq).filter((each) => each !== seq),
    );
    const kept = await officialDocument(store, seq);
    const { bytes, printedOn: _day, ...facts } = printing('first');
    expect(kept && Buffer.from(kept.bytes)).to.deep.equal(bytes);
    expect(await officialDocumentFacts(store, seq)).to.deep.equal({
      ...facts,
      revisionSeq: seq,
      kind: 'specification',
      sha256: kept?.sha256,
      bytes: bytes.length,
      printedAt: facts.printedAt.toISOString(),
    });
    expect((await recordHead(store)).seq).to.equal(head.seq + 1);
    expect(await officialDocument(store, 1)).to.equal(null);
    expect(await officialDocumentFacts(store, 1)).to.equal(null);
  });
});
