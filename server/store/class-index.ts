// The index of classes: the facts of each revision that people search and filter by. Derived from the record,
// written in the same transaction, never a source of truth.
import { sql } from 'kysely';
import { blocksOf, proseOf, wordsOf } from '../model/specification.ts';
import type { ClassIndexTable, Store } from './database.ts';
import type { RecordedRevision } from './record.ts';

export async function indexClass(store: Store, revision: RecordedRevision<'class'>): Promise<void> {
  await store.db.insertInto('class_index').values(indexRow(revision)).execute();
  const { code, title } = revision.body;
  const text = blocksOf(revision.body).map(wordsOf).join('\n');
  await sql`insert into class_search (rowid, code, title, body)
    values (${revision.seq}, ${code}, ${title}, ${text})`.execute(store.db);
}

function indexRow(revision: RecordedRevision<'class'>): ClassIndexTable {
  const { code, title, series, sections } = revision.body;
  if (code === null) throw new Error(`Revision ${revision.seq} has no class code`);
  return {
    revision_seq: revision.seq,
    class_id: revision.subjectId,
    number: revision.number,
    status: revision.status,
    effective_on: revision.effectiveOn,
    recorded_at: revision.recordedAt,
    code,
    title,
    series_id: series?.id ?? null,
    series_level: series?.level ?? null,
    pay_grade: sections.details?.payGrade ?? null,
    flsa: sections.details?.flsa ?? null,
    occupational_group: sections.details?.occupationalGroup ?? null,
    summary: proseOf(revision.body, 'summary'),
  };
}
