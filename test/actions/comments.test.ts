// Comments of the public: taken while there is time for them, decided on by people, kept with the posting they answered.
import { expect } from 'chai';
import { moderateComment } from '../../server/actions/moderate-comment.ts';
import { mostComments, type NewComment, receiveComment } from '../../server/actions/receive-comment.ts';
import { standingOf } from '../../server/model/public-comment.ts';
import { procedures } from '../../server/model/workflow.ts';
import { latestAudit } from '../../server/store/audit.ts';
import { publishedComments } from '../../server/store/comment-lists.ts';
import { commentsOf, insertComment } from '../../server/store/public-comments.ts';
import {
  acting,
  adopt,
  classId,
  codeOf,
  type Office,
  openOffice,
  openReady,
  refusalOf,
  setProcedure,
  step,
} from './office.ts';
import { now } from '../tools.ts';

describe('comments of the public', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ procedure: procedures.posted });
    await openReady(office, 'CN1', [1, 2]);
    await step(office, 'CN1', 'submit', office.ada);
  });
  afterEach(() => office.close());

  const post = () => step(office, 'CN1', 'post', office.cora);
  const send = (sent: Partial<NewComment> = {}) =>
    receiveComment(
      { store: office.store, now, today: office.today },
      { number: 'CN1', text: 'It is time.', name: null, classId: null, ...sent },
    );
  const decide = (comment: number, decision: 'publish' | 'withhold', reason: string | null = null) =>
    moderateComment(acting(office, office.cora), { action: 'CN1', comment, decision, reason });

  it('are taken from the day of the posting through the last day, and not after it', async () => {
    expect(await refusalOf(send())).to.equal('comments-closed');
    await post();
    for (const day of ['2026-11-22', '2026-12-06']) {
      office.today = day;
      expect(await refusalOf(send()), day).to.equal('not refused');
    }
    office.today = '2026-12-07';
    expect(await refusalOf(send())).to.equal('comments-closed');
    expect(await commentsOf(office.store, 'CN1')).to.have.length(2);
  });

  it('are taken only where the plan wants them, of an action that is posted now', async () => {
    await post();
    await setProcedure(office.store, { ...procedures.posted, comments: false });
    expect(await refusalOf(send())).to.equal('comments-closed');
    await setProcedure(office.store, procedures.posted);
    expect(await send()).to.equal(1);
    await step(office, 'CN1', 'reopen', office.ada);
    expect(await refusalOf(send())).to.equal('comments-closed');
    expect(await refusalOf(send({ number: 'CN9' }))).to.equal('comments-closed');
  });

  it('are numbered within their action, with the class by the name that was posted', async () => {
    await post();
    expect(await send({ name: 'Ida', classId: classId(2) })).to.equal(1);
    expect(await send()).to.equal(2);
    expect(await refusalOf(send({ classId: classId(3) }))).to.equal('change-not-found');
    const [first, second] = await commentsOf(office.store, 'CN1');
    expect(first).to.deep.include({
      ...{ action: 'CN1', number: 1, postedOn: '2026-11-22', receivedAt: now.toISOString(), name: 'Ida' },
      about: { classId: classId(2), title: 'Dock Clerk 2', code: codeOf(2) },
      decisions: [],
    });
    expect(second).to.deep.include({ name: null, about: null });
  });

  it('stay with the posting that they answered when the action is posted again', async () => {
    await post();
    await send({ text: 'On the first.' });
    office.today = '2026-11-30';
    await step(office, 'CN1', 'reopen', office.ada);
    await step(office, 'CN1', 'submit', office.ada);
    await post();
    await send({ text: 'On the second.' });
    const kept = await commentsOf(office.store, 'CN1');
    expect(kept.map(({ text, postedOn }) => [text, postedOn])).to.deep.equal([
      ['On the first.', '2026-11-22'],
      ['On the second.', '2026-11-30'],
    ]);
  });

  it('are published or withheld for a reason; every decision is kept, the latest counts', async () => {
    await post();
    await send();
    expect(await refusalOf(decide(1, 'withhold'))).to.equal('reason-needed');
    expect(await refusalOf(decide(2, 'publish'))).to.equal('comment-not-found');
    await decide(1, 'withhold', 'Names a colleague.');
    await decide(1, 'withhold', 'Names a colleague.');
    await decide(1, 'publish', 'is not kept');
    await decide(1, 'publish');
    const [comment] = await commentsOf(office.store, 'CN1');
    expect(comment?.decisions.map(({ by, decision, reason }) => [by, decision, reason])).to.deep.equal([
      ['cora', 'withhold', 'Names a colleague.'],
      ['cora', 'publish', null],
    ]);
    expect(comment && standingOf(comment)).to.equal('published');
    const audited = await latestAudit(office.store, { before: null, limit: 2 });
    expect(audited.map(({ act, subject, detail }) => [act, subject, detail])).to.deep.equal([
      ['comment-moderated', 'action CN1', { comment: 1, decision: 'publish', reason: null }],
      ['comment-moderated', 'action CN1', { comment: 1, decision: 'withhold', reason: 'Names a colleague.' }],
    ]);
  });

  it('are decided on after the action is, too', async () => {
    await post();
    await send();
    office.today = '2026-12-07';
    await adopt(office, 'CN1');
    await decide(1, 'publish');
    const { total } = await publishedComments(office.store, 'CN1', { limit: 1, offset: 0 });
    expect(total).to.equal(1);
  });

  it('are two thousand on an action at most', async () => {
    await post();
    await office.store.transaction(async (store) => {
      const kept = { action: 'CN1', postedOn: '2026-11-22', receivedAt: now.toISOString(), about: null };
      for (let count = 1; count < mostComments; count += 1)
        await insertComment(store, { ...kept, name: null, text: 'x' });
    });
    expect(await send()).to.equal(mostComments);
    expect(await refusalOf(send())).to.equal('comments-full');
  });
});
