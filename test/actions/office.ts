// An office at work, for the tests of classification actions: a small plan of clerks, two analysts, two approvers, and
// the acts in short form.
import { addChanges, type AddedChange } from '../../server/actions/add-changes.ts';
import { approveAdoption } from '../../server/actions/approve-adoption.ts';
import { beginEmptyPlan } from '../../server/actions/begin-plan.ts';
import { carryOutAdoption } from '../../server/actions/carry-out-adoption.ts';
import { type InstrumentText, openAction } from '../../server/actions/open-action.ts';
import { previewAdoption } from '../../server/actions/preview-adoption.ts';
import { requireAction, requireDraft, requireSettings } from '../../server/actions/requirements.ts';
import { type DraftEdit, saveDraft, type SaveOutcome } from '../../server/actions/save-draft.ts';
import { type StepRequest, takeStep } from '../../server/actions/take-step.ts';
import type { Procedure, Specification } from '../../schemas/types.ts';
import { Refusal } from '../../server/errors.ts';
import type { Person, Role } from '../../server/model/person.ts';
import { procedures } from '../../server/model/workflow.ts';
import type { StoredDraft } from '../../server/store/drafts.ts';
import type { Store } from '../../server/store/database.ts';
import { openStore } from '../../server/store/open.ts';
import { insertPerson } from '../../server/store/people.ts';
import { appendRevision, revisionsOf } from '../../server/store/record.ts';
import type { Tools } from '../../server/tools.ts';
import { clerk } from '../model/dock-clerk.ts';
import { type FakePrinter, fakePrinter, now, today, toolsWith } from '../tools.ts';

export const instrument: InstrumentText = {
  title: 'Clerks of the docks',
  reason: 'The work has changed.',
  authority: 'Classification Notice',
  effectiveOn: '2027-01-01',
};

export const noEdit = { payGrade: null, title: null, code: null, series: null } as const;

export interface Office {
  readonly store: Store;
  readonly tools: Tools;
  readonly printer: FakePrinter;
  /** Analysts. */
  readonly ada: Person;
  readonly ben: Person;
  /** Approvers. */
  readonly cora: Person;
  readonly dan: Person;
  /** The day on which things are done; changed by hand. */
  today: string;
  close(): Promise<void>;
}

interface Wanted {
  readonly file?: string;
  readonly classes?: number;
  readonly procedure?: Procedure;
}

export async function openOffice(wanted: Wanted = {}): Promise<Office> {
  const store = await openStore(wanted.file ?? ':memory:');
  await beginOffice(store, wanted);
  return officeOf(store);
}

/** An office over a store that was begun as one. */
export function officeOf(store: Store): Office {
  const printer = fakePrinter();
  const tools = toolsWith(store, { printer });
  const people = { ada: personOf('ada'), ben: personOf('ben'), cora: personOf('cora'), dan: personOf('dan') };
  return { store, tools, printer, ...people, today, close: () => store.close() };
}

const names = { ada: 'Ada Quist', ben: 'Ben Roth', cora: 'Cora Stein', dan: 'Dan Tull' } as const;
const at = now.toISOString();

function personOf(id: keyof typeof names): Person {
  const name = names[id];
  const roles: Role[] = [id < 'c' ? 'analyst' : 'approver'];
  const initials = name.replace(/[^A-Z]/g, '');
  const plain = { isDemonstration: false, isDisabled: false, hasPassword: false, isLinked: false };
  return { ...plain, id, name, email: `${id}@example.gov`, initials, roles, createdAt: at, sessionsFrom: at };
}

async function beginOffice(
  store: Store,
  { classes = 3, procedure = procedures.administrative }: Wanted,
): Promise<void> {
  await beginEmptyPlan({ store, now, by: 'test' }, 'Port of Elsewhere');
  for (const id of ['ada', 'ben', 'cora', 'dan'] as const)
    await insertPerson(store, { ...personOf(id), passwordHash: null });
  await setProcedure(store, procedure);
  await store.transaction(async (transaction) => {
    await appendRevision(transaction, {
      ...{ subject: 'series', subjectId: 'dock-clerks', status: 'active', changes: ['create'], events: [] },
      ...{ effectiveOn: '2020-01-01', decidedOn: null, recordedAt: at, recordedBy: 'test', action: null },
      body: { id: 'dock-clerks', title: 'Dock Clerks', occupationalGroup: null, concept: [] },
    });
    for (let number = 1; number <= classes; number += 1) {
      await appendRevision(transaction, {
        ...{ subject: 'class', subjectId: classId(number), status: 'active', changes: ['create'] },
        ...{ effectiveOn: '2020-01-01', decidedOn: null, recordedAt: at, recordedBy: 'test', action: null },
        events: [
          { on: '2020-01-01', kind: 'established', instrument: null, by: null, note: null, line: null },
        ],
        body: { ...clerk, code: codeOf(number), title: `Dock Clerk ${number}` },
      });
    }
  });
}

export function classId(number: number): string {
  return `class-clerk-${number}`;
}

export function codeOf(number: number): string {
  return `DK${String(number).padStart(4, '0')}`;
}

/** The plan goes by another procedure from now on. */
export async function setProcedure(store: Store, procedure: Procedure): Promise<void> {
  await store.transaction(async (transaction) => {
    const settings = await requireSettings(transaction);
    await appendRevision(transaction, {
      ...{ subject: 'plan', subjectId: 'plan', status: 'active', changes: ['amend'] },
      ...{
        effectiveOn: today,
        decidedOn: null,
        recordedAt: at,
        recordedBy: 'test',
        action: null,
        events: [],
      },
      body: { ...settings, procedure },
    });
  });
}

export function acting({ store, today }: Office, by: Person) {
  return { store, now, today, by };
}

/** An action of Ada's with a change of each of the numbered classes, as they stand. */
export async function openWith(
  office: Office,
  number: string,
  classes: readonly number[],
  changed: Partial<InstrumentText> = {},
): Promise<void> {
  await openAction(acting(office, office.ada), number, { ...instrument, ...changed });
  await add(
    office,
    number,
    classes.map((each) => ({ classId: classId(each), intent: 'change', edit: noEdit })),
  );
}

export async function add(office: Office, number: string, changes: readonly AddedChange[]): Promise<void> {
  await addChanges(acting(office, office.ada), number, changes, office.today);
}

/** An action of Ada's that is ready: it regrades the numbered classes. */
export async function openReady(
  office: Office,
  number: string,
  classes: readonly number[],
  changed: Partial<InstrumentText> = {},
): Promise<void> {
  await openAction(acting(office, office.ada), number, { ...instrument, ...changed });
  const edit = { ...noEdit, payGrade: `G-${number}` };
  await add(
    office,
    number,
    classes.map((each) => ({ classId: classId(each), intent: 'change', edit })),
  );
}

export function draftIn(office: Office, number: string, classNumber: number): Promise<StoredDraft> {
  return requireDraft(office.store, number, classId(classNumber));
}

type Save = Partial<Omit<DraftEdit, 'body'>> & {
  readonly by?: Person;
  readonly body?: (text: Specification) => Specification;
};

/** Saves an edit of a version that the writer was shown; of the current one where none is given. */
export async function save(
  office: Office,
  number: string,
  classNumber: number,
  edit: Save,
  shown?: StoredDraft,
): Promise<SaveOutcome> {
  const version = shown ?? (await draftIn(office, number, classNumber));
  const { by = office.ada, body = (text) => text, ...rest } = edit;
  const { hash: base, effectiveOn, carry, choices } = version;
  const whole: DraftEdit = {
    base,
    effectiveOn,
    carry,
    choices,
    settle: {},
    ...rest,
    body: body(version.body),
  };
  return saveDraft(acting(office, by), number, classId(classNumber), whole);
}

/** The hash that is displayed for a decision. */
export async function displayed({ store }: Office, number: string): Promise<string> {
  return (await previewAdoption(store, await requireAction(store, number), await requireSettings(store)))
    .hash;
}

export async function step(
  office: Office,
  number: string,
  act: StepRequest['act'],
  by: Person,
  note: string | null = null,
) {
  return takeStep(acting(office, by), { number, act, displayed: await displayed(office, number), note });
}

export async function approve(office: Office, number: string, by = office.cora): Promise<void> {
  await approveAdoption(acting(office, by), number, await displayed(office, number));
}

/** Approved by Cora and carried out. */
export async function adopt(office: Office, number: string): Promise<void> {
  await approve(office, number);
  await carryOutAdoption(office.tools, number, () => {});
}

export async function latest({ store }: Office, classNumber: number) {
  const revisions = await revisionsOf(store, 'class', classId(classNumber));
  const last = revisions.at(-1);
  if (!last) throw new Error(`There is no class ${classNumber}`);
  return last;
}

/** The code of the refusal that an act ends with. */
export async function refusalOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'not refused';
}
