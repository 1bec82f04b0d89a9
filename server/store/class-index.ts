// The index of classes: the facts of each revision that people search and filter by, the stems of its text, and its words.
// Derived from the record, written in the same transaction, never a source of truth.
import { sql } from 'kysely';
import type { Specification } from '../../schemas/types.ts';
import { foldedWords, makeStemmer } from '../model/search-terms.ts';
import { blocksOf, proseOf, wordsOf } from '../model/specification.ts';
import type { ClassIndexTable, Store } from './database.ts';
import type { RecordedRevision } from './record.ts';

export async function indexClass(store: Store, revision: RecordedRevision<'class'>): Promise<void> {
  await store.db.insertInto('class_index').values(indexRow(revision)).execute();
  await indexText(store, revision.seq, revision.body);
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
    eeo4: sections.details?.eeo4 ?? null,
    bargaining_unit: sections.details?.bargainingUnit ?? null,
  };
}

const stem = makeStemmer();

async function indexText(store: Store, seq: number, body: Specification): Promise<void> {
  const columns = columnsOf(body).map(foldedWords);
  const [name, summary, duties, rest] = columns.map((words) => words.map(stem).join(' '));
  await sql`insert into class_search (rowid, name, summary, duties, rest)
    values (${seq}, ${name}, ${summary}, ${duties}, ${rest})`.execute(store.db);
  const words = JSON.stringify([...new Set(columns.flat())]);
  await sql`insert into class_words (word, texts) select value, 1 from json_each(${words}) where true
    on conflict (word) do update set texts = texts + 1`.execute(store.db);
}

function columnsOf(body: Specification): [name: string, summary: string, duties: string, rest: string] {
  const { summary: _summary, duties: _duties, ...others } = body.sections;
  const rest = blocksOf({ ...body, sections: others }).map(wordsOf);
  return [
    `${body.title} ${body.code ?? ''}`,
    proseOf(body, 'summary'),
    proseOf(body, 'duties'),
    rest.join(' '),
  ];
}

const atOnce = 500;

/** Indexes the text of what is indexed without: everything, after the index was made anew. */
export async function indexMissingTexts(store: Store): Promise<void> {
  const { rows } = await sql<{ seq: number }>`select rowid as seq from class_search
    order by rowid desc limit 1`.execute(store.db);
  for (let last = rows[0]?.seq ?? 0; ;) {
    const missing = await store.db
      .selectFrom('class_index')
      .innerJoin('revisions', 'revisions.seq', 'class_index.revision_seq')
      .select(['seq', 'body'])
      .where('revision_seq', '>', last)
      .orderBy('revision_seq')
      .limit(atOnce)
      .execute();
    if (missing.length === 0) return;
    await store.transaction(async (transaction) => {
      for (const { seq, body } of missing)
        await indexText(transaction, seq, JSON.parse(body) as Specification);
    });
    last = missing.at(-1)?.seq ?? last;
  }
}
