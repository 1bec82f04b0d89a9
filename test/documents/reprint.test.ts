// What an official PDF was printed from is all in the record: also of one that was printed before its revision was recorded, as
// every adoption prints, and before the settings changed.
import { expect } from 'chai';
import { carryOutAdoption } from '../../server/actions/carry-out-adoption.ts';
import { officialPdf } from '../../server/documents/official.ts';
import { reprintOf } from '../../server/documents/reprint.ts';
import type { Printer } from '../../server/print/printer.ts';
import { printedRevisions } from '../../server/store/official-documents.ts';
import { planSettings } from '../../server/store/plan.ts';
import { appendRevision, revisionsOf } from '../../server/store/record.ts';
import { approve, type Office, openOffice, openReady, step } from '../actions/office.ts';
import { printerWith } from '../print/print-room.ts';
import { now } from '../tools.ts';

describe('an official PDF printed again', function () {
  this.timeout(60_000);
  let office: Office;
  let printer: Printer;
  beforeEach(async () => {
    office = await openOffice();
    printer = printerWith();
  });
  afterEach(async () => {
    await printer.close();
    await office.store.close();
  });

  it('is the same to the byte after an adoption and after the settings changed', async () => {
    const { store, tools } = office;
    await openReady(office, 'CN1', [1, 2]);
    await step(office, 'CN1', 'submit', office.ada);
    await approve(office, 'CN1');
    await carryOutAdoption({ ...tools, printer }, 'CN1', () => {});
    await changeSettings(office);
    const printed = await printedRevisions(store);
    expect(printed).to.have.length(2);
    for (const seq of printed) {
      const { job, revision } = await reprintOf({ store, views: tools.views }, seq);
      const { bytes } = await printer.print(job);
      const official = await officialPdf({ ...tools, printer }, revision);
      expect(Buffer.from(bytes).equals(official.bytes), revision.subjectId).to.equal(true);
    }
  });
});

/** The employer takes another name, which stands on every print from then on. */
async function changeSettings({ store }: Office): Promise<void> {
  const settings = await planSettings(store);
  const last = (await revisionsOf(store, 'plan', 'plan')).at(-1);
  if (!settings || !last) throw new Error('There is no plan');
  const { effectiveOn } = last;
  await store.transaction((transaction) =>
    appendRevision(transaction, {
      ...{ subject: 'plan', subjectId: 'plan', status: 'active', changes: ['amend'], effectiveOn },
      ...{ decidedOn: null, recordedAt: now.toISOString(), recordedBy: 'test', action: null, events: [] },
      body: { ...settings, employer: 'City of Another Name' },
    }),
  );
}
