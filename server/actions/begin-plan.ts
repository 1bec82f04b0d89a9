// Begins a plan in an empty database: everything it starts with is recorded in one transaction, or nothing is.
import type { PlanSettings } from '../../schemas/types.ts';
import type { PlanContents } from '../imports/sample-plan.ts';
import { calendarDateAt } from '../model/calendar-date.ts';
import { beginningSettings } from '../model/plan-settings.ts';
import type { Store } from '../store/database.ts';
import { appendRevision, recordHead } from '../store/record.ts';

interface Begin {
  readonly store: Store;
  readonly now: Date;
  readonly by: string;
}

/** True where a plan was begun; false where the database already holds one. */
export async function beginEmptyPlan(tools: Begin, employer: string): Promise<boolean> {
  return beginPlan(tools, {
    settings: beginningSettings(employer),
    sharedTexts: [],
    schedules: [],
    series: [],
    classes: [],
  });
}

/** As beginEmptyPlan, with contents. */
export async function beginPlan({ store, now, by }: Begin, contents: PlanContents): Promise<boolean> {
  return store.transaction(async (transaction) => {
    if ((await recordHead(transaction)).seq > 0) return false;
    const stamp = { recordedAt: now.toISOString(), recordedBy: by, status: 'active', events: [] } as const;
    const begun = { ...stamp, changes: ['create'], decidedOn: null, action: null } as const;
    const settings: PlanSettings = contents.settings;
    const today = calendarDateAt(now, settings.timeZone);
    await appendRevision(transaction, {
      ...begun,
      subject: 'plan',
      subjectId: 'plan',
      effectiveOn: today,
      body: settings,
    });
    for (const text of contents.sharedTexts) {
      await appendRevision(transaction, {
        ...begun,
        subject: 'shared-text',
        subjectId: text.id,
        effectiveOn: today,
        body: text,
      });
    }
    for (const { schedule, ...dates } of contents.schedules) {
      await appendRevision(transaction, {
        ...begun,
        ...dates,
        subject: 'pay-schedule',
        subjectId: schedule.id,
        body: schedule,
      });
    }
    for (const { series, ...dates } of contents.series) {
      await appendRevision(transaction, {
        ...begun,
        ...dates,
        subject: 'series',
        subjectId: series.id,
        body: series,
      });
    }
    for (const { classId, specification, ...revision } of contents.classes) {
      const status = revision.changes.includes('abolish') ? 'abolished' : 'active';
      await appendRevision(transaction, {
        ...stamp,
        ...revision,
        status,
        subject: 'class',
        subjectId: classId,
        body: specification,
      });
    }
    return true;
  });
}
