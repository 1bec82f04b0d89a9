// The steps of an action over HTTP: what is refused is in the audit, and after a decision the record is signed.
import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { readCheckpoints } from '../../../server/model/checkpoint.ts';
import { latestAudit } from '../../../server/store/audit.ts';
import { recordHead, revisionsOf } from '../../../server/store/record.ts';
import { displayed, setProcedure } from '../../actions/office.ts';
import { temporaryFolder } from '../../store/record-room.ts';
import {
  sampleStore,
  serve,
  type Served,
  type SignedIn,
  signedIn,
  testCheckpoints,
  toolsWith,
} from '../../tools.ts';
import { post, sampleOffice } from '../sample-office.ts';

describe('the steps of an action', () => {
  const folder = temporaryFolder();
  const file = folder.file('checkpoints.txt');
  const path = '/manage/actions/CN7001';
  let site: Served;
  let approver: SignedIn;
  let analyst: SignedIn;
  let hash: string;

  before(async () => {
    const store = await sampleStore();
    site = await serve(toolsWith(store, { checkpoints: testCheckpoints(store, file) }));
    const office = await sampleOffice(site);
    await setProcedure(store, { postingDays: 0, comments: true, provisional: true });
    await post(office, 'CN7001', { classId: 'class-librarian', edit: { payGrade: 'PR-13' } });
    hash = await displayed(office, 'CN7001');
    analyst = await signedIn(site, office.ben.email);
    approver = await signedIn(site, office.dan.email);
  });
  after(async () => {
    await site.close();
    folder.remove();
  });

  it('are refused to who lacks the role or saw another text, and the audit says so', async () => {
    expect((await analyst.post(`${path}/steps`, { act: 'return', hash, note: 'No.' })).status).to.equal(403);
    expect((await approver.post(`${path}/adopt`, { hash: 'f'.repeat(64) })).status).to.equal(409);
    expect((await approver.post(`${path}/adopt`, { hash, decidedOn: '2026-11-23' })).status).to.equal(409);
    const kept = await latestAudit(site.tools.store, { before: null, limit: 3 });
    expect(kept.map(({ act, subject, detail }) => [act, subject, detail.code])).to.deep.equal([
      ['refused', 'action CN7001', 'step-not-possible'],
      ['refused', 'action CN7001', 'moved-since-shown'],
      ['refused', 'action CN7001', 'role-needed'],
    ]);
    expect(existsSync(file)).to.equal(false);
  });

  it('sign the record after the adoption and after the ratification', async () => {
    const { store, background } = site.tools;
    const signed = () => readCheckpoints(readFileSync(file, 'utf8')).map(({ size }) => size);
    expect((await approver.post(`${path}/adopt`, { hash, decidedOn: '' })).status).to.equal(303);
    await background.settled();
    const adopted = await recordHead(store);
    expect(signed()).to.deep.equal([adopted.seq]);
    const shown = (await revisionsOf(store, 'action', 'CN7001')).at(-1)?.hash ?? '';
    const words = { hash: shown, authority: ' Ordinance  7 ', decidedOn: '2026-11-22' };
    expect((await approver.post(`${path}/ratify`, words)).status).to.equal(303);
    await background.settled();
    expect(signed()).to.deep.equal([adopted.seq, (await recordHead(store)).seq]);
    for (const page of [path, '/actions/CN7001'])
      expect(await (await approver(page)).text()).to.include('November 22, 2026, by Ordinance 7');
  });
});
