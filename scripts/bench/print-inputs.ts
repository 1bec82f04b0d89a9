// What is printed for a measurement: texts of the sample plan, rendered anew each time, as they are when somebody asks.
import { beginPlan } from '../../server/actions/begin-plan.ts';
import { printJob } from '../../server/documents/official.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import type { PrintJob } from '../../server/print/printer.ts';
import { openStore } from '../../server/store/open.ts';
import { allInForce, planSettings } from '../../server/store/plan.ts';
import { recordHead } from '../../server/store/record.ts';
import { loadViews } from '../../server/views.ts';

const on = '2026-11-22';
const printedAt = new Date(`${on}T15:00:00.000Z`);

/** Makes so many jobs each time it is called. */
export async function sampleJobs(count: number): Promise<() => PrintJob[]> {
  const store = await openStore(':memory:');
  try {
    await beginPlan({ store, now: printedAt, by: 'bench' }, readSamplePlan());
    const settings = await planSettings(store);
    if (!settings) throw new Error('The sample plan has no settings');
    const upon = { anchor: await recordHead(store), printedAt, publicUrl: null };
    const texts = (await allInForce(store, 'class', on)).slice(0, count);
    const views = loadViews();
    return () =>
      texts.map((text) => {
        const printable = { ...text, classId: text.subjectId, history: text.events };
        return printJob(views, printable, settings, upon);
      });
  } finally {
    await store.close();
  }
}
