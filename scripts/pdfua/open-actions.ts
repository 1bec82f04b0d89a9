// Open actions over a sample plan, which has decided ones only: one for each series, and one for the classes in none. Each
// changes every class of it that is in force, and the last begins a new one, so that each has a draft to be printed.
import type { Block, Specification } from '../../schemas/types.ts';
import { addChanges, addNewClass } from '../../server/actions/add-changes.ts';
import { openAction } from '../../server/actions/open-action.ts';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { planBook } from '../../server/documents/plan-book.ts';
import { copyOf } from '../../server/model/class-beginnings.ts';
import type { Person } from '../../server/model/person.ts';
import { sections } from '../../server/model/sections.ts';
import type { ClassRow } from '../../server/store/classes.ts';
import type { Store } from '../../server/store/database.ts';
import { draftsOf } from '../../server/store/drafts.ts';
import { allPeople } from '../../server/store/people.ts';

const instrument = {
  title: 'Words of the plan revised',
  reason: 'The words of each class are looked at again.',
  authority: 'Classification Notice',
  effectiveOn: '2030-01-01',
};

interface Acting {
  readonly store: Store;
  readonly now: Date;
  readonly by: Person;
}

export async function openSampleActions(store: Store, now: Date, today: string): Promise<void> {
  const by = (await allPeople(store)).find(({ roles }) => roles.includes('analyst'));
  if (!by) throw new Error('The sample plan has no analyst');
  const acting = { store, now, by };
  const classes = (await planBook(store, today))?.classes ?? [];
  const groups = [...Map.groupBy(classes, ({ seriesId }) => seriesId).values()];
  const numbers = groups.map((_, index) => `CN${1960 + index}`);
  for (const [index, number] of numbers.entries()) await openWith(acting, number, groups[index] ?? [], today);
  const [last = ''] = numbers.slice(-1);
  const [draft] = await draftsOf(store, last);
  if (draft) await addNewClass(acting, last, copyOf(draft.body, 'Classification Clerk'));
}

async function openWith(
  acting: Acting,
  number: string,
  rows: readonly ClassRow[],
  today: string,
): Promise<void> {
  const asItIs = { payGrade: null, title: null, code: null, series: null };
  const changes = rows.map(({ classId }) => ({ classId, intent: 'change', edit: asItIs }) as const);
  await openAction(acting, number, instrument);
  await addChanges(acting, number, changes, today);
  for (const { classId, hash: base, ...draft } of await draftsOf(acting.store, number)) {
    const edit = { ...draft, base, body: revised(draft.body), settle: {} };
    const { outcome } = await saveDraft(acting, number, classId, edit);
    if (outcome !== 'saved') throw new Error(`The draft of ${classId} was not saved: ${outcome}`);
  }
}

/** In each section of text the first block has other words, the last of several is gone, and one is new. */
function revised(body: Specification): Specification {
  const changed = structuredClone(body);
  for (const { key } of sections) {
    const section = changed.sections[key];
    if (section && 'blocks' in section) section.blocks = revisedBlocks(section.blocks, key);
  }
  return changed;
}

function revisedBlocks([first, ...others]: readonly Block[], key: string): Block[] {
  const added: Block = {
    id: `new${key.toLowerCase()}`.slice(0, 24),
    kind: 'paragraph',
    text: 'This is said for the first time.',
  };
  const reworded = first ? [{ ...first, text: `As assigned: ${first.text}` }] : [];
  return [...reworded, ...others.slice(0, -1), added];
}
