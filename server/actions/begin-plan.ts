// Begins a plan in an empty database: everything it starts with is recorded in one transaction, or nothing is.
import { randomUUID } from 'node:crypto';
import type { CalendarDate, DecidedChange, DemonstrationPerson, PlanSettings } from '../../schemas/types.ts';
import type { PlanContents } from '../imports/sample-plan.ts';
import { calendarDateAt } from '../model/calendar-date.ts';
import { beginningSettings } from '../model/plan-settings.ts';
import type { Store } from '../store/database.ts';
import { writeAudit } from '../store/audit.ts';
import { insertPerson } from '../store/people.ts';
import {
  appendRevision,
  type NewRevision,
  recordHead,
  type RecordedRevision,
  type Subject,
} from '../store/record.ts';
import { hashPassword } from './hash-password.ts';

interface Begin {
  readonly store: Store;
  readonly now: Date;
  readonly by: string;
}

/** True where a plan was begun; false where the database already holds one. */
export async function beginEmptyPlan(
  tools: Begin,
  employer: string,
  chosen: Partial<PlanSettings> = {},
): Promise<boolean> {
  return beginPlan(tools, {
    settings: { ...beginningSettings(employer), ...chosen },
    sharedTexts: [],
    schedules: [],
    series: [],
    classes: [],
    actions: [],
    demonstration: null,
  });
}

/** As beginEmptyPlan, with contents. */
export async function beginPlan({ store, now, by }: Begin, contents: PlanContents): Promise<boolean> {
  const passwordHash = contents.demonstration ? await hashPassword(contents.demonstration.passphrase) : null;
  return store.transaction(async (transaction) => {
    if ((await recordHead(transaction)).seq > 0) return false;
    const recorded = { recordedAt: now.toISOString(), recordedBy: by };
    const today = calendarDateAt(now, contents.settings.timeZone);
    for (const entry of foundations(contents, today))
      await appendRevision(transaction, { ...recorded, ...entry });
    const revisions: RecordedRevision<'class'>[] = [];
    for (const entry of classEntries(contents)) {
      revisions.push(await appendRevision(transaction, { ...recorded, ...entry }));
    }
    for (const entry of actionEntries(contents, revisions))
      await appendRevision(transaction, { ...recorded, ...entry });
    for (const person of contents.demonstration?.people ?? []) {
      await addDemonstrationPerson(transaction, { ...person, passwordHash }, now);
    }
    return true;
  });
}

type Entry<S extends Subject = Subject> = Omit<NewRevision<S>, 'recordedAt' | 'recordedBy'>;

const created = { status: 'active', changes: ['create'], events: [], decidedOn: null, action: null } as const;

/** What classes rest on: settings, shared texts, pay, series. */
function foundations(
  { settings, sharedTexts, schedules, series }: PlanContents,
  today: CalendarDate,
): Entry[] {
  return [
    { ...created, effectiveOn: today, subject: 'plan', subjectId: 'plan', body: settings },
    ...sharedTexts.map((body): Entry => ({
      ...created,
      effectiveOn: today,
      subject: 'shared-text',
      subjectId: body.id,
      body,
    })),
    ...schedules.map(({ schedule: body, ...dates }): Entry => ({
      ...created,
      ...dates,
      subject: 'pay-schedule',
      subjectId: body.id,
      body,
    })),
    ...series.map(({ series: body, ...dates }): Entry => ({
      ...created,
      ...dates,
      subject: 'series',
      subjectId: body.id,
      body,
    })),
  ];
}

function classEntries({ classes }: PlanContents): Entry<'class'>[] {
  return classes.map(({ classId, specification: body, ...stated }) => {
    const status = stated.changes.includes('abolish') ? 'abolished' : 'active';
    return { ...stated, status, subject: 'class', subjectId: classId, body };
  });
}

/** The actions that were decided before this record began, with the revisions that they made. */
function actionEntries(
  { actions }: PlanContents,
  revisions: readonly RecordedRevision<'class'>[],
): Entry<'action'>[] {
  return actions.map((action) => ({
    ...created,
    subject: 'action',
    subjectId: action.number,
    effectiveOn: action.decidedOn,
    decidedOn: action.decidedOn,
    action: action.number,
    body: {
      ...action,
      step: 'adopted',
      postedOn: null,
      commentsUntil: null,
      ratifiedOn: null,
      ratifiedBy: null,
      approvedHash: null,
      changes: revisions.filter((each) => each.action === action.number).map(decidedChange),
    },
  }));
}

function decidedChange(revision: RecordedRevision<'class'>): DecidedChange {
  const { subjectId: classId, body, number, changes, effectiveOn } = revision;
  return { classId, code: body.code ?? '', title: body.title, number, kinds: [...changes], effectiveOn };
}

async function addDemonstrationPerson(
  store: Store,
  person: DemonstrationPerson & { readonly passwordHash: string | null },
  now: Date,
): Promise<void> {
  const id = randomUUID();
  await insertPerson(store, { ...person, id, isDemonstration: true, createdAt: now.toISOString() });
  await writeAudit(store, {
    at: now,
    personId: null,
    act: 'person-added',
    subject: `person ${id}`,
    detail: { name: person.name, email: person.email, roles: person.roles, isDemonstration: true },
  });
}
