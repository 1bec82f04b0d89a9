// The pages of the plan checks: counts, filters, the documentation of a finding, letting it stand as a plain form; and the
// findings on the page of an action before it is posted.
import { expect } from 'chai';
import { catalogue } from '../../../server/model/findings/catalogue.ts';
import { type Served, type SignedIn, signedIn } from '../../tools.ts';
import { sampleSite } from '../site.ts';

const overtime = '/manage/checks/flsa.overtime-supervisor';
const reason = 'Overtime was agreed with the union.';

describe('the pages of plan checks', () => {
  let site: Served;
  let analyst: SignedIn;
  let manager: SignedIn;
  before(async () => {
    site = await sampleSite();
    analyst = await signedIn(site, 'analyst');
    manager = await signedIn(site, 'manager');
  });
  after(() => site.close());

  const text = async (path: string, who = analyst) => {
    const answer = await who(path);
    expect(answer.status, path).to.equal(200);
    return answer.text();
  };
  const keyIn = (html: string) => /name="key" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? '';
  const passages = (html: string) => html.split('class="finding__passage"').length - 1;

  it('are reached from the staff area', async () => {
    expect(await text('/manage')).to.include('href="/manage/checks"');
  });

  it('count by severity, and narrow by severity, rule, series and class', async () => {
    const all = await text('/manage/checks');
    expect(all)
      .to.match(/<strong>0<\/strong> Errors/)
      .and.to.match(/<strong>21<\/strong> Notes/);
    expect(passages(all)).to.equal(21);
    expect(passages(await text('/manage/checks?severity=error'))).to.equal(0);
    expect(passages(await text('/manage/checks?rule=flsa.overtime-supervisor'))).to.equal(1);
    expect(passages(await text('/manage/checks?series=accounting'))).to.equal(4);
    expect(passages(await text('/manage/checks?q=ca1104'))).to.equal(2);
    expect(passages(await text('/manage/checks?q=executive+assistant&rule=review.overdue'))).to.equal(1);
    expect(await text('/manage/checks?q=nothing')).to.include('No open finding fits');
  });

  it('refuse what cannot be asked', async () => {
    for (const [query, status] of [
      ['?severity=grave', 400],
      ['?page=0', 400],
      ['?page=2', 404],
    ] as const)
      expect((await analyst(`/manage/checks${query}`)).status, query).to.equal(status);
    expect((await analyst('/manage/checks/series.nothing')).status).to.equal(404);
    expect((await analyst(`${overtime}?action=CN9`)).status).to.equal(404);
  });

  it('document every finding of the catalogue', async () => {
    for (const { id, severity } of catalogue) {
      const html = await text(`/manage/checks/${id}`, manager);
      expect(html, id).to.include('How to mend it').and.to.include(`severity--${severity}`);
    }
  });

  it('offer no form to those who may not', async () => {
    expect(await text(overtime, manager)).to.not.include('<textarea');
    expect((await manager.post(`${overtime}/suppress`, { key: '0'.repeat(64), reason })).status).to.equal(
      403,
    );
  });

  it('ask for a reason beside the box, and keep what was typed', async () => {
    const key = keyIn(await text(overtime));
    const answer = await analyst.post(`${overtime}/suppress`, { key, reason: 'ok' });
    const html = await answer.text();
    expect(answer.status).to.equal(422);
    expect(html).to.include(`href="#field-reason-${key}"`).and.to.include('Say why the finding may stand');
    expect(html).to.match(/<textarea[^>]*aria-invalid="true"[^>]*>ok<\/textarea>/);
  });

  it('let a finding stand and tell it again, each as a plain form', async () => {
    const key = keyIn(await text(overtime));
    const kept = await analyst.post(`${overtime}/suppress`, { key, reason });
    expect([kept.status, kept.headers.get('location')]).to.deep.equal([303, overtime]);
    expect(await text(overtime))
      .to.include(reason)
      .and.to.include('Anders Quill, November 22, 2026');
    const all = await text('/manage/checks');
    expect(all)
      .to.include('Let stand, with a reason (1)')
      .and.to.match(/<strong>20<\/strong> Notes/);
    expect((await analyst.post(`${overtime}/suppress`, { key, reason })).status).to.equal(404);
    const lifted = await analyst.post(`${overtime}/lift`, { key });
    expect([lifted.status, lifted.headers.get('location')]).to.deep.equal([303, overtime]);
    expect(await text(overtime)).to.not.include(reason);
    expect((await analyst.post(`${overtime}/lift`, { key })).status).to.equal(404);
  });

  it('show on the page of an action what its drafts bring about, before it is posted', async () => {
    const words = { title: 'Regrade', reason: 'Review.', authority: 'Notice', effectiveOn: '2027-02-01' };
    await analyst.post('/manage/actions/new', { number: 'CN2000', ...words });
    expect(await text('/manage/actions/CN2000')).to.not.include('Plan checks:');
    const chosen = ['class-it-manager', 'class-librarian'];
    await analyst.post('/manage/actions/CN2000/changes', {
      ...{ intent: 'change', chosen, classId: chosen, payGrade: ['EX-23', 'PR-13'] },
    });
    const html = await text('/manage/actions/CN2000');
    expect(html).to.include('Plan checks: 1 error').and.to.include('Nothing found in Librarian (CL4102).');
    expect(html).to.include('A higher level is paid less than the one below it');
    const rule = '/manage/checks/level.grade-falls';
    expect(await text(`${rule}?action=CN2000`)).to.include('In the drafts of');
    const key = keyIn(html);
    const empty = await analyst.post(`${rule}/suppress`, { key, reason: '', action: 'CN2000' });
    expect(empty.status).to.equal(422);
    expect(await empty.text()).to.include(`id="field-reason-${key}-message"`);
    const kept = await analyst.post(`${rule}/suppress`, { key, reason, action: 'CN2000' });
    expect(kept.headers.get('location')).to.equal(`${rule}?action=CN2000`);
    expect(await text('/manage/actions/CN2000')).to.include('1 let stand');
    expect(await text('/manage/actions/CN2000', manager)).to.not.include('Tell it again');
  });
});
