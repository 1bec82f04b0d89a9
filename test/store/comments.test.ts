// What was said of an action: kept for ever whatever SQL comes, counted and ordered as the pages need it.
import Database from 'better-sqlite3';
import { expect } from 'chai';
import {
  actionsCommentedOn,
  commentsToModerate,
  publishedComments,
} from '../../server/store/comment-lists.ts';
import { commentsOf, insertComment, insertDecision } from '../../server/store/public-comments.ts';
import {
  insertThread,
  insertThreadEntry,
  openThreadsByClass,
  threadCounts,
  threadsOf,
} from '../../server/store/threads.ts';
import { classId, type Office, openOffice, openReady } from '../actions/office.ts';
import { rawConnection, temporaryFolder } from './record-room.ts';

const at = '2026-11-22T15:00:00.000Z';
const comment = { postedOn: '2026-11-22', receivedAt: at, about: null, name: null, text: 'Good.' };
const whole = { limit: 100, offset: 0 };

describe('what was said of an action', () => {
  const folder = temporaryFolder();
  const file = folder.file('comments.db');
  let office: Office;

  before(async () => {
    office = await openOffice({ file });
    await openReady(office, 'CN1', [1, 2]);
    await openReady(office, 'CN2', [3]);
    await office.store.transaction(async (store) => {
      for (const place of ['sections.duties', 'sections.duties', 'title']) {
        const thread = await insertThread(store, { action: 'CN1', classId: classId(1), place, quote: null });
        await insertThreadEntry(store, thread, { at, by: 'ada', act: 'write', text: `On ${place}` });
      }
      await insertThreadEntry(store, 2, { at, by: 'ben', act: 'resolve', text: '' });
      for (const action of ['CN1', 'CN2', 'CN1', 'CN1']) await insertComment(store, { action, ...comment });
      const publish = { at, by: 'cora', decision: 'publish', reason: null } as const;
      await insertDecision(store, { action: 'CN1', number: 1 }, publish);
      await insertDecision(
        store,
        { action: 'CN1', number: 1 },
        { ...publish, decision: 'withhold', reason: 'No.' },
      );
      await insertDecision(store, { action: 'CN1', number: 3 }, publish);
    });
  });
  after(async () => {
    await office.close();
    folder.remove();
  });

  const tables = {
    threads: ['id', `2, 'CN1', 'x', 'title', null`, `9, 'CN1', 'x', 'title', null`],
    thread_entries: ['id', `2, 1, '${at}', 'ada', 'write', 'x'`, `9, 1, '${at}', 'ada', 'write', 'x'`],
    public_comments: [
      'number',
      `'CN1', 2, '2026-11-22', '${at}', null, null, null, null, 'x'`,
      `'CN1', 9, '2026-11-22', '${at}', null, null, null, null, 'x'`,
    ],
    comment_decisions: [
      'id',
      `2, 'CN1', 1, '${at}', 'cora', 'publish', null`,
      `9, 'CN1', 1, '${at}', 'cora', 'publish', null`,
    ],
  } as const;

  for (const [table, [column, taken, skipping]] of Object.entries(tables)) {
    it(`cannot be changed, taken out, replaced or skipped in ${table}, on any connection`, () => {
      const database = rawConnection(file);
      for (const setting of ['recursive_triggers = 0', 'foreign_keys = 0']) database.pragma(setting);
      const contents = () => database.prepare(`select * from ${table}`).all();
      const before = contents();
      expect(before.length).to.be.greaterThan(1);
      const columns = database.prepare(`select name from pragma_table_info('${table}')`).pluck().all();
      for (const each of columns)
        expect(() => database.exec(`update ${table} set ${String(each)} = ${String(each)}`)).to.throw(
          /permanent/,
        );
      expect(() => database.exec(`delete from ${table} where ${column} = 1`)).to.throw(/permanent/);
      for (const insert of ['replace', 'insert or replace', 'insert or ignore', 'insert'])
        for (const values of [taken, skipping])
          expect(() => database.exec(`${insert} into ${table} values (${values})`), insert).to.throw(
            /next entry|permanent/,
          );
      expect(contents()).to.deep.equal(before);
      database.close();
    });
  }

  it('is refused where it says nothing, too much, or withholds without a reason', () => {
    const database = rawConnection(file);
    const wrong = [
      `insert into thread_entries values (5, 1, '${at}', 'ada', 'write', '')`,
      `insert into thread_entries values (5, 1, '${at}', 'ada', 'write', printf('%.*c', 4001, 'x'))`,
      `insert into thread_entries values (5, 1, '${at}', 'nobody', 'write', 'x')`,
      `insert into thread_entries values (5, 99, '${at}', 'ada', 'write', 'x')`,
      `insert into public_comments values ('CN2', 2, '', '${at}', null, null, null, null, printf('%.*c', 5001, 'x'))`,
      `insert into public_comments values ('CN2', 2, '', '${at}', 'class-x', null, null, null, 'x')`,
      `insert into public_comments values ('CN2', 2, '', '${at}', null, null, null, '', 'x')`,
      `insert into comment_decisions values (4, 'CN1', 2, '${at}', 'cora', 'withhold', null)`,
      `insert into comment_decisions values (4, 'CN1', 2, '${at}', 'cora', 'withhold', '')`,
      `insert into comment_decisions values (4, 'CN1', 2, '${at}', 'cora', 'publish', 'Why?')`,
      `insert into comment_decisions values (4, 'CN1', 99, '${at}', 'cora', 'publish', null)`,
    ];
    for (const statement of wrong)
      expect(() => database.exec(statement), statement).to.throw(Database.SqliteError, /CHECK|FOREIGN KEY/);
    database.close();
  });

  it('comes back in order, threads with their entries and comments with their decisions', async () => {
    const threads = await threadsOf(office.store, 'CN1');
    expect(threads.map(({ id, place, entries }) => [id, place, entries.length])).to.deep.equal([
      [1, 'sections.duties', 1],
      [2, 'sections.duties', 2],
      [3, 'title', 1],
    ]);
    expect([...(await threadCounts(office.store, 'CN1', classId(1)))]).to.deep.equal([
      ['sections.duties', { open: 1, resolved: 1 }],
      ['title', { open: 1, resolved: 0 }],
    ]);
    expect((await threadCounts(office.store, 'CN1', classId(2))).size).to.equal(0);
    expect([...(await openThreadsByClass(office.store, 'CN1'))]).to.deep.equal([
      [classId(1), 2],
      [classId(2), 0],
    ]);
    const comments = await commentsOf(office.store, 'CN1');
    expect(comments.map(({ number, decisions }) => [number, decisions.length])).to.deep.equal([
      [1, 2],
      [2, 0],
      [3, 1],
    ]);
  });

  it('is published by the latest decision, and moderated with what waits first', async () => {
    const published = await publishedComments(office.store, 'CN1', whole);
    expect([published.total, published.comments.map(({ number }) => number)]).to.deep.equal([1, [3]]);
    const { comments, total, waiting } = await commentsToModerate(office.store, null, whole);
    const named = comments.map(({ action, number }) => `${action}/${number}`);
    expect([total, waiting, named]).to.deep.equal([4, 2, ['CN1/2', 'CN2/1', 'CN1/3', 'CN1/1']]);
    expect(await actionsCommentedOn(office.store)).to.deep.equal([
      { action: 'CN1', total: 3, waiting: 1 },
      { action: 'CN2', total: 1, waiting: 1 },
    ]);
  });

  it('is cut into parts that together are the whole, whatever their length', async () => {
    const all = (await commentsToModerate(office.store, null, whole)).comments;
    for (const limit of [1, 2, 3]) {
      const parts = [];
      for (let offset = 0; offset < 4; offset += limit)
        parts.push(...(await commentsToModerate(office.store, null, { limit, offset })).comments);
      expect(parts, String(limit)).to.deep.equal(all);
    }
  });
});
