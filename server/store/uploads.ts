// Files that were read for a draft and wait for their sender to say that they are meant, each for a day at most.
import type { ImportReport, Specification } from '../../schemas/types.ts';
import type { Store } from './database.ts';

export interface Upload {
  readonly id: string;
  readonly action: string;
  readonly classId: string;
  /** The hash of the version of the draft that the file was read upon. */
  readonly base: string;
  /** The text that the draft would have. */
  readonly body: Specification;
  readonly report: ImportReport;
  readonly person: string;
  readonly at: string;
}

const day = 86_400_000;

/** Keeps an upload, and lets go of those that nobody came back for. */
export async function keepUpload(store: Store, upload: Upload): Promise<void> {
  const { classId: class_id, body, report, ...others } = upload;
  const yesterday = new Date(Date.parse(upload.at) - day).toISOString();
  await store.db.deleteFrom('uploads').where('at', '<=', yesterday).execute();
  await store.db
    .insertInto('uploads')
    .values({ ...others, class_id, body: JSON.stringify(body), report: JSON.stringify(report) })
    .execute();
}

/** Null where it is not there, is somebody else's or of another draft, or is older than a day. */
export async function uploadOf(
  store: Store,
  {
    id,
    action,
    classId,
    person,
    now,
  }: Pick<Upload, 'id' | 'action' | 'classId' | 'person'> & { readonly now: Date },
): Promise<Upload | null> {
  const row = await store.db
    .selectFrom('uploads')
    .selectAll()
    .where('id', '=', id)
    .where('action', '=', action)
    .where('class_id', '=', classId)
    .where('person', '=', person)
    .where('at', '>', new Date(now.getTime() - day).toISOString())
    .executeTakeFirst();
  if (!row) return null;
  const { base, at } = row;
  const body = JSON.parse(row.body) as Specification;
  return { id, action, classId, base, body, report: JSON.parse(row.report) as ImportReport, person, at };
}

export async function removeUpload(store: Store, id: string): Promise<void> {
  await store.db.deleteFrom('uploads').where('id', '=', id).execute();
}
