// The papers of an action: what they say of decided history, of a posting and of a draft, and the notice as it was approved.
// Approved anew with UPDATE_APPROVED=1 npx mocha test/documents/action-papers.test.ts, and read in the difference.
import { expect } from 'chai';
import { readFileSync, writeFileSync } from 'node:fs';
import { standingInWords, watermarkOf } from '../../server/documents/action-dates.ts';
import { noticeJob } from '../../server/documents/notice-print.ts';
import { type PacketOf, packetView } from '../../server/documents/packet-view.ts';
import { packetJob } from '../../server/documents/packet-print.ts';
import { packetOf } from '../../server/documents/packet.ts';
import { wordRuns } from '../../server/documents/whole-words.ts';
import { staffPapers } from '../../server/pages/action-papers.ts';
import type { Store } from '../../server/store/database.ts';
import { planSettings } from '../../server/store/plan.ts';
import { loadViews } from '../../server/views.ts';
import { sampleStore, today } from '../tools.ts';
import { watchful } from '../watchful-views.ts';

const views = watchful(loadViews());
const publicUrl = 'https://classes.larkhaven.example';

describe('the papers of an action of the record', () => {
  let store: Store;
  before(async () => void (store = await sampleStore()));
  after(() => store.close());

  async function of(number: string): Promise<PacketOf> {
    const settings = await planSettings(store);
    if (!settings) throw new Error('The sample plan has no settings');
    const papers = await staffPapers(store, number, settings);
    return packetOf({ store, publicUrl }, { ...papers, settings, today });
  }

  it('recommend each change of CN1746 once, from grade to grade', async () => {
    const { recommendation, lead, standing } = packetView(await of('CN1746'));
    const sentences = recommendation.map((runs) => runs.map(({ text }) => text).join(''));
    expect(standing).to.equal('Adopted on November 15, 2022.');
    expect(lead).to.equal('These changes were decided:');
    expect(sentences).to.deep.equal([
      'Regrade IT Manager (CI2787) from EX-15 to EX-16, effective November 27, 2022.',
      'Regrade IT Manager Senior (CI2788) from EX-17 to EX-18, effective November 27, 2022.',
      'Regrade IT Director (CI2789) from EX-19 to EX-20, effective November 27, 2022.',
      'Regrade IT Director Senior (CI2790) from EX-21 to EX-22, effective November 27, 2022.',
      'Regrade IT Executive (CI2791) from EX-23 to EX-24, effective November 27, 2022.',
    ]);
  });

  it('tabulate the same changes under the same numbers, with the pay of that day', async () => {
    const { table } = await of('CN1746');
    expect(table.rows.map(({ number }) => number)).to.deep.equal([1, 2, 3, 4, 5]);
    expect(table.rows[0]).to.deep.include({
      grade: { from: 'EX-15', to: 'EX-16', isSame: false },
      range: { from: '$75,580 to $114,880', to: '$79,550 to $120,910', isSame: false },
      changes: ['Regraded'],
    });
    expect(table.note).to.equal(
      'Effective November 27, 2022. Pay ranges are of a year, by the pay schedule of July 1, 2022.',
    );
  });

  it('can be made of every action of the sample plan', async () => {
    const numbers = [
      'CN1402',
      'CN1478',
      'CN1502',
      'CN1533',
      'CN1588',
      'CN1641',
      'CN1689',
      'CN1851',
      'CN1958',
    ];
    for (const number of numbers) {
      const packet = await of(number);
      const view = packetView(packet);
      expect(view.recommendation, number).to.have.length(packet.paper.changes.length);
      const html = packetJob(views, packet, 'a'.repeat(64)).html;
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(ids, number).to.deep.equal([...new Set(ids)]);
      for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(ids, number).to.include(id);
      expect(html.match(/<h1/g), number).to.have.length(1);
    }
  });

  it('have no redline of a class that is new or ends', async () => {
    const established = packetView(await of('CN1402'));
    expect(established.shown).to.not.include('redlines');
    expect(established.classes[0]?.instead).to.contain('The class is new.');
    const abolished = packetView(await of('CN1641'));
    expect(abolished.shown).to.not.include('texts');
    expect(abolished.classes[0]?.instead).to.contain('The class ends on July 1, 2021.');
  });

  it('have the notice of CN1746 as approved', async () => {
    const { paper, table, employer, on } = await of('CN1746');
    const { html } = noticeJob(views, { paper, table, employer, on }, 'a'.repeat(64));
    const file = new URL('../approved/CN1746-notice.html', import.meta.url);
    const plain = html
      .replace(/<style>[^]*?<\/style>\n?/g, '')
      .replace(/src="data:([^;]+);base64,[^"]+"/g, 'src="data:$1;base64,…"');
    if (process.env.UPDATE_APPROVED) writeFileSync(file, plain);
    expect(plain).to.equal(readFileSync(file, 'utf8'));
  });

  it('say in words and by watermark how far the action has come', async () => {
    const { paper } = await of('CN1746');
    const at = (step: typeof paper.step) => [
      standingInWords({ ...paper, step }).split(/[ ,]/)[0],
      watermarkOf({ step }),
    ];
    expect(at('draft')).to.deep.equal(['DRAFT', 'DRAFT']);
    expect(at('in review')).to.deep.equal(['DRAFT', 'DRAFT']);
    expect(at('withdrawn')).to.deep.equal(['DRAFT', 'DRAFT']);
    expect(at('posted')).to.deep.equal(['Proposed.', 'PROPOSED']);
    expect(at('provisional')).to.deep.equal(['Provisionally', null]);
    expect(at('adopted')).to.deep.equal(['Adopted', null]);
  });

  it('keep dates and grades on one line', () => {
    expect(
      wordRuns('From EX-15 to EX-16, effective July 1, 2027.').filter(({ isWhole }) => isWhole),
    ).to.deep.equal([
      { text: 'EX-15', isWhole: true },
      { text: 'EX-16,', isWhole: true },
      { text: 'July 1, 2027.', isWhole: true },
    ]);
  });
});
