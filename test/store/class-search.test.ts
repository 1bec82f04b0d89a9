// The search over the sample plan and small plans made for it: what comes first, what is told, what there is to choose from,
// on any date; and an index that was lost is made anew.
import { expect } from 'chai';
import { sql } from 'kysely';
import { type ClassSearch, searchClasses } from '../../server/store/class-search.ts';
import type { Store } from '../../server/store/database.ts';
import { openStore } from '../../server/store/open.ts';
import { appendRevision } from '../../server/store/record.ts';
import { sampleStore, today } from '../tools.ts';
import { append, classEntry, temporaryFolder } from './record-room.ts';

const everything: ClassSearch = {
  on: today,
  typed: '',
  isExact: false,
  chosen: { status: 'active' },
  sort: 'relevance',
  limit: 100,
  offset: 0,
};

const says = (text: string) => ({
  duties: { state: 'text' as const, blocks: [{ id: 'b1', kind: 'item' as const, level: 1 as const, text }] },
});

describe('the search for classes', () => {
  let store: Store;
  before(async () => void (store = await sampleStore()));
  after(() => store.close());

  const search = (changed: Partial<ClassSearch>) => searchClasses(store, { ...everything, ...changed });
  const titles = async (typed: string, changed: Partial<ClassSearch> = {}) =>
    (await search({ typed, ...changed })).rows.map(({ title }) => title);

  describe('by plain words', () => {
    it('finds the managers of networks for “network boss”', async () => {
      const found = await titles('network boss');
      expect(found.slice(0, 2)).to.deep.equal(['IT Manager', 'IT Director']);
      expect(found).to.include('IT Manager Senior');
    });

    it('finds official titles for what people say', async () => {
      for (const [typed, title] of [
        ['computer boss', 'IT Manager'],
        ['dog catcher', 'Animal Services Officer'],
        ['car mechanic', 'Fleet Technician'],
        ['secretary', 'Administrative Assistant'],
        ['bookkeeper', 'Accountant'],
        ['gardener', 'Parks Maintenance Worker'],
      ] as const)
        expect((await titles(typed)).slice(0, 4), typed).to.include(title);
    });

    it('tells what else it searched for, and does not where it is asked for the words alone', async () => {
      expect((await search({ typed: 'boss' })).reading?.alsoFor).to.deep.equal([
        'manager',
        'supervisor',
        'director',
      ]);
      const exact = await search({ typed: 'boss', isExact: true });
      expect(exact.total).to.equal(0);
      expect(exact.reading?.alsoFor).to.deep.equal([]);
    });

    it('reads a word that nobody uses as the one that was meant', async () => {
      const { rows, reading } = await search({ typed: 'libarian' });
      expect(reading?.corrected).to.deep.equal([{ typed: 'libarian', read: 'librarian' }]);
      expect(rows[0]?.title).to.equal('Librarian');
      expect((await search({ typed: 'libarian', isExact: true })).total).to.equal(0);
    });

    it('takes plurals and forms of a word for the word', async () => {
      expect((await titles('librarians'))[0]).to.equal('Librarian');
      expect((await titles('accountants'))[0]).to.equal('Accountant');
    });

    it('knows the synonyms of the plan', async () => {
      const { rows } = await sql<{ body: string }>`select body from revisions where subject = 'plan'`.execute(
        store.db,
      );
      const settings = JSON.parse(rows[0]?.body ?? '') as object;
      const other = await sampleStore();
      expect((await searchClasses(other, { ...everything, typed: 'gizmo' })).total).to.equal(0);
      const synonyms = [{ said: ['gizmo'], titles: ['librarian'] }];
      await append(other, {
        ...classEntry('x'),
        subject: 'plan',
        subjectId: 'plan',
        body: { ...settings, synonyms },
      } as never);
      const found = await searchClasses(other, { ...everything, typed: 'gizmo' });
      expect(found.rows.map(({ title }) => title)).to.include('Librarian');
      await other.close();
    });
  });

  it('puts code before title, title before words of it, those before former names, synonyms and texts', async () => {
    const other = await openStore(':memory:');
    const duty = says('Mends sails.');
    for (const [id, title, sections] of [
      ['text', 'Rigger', says('Answers to the skipper.')],
      ['words', 'Skipper Senior', duty],
      ['synonym', 'Ship Director', duty],
      ['exact', 'Skipper', duty],
      ['former', 'Skipper Junior', duty],
    ] as const)
      await append(other, classEntry(id, { title, code: id.toUpperCase(), sections }));
    await append(
      other,
      classEntry(
        'former',
        { title: 'Deck Hand', code: 'FORMER', sections: duty },
        { effectiveOn: '2024-02-01' },
      ),
    );
    await append(other, classEntry('code', { title: 'Aide', code: 'SKIPPER', sections: duty }));
    const plan = { synonyms: [{ said: ['skipper'], titles: ['director'] }] };
    await append(other, { ...classEntry('x'), subject: 'plan', subjectId: 'plan', body: plan } as never);
    const { rows } = await searchClasses(other, { ...everything, typed: 'skipper' });
    expect(rows.map(({ classId }) => classId)).to.deep.equal([
      'code',
      'exact',
      'words',
      'former',
      'synonym',
      'text',
    ]);
    await other.close();
  });

  it('shows where the text says it', async () => {
    const { rows } = await search({ typed: 'reference collection' });
    const [first] = rows;
    expect(first?.title).to.equal('Librarian');
    expect(first?.passage?.place).to.equal('sections.summary');
    const found = first?.passage?.runs.filter(({ isFound }) => isFound).map(({ text }) => text);
    expect(found).to.deep.equal(['reference', 'collection']);
    expect((await search({})).rows.every(({ passage }) => passage === null)).to.equal(true);
  });

  describe('on a date', () => {
    it('finds what was in force, by its text and names of the day, and former names from then on', async () => {
      expect((await titles('clerk typist', { on: '2018-01-01' }))[0]).to.equal('Clerk Typist');
      expect((await titles('clerk typist'))[0]).to.equal('Office Assistant');
      expect(await titles('office assistant', { on: '2018-01-01' })).to.not.include('Office Assistant');
      expect(await titles('IT manager', { on: '2010-01-01' })).to.deep.equal([]);
    });

    it('counts what is recorded in between', async () => {
      const other = await openStore(':memory:');
      const total = async () => (await searchClasses(other, { ...everything, typed: 'brass' })).total;
      expect(await total()).to.equal(0);
      await append(other, classEntry('a', { sections: says('Polishes brass.') }));
      expect(await total()).to.equal(1);
      await append(
        other,
        classEntry('a', { sections: says('Polishes steel.') }, { effectiveOn: '2024-02-01' }),
      );
      expect(await total()).to.equal(0);
      await other.close();
    });

    it('sees in a transaction what it has written, and afterwards nothing that was undone', async () => {
      const other = await openStore(':memory:');
      const inside = { ...everything, typed: 'brass' };
      const undone = other.transaction(async (transaction) => {
        await appendRevision(transaction, classEntry('a', { sections: says('Polishes brass.') }));
        expect((await searchClasses(transaction, inside)).total).to.equal(1);
        throw new Error('undone');
      });
      await undone.catch(() => null);
      expect((await searchClasses(other, inside)).total).to.equal(0);
      await other.close();
    });
  });

  describe('narrowed', () => {
    it('leads with every choice to as many classes as it tells', async () => {
      for (const typed of ['', 'manager'])
        for (const chosen of [everything.chosen, { status: 'active', flsa: 'E' }]) {
          const { facets } = await search({ typed, chosen });
          for (const [name, counts] of Object.entries(facets))
            for (const { value, count } of counts) {
              const { total } = await search({ typed, chosen: { ...chosen, [name]: value } });
              expect(total, `${typed} ${name} ${value}`).to.equal(count);
            }
        }
    });

    it('by letter, group, union and EEO-4 category', async () => {
      for (const [name, value, code] of [
        ['letter', 'W', 'CW3602'],
        ['group', 'IT', 'CI2788'],
        ['eeo4', '2', 'CI2712'],
        ['union', 'P', 'CI2712'],
      ] as const) {
        const { rows } = await search({ chosen: { status: 'active', [name]: value } });
        expect(
          rows.map((row) => row.code),
          name,
        ).to.include(code);
      }
      expect((await search({ chosen: { status: 'active', union: 'nobody' } })).total).to.equal(0);
    });

    it('is sorted by title, code or grade, page by page without loss', async () => {
      const keys = { title: 'title', code: 'code', grade: 'payGrade' } as const;
      const natural = new Intl.Collator('en', { numeric: true });
      for (const sort of ['title', 'code', 'grade'] as const) {
        const { rows, total } = await search({ sort });
        const values = rows.map((row) => row[keys[sort]] ?? '');
        const compare = sort === 'title' ? undefined : natural.compare;
        expect(values, sort).to.deep.equal([...values].sort(compare));
        const pages = [];
        for (let offset = 0; offset < total; offset += 7)
          pages.push(...(await search({ sort, offset, limit: 7 })).rows);
        expect(pages.map(({ code }) => code)).to.deep.equal(rows.map(({ code }) => code));
      }
    });
  });

  it('makes a lost index anew when the database is opened', async () => {
    const folder = temporaryFolder();
    const file = folder.file('plan.db');
    const first = await openStore(file);
    await append(first, classEntry('a', { sections: says('Polishes brass.') }));
    await append(first, classEntry('b', { title: 'Sailor' }));
    await sql`insert into class_search (class_search) values ('delete-all')`.execute(first.db);
    await sql`delete from class_words`.execute(first.db);
    await first.close();
    const again = await openStore(file);
    const found = await searchClasses(again, { ...everything, typed: 'brass' });
    expect(found.rows.map(({ classId }) => classId)).to.deep.equal(['a']);
    await again.close();
    folder.remove();
  });
});
