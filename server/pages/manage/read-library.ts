// The library of shared texts as it stands on a date: every text that was ever recorded, with the classes that use it.
import type { CalendarDate, SharedText } from '../../../schemas/types.ts';
import { inForce } from '../../model/in-force.ts';
import { type Use, useFinder } from '../../model/shared-text-use.ts';
import type { Store } from '../../store/database.ts';
import { allInForce } from '../../store/plan.ts';
import type { RecordedRevision } from '../../store/record.ts';
import { sharedTextRevisions } from '../../store/shared-texts.ts';

/** A class that uses a shared text, with the blocks that do. */
export interface User {
  readonly title: string;
  readonly code: string;
  readonly uses: readonly Use[];
}

export interface LibraryEntry {
  /** As it says today; of a text that is not in force, as it was last recorded. */
  readonly body: SharedText;
  readonly isRetired: boolean;
  readonly revisions: readonly RecordedRevision<'shared-text'>[];
  readonly users: readonly User[];
}

/** Every recorded shared text with its users on a date, by its id. */
export async function readLibrary(store: Store, on: CalendarDate): Promise<Map<string, LibraryEntry>> {
  const recorded = await sharedTextRevisions(store);
  const texts = [...recorded].map(([id, revisions]) => {
    const now = inForce(revisions, on) ?? revisions.at(-1);
    const wordings = revisions.map(({ body }) => body);
    return { id, revisions, now, wordings: now ? [...wordings, now.body] : wordings };
  });
  const find = useFinder(texts);
  const users = new Map<string, User[]>();
  const classes = await allInForce(store, 'class', on);
  classes.sort((one, other) => one.body.title.localeCompare(other.body.title));
  for (const { body } of classes)
    for (const [id, uses] of find(body))
      users.set(id, [...(users.get(id) ?? []), { title: body.title, code: body.code ?? '', uses }]);
  return new Map(
    texts.flatMap(({ id, revisions, now }) =>
      now
        ? [
            [
              id,
              {
                body: now.body,
                isRetired: now.status === 'abolished',
                revisions,
                users: users.get(id) ?? [],
              },
            ],
          ]
        : [],
    ),
  );
}
