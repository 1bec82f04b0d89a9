// An adoption whose official PDF breaks a rule of structure is not done: nothing is recorded and nothing is kept. A real
// browser prints, from the template of the official text with one thing broken in it.
import { expect } from 'chai';
import { carryOutAdoption } from '../../server/actions/carry-out-adoption.ts';
import { requireAction } from '../../server/actions/requirements.ts';
import { adoptionOf, countWaitingPrints } from '../../server/store/adoptions.ts';
import { recordHead } from '../../server/store/record.ts';
import type { Views } from '../../server/views.ts';
import { printerWith } from '../print/print-room.ts';
import { serve, type Served, toolsWith } from '../tools.ts';
import { approve, latest, type Office, openOffice, openReady, step } from './office.ts';

describe('An official PDF that does not conform', function () {
  this.timeout(60_000);
  let office: Office;
  let site: Served;
  let told: { err: Error; reference: string }[];

  beforeEach(async () => {
    told = [];
    office = await openOffice();
    const { views } = office.tools;
    const render: Views['render'] = (name, view) =>
      name === 'documents/specification'
        ? views.render(name, view).replaceAll('<h2', '<h3').replaceAll('</h2', '</h3')
        : views.render(name, view);
    const log = {
      info() {},
      warn() {},
      error: (fields: object) => void told.push(fields as (typeof told)[0]),
    };
    site = await serve(toolsWith(office.store, { printer: printerWith(), views: { ...views, render }, log }));
  });
  afterEach(() => site.close());

  it('stops the adoption: the person is told of a fault, the record stays, a good template goes on', async () => {
    await openReady(office, 'CN1', [1]);
    await step(office, 'CN1', 'submit', office.ada);
    await approve(office, 'CN1');
    const head = await recordHead(office.store);
    const fault: unknown = await carryOutAdoption(site.tools, 'CN1', () => {}).catch(
      (error: unknown) => error,
    );
    expect(fault)
      .to.have.property('message')
      .that.match(
        /H3 “.+” on page 1: A heading may not skip a level: it follows H1 “Dock Clerk 1 DK0001” on page 1\./,
      );
    expect(await recordHead(office.store)).to.deep.equal(head);
    expect(await countWaitingPrints(office.store, 'CN1')).to.equal(0);
    expect((await requireAction(office.store, 'CN1')).step).to.equal('in review');
    expect((await adoptionOf(office.store, 'CN1'))?.fault).to.match(/^Something failed on our side/);
    await carryOutAdoption({ ...site.tools, views: office.tools.views }, 'CN1', () => {});
    expect((await latest(office, 1)).number).to.equal(2);
  });

  it('is answered 500 with a reference; the log names the element and the rule, and no entry is made', async () => {
    const head = await recordHead(office.store);
    const answer = await fetch(`${site.address}/classes/DK0001.pdf`, { headers: { Accept: 'text/html' } });
    expect(answer.status).to.equal(500);
    const page = await answer.text();
    expect(page).to.include(told[0]?.reference).and.not.include('may not skip');
    expect(told[0]?.err.message).to.match(/H3 “.+” on page 1: A heading may not skip a level/);
    expect(await recordHead(office.store)).to.deep.equal(head);
  });
});
