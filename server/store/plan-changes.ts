// What took effect between two dates: the revisions in between, and what applied on a date of the classes they touch. A plan
// may have thousands, so each question is one query, and texts are read apart.
import { sql } from 'kysely';
import type {
  CalendarDate,
  ChangedSubject,
  ChangeKind,
  ClassFacts,
  Specification,
  Status,
} from '../../schemas/types.ts';
import type { Span } from '../model/plan-changes.ts';
import type { Store } from './database.ts';
import { fromRow, type RecordedRevision } from './record.ts';

/** A revision of a class without its text. */
export interface ClassHeader {
  readonly subject: 'class';
  readonly id: string;
  readonly number: number;
  readonly code: string;
  readonly title: string;
  readonly kinds: readonly ChangeKind[];
  readonly effectiveOn: CalendarDate;
  readonly decidedOn: CalendarDate | null;
  readonly action: string | null;
}

/** Every revision of a class that took effect in the span, by class and number. */
export async function classRevisionsIn(store: Store, { from, to }: Span): Promise<ClassHeader[]> {
  const rows = await store.db
    .selectFrom('class_index')
    .innerJoin('revisions', 'revisions.seq', 'class_index.revision_seq')
    .select(['class_id', 'class_index.number', 'code', 'title', 'class_index.effective_on'])
    .select(['changes', 'decided_on', 'action'])
    .where('class_index.effective_on', '>', from)
    .where('class_index.effective_on', '<=', to)
    .orderBy('class_id')
    .orderBy('class_index.number')
    .execute();
  return rows.map((row) => ({
    subject: 'class',
    id: row.class_id,
    number: row.number,
    code: row.code,
    title: row.title,
    kinds: JSON.parse(row.changes) as ChangeKind[],
    effectiveOn: row.effective_on,
    decidedOn: row.decided_on,
    action: row.action,
  }));
}

/** What applies of a class on a date. */
export interface ClassOn {
  /** Its entry in the record. */
  readonly seq: number;
  readonly number: number;
  readonly status: Status;
  readonly facts: ClassFacts;
}

/** What applies on `on` of every class that has a revision in the span, by class id. */
export async function classesOn(
  store: Store,
  { from, to }: Span,
  on: CalendarDate,
): Promise<Map<string, ClassOn>> {
  const rows = await store.db
    .selectFrom((query) =>
      query
        .selectFrom('class_index')
        .select(['class_id', 'revision_seq', 'number', 'status', 'code', 'title'])
        .select(['pay_grade', 'series_id', 'series_level'])
        .select(
          sql<number>`row_number() over (partition by class_id order by effective_on desc, number desc)`.as(
            'place',
          ),
        )
        .where('effective_on', '<=', on)
        .where('class_id', 'in', (touched) =>
          touched
            .selectFrom('class_index')
            .select('class_id')
            .where('effective_on', '>', from)
            .where('effective_on', '<=', to),
        )
        .as('found'),
    )
    .selectAll()
    .where('place', '=', 1)
    .execute();
  return new Map(
    rows.map((row) => {
      const { code, title, pay_grade: payGrade, series_id: id, series_level: level } = row;
      const series = id === null || level === null ? null : { id, level };
      const facts = { code, title, payGrade, series };
      return [
        row.class_id,
        { seq: row.revision_seq, number: row.number, status: row.status as Status, facts },
      ];
    }),
  );
}

/** The texts of entries of the record, by entry. */
export async function specificationsOf(
  store: Store,
  seqs: readonly number[],
): Promise<Map<number, Specification>> {
  const rows = await store.db
    .selectFrom('revisions')
    .select(['seq', 'body'])
    .where('seq', 'in', [...seqs])
    .where('subject', '=', 'class')
    .execute();
  return new Map(rows.map(({ seq, body }) => [seq, JSON.parse(body) as Specification]));
}

export type TextSubject = Exclude<ChangedSubject, 'class'>;
const textSubjects: readonly TextSubject[] = ['series', 'pay-schedule', 'shared-text', 'plan'];

/** Of every text of the plan that has a revision in the span: all its revisions up to the end of the span, by number. */
export async function textsChangedIn(
  store: Store,
  { from, to }: Span,
): Promise<RecordedRevision<TextSubject>[][]> {
  const rows = await store.db
    .selectFrom('revisions')
    .selectAll()
    .where('subject', 'in', textSubjects)
    .where('effective_on', '<=', to)
    .where(
      sql<boolean>`exists (select 1 from revisions as touched where touched.subject = revisions.subject
        and touched.subject_id = revisions.subject_id
        and touched.effective_on > ${from} and touched.effective_on <= ${to})`,
    )
    .orderBy('number')
    .execute();
  const found = Map.groupBy(rows, (row) => `${row.subject} ${row.subject_id}`);
  return [...found.values()].map((each) => each.map((row) => fromRow<TextSubject>(row)));
}

export interface ActionName {
  readonly title: string;
  readonly decidedOn: CalendarDate;
  readonly isProvisional: boolean;
}

/** As many parameters as one statement is given at most. */
const atOnce = 500;

/** What the decided actions of these numbers are called, as last recorded. */
export async function actionNames(
  store: Store,
  numbers: readonly string[],
): Promise<Map<string, ActionName>> {
  const found = new Map<string, ActionName>();
  for (let start = 0; start < numbers.length; start += atOnce) {
    const rows = await store.db
      .selectFrom('revisions')
      .select('subject_id')
      .select([
        sql<string>`json_extract(body, '$.title')`.as('title'),
        sql<string>`json_extract(body, '$.decidedOn')`.as('decidedOn'),
        sql<string>`json_extract(body, '$.step')`.as('step'),
      ])
      .where('subject', '=', 'action')
      .where('subject_id', 'in', numbers.slice(start, start + atOnce))
      .orderBy('number')
      .execute();
    for (const { subject_id, title, decidedOn, step } of rows)
      found.set(subject_id, { title, decidedOn, isProvisional: step === 'provisional' });
  }
  return found;
}
