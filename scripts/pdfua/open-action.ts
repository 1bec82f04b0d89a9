// An open action over a sample plan, which has decided ones only: it changes every class in force and begins a new one, so
// that each has a draft to be printed.
import type { Block, Specification } from '../../schemas/types.ts';
import { addChanges, addNewClass } from '../../server/actions/add-changes.ts';
import { openAction } from '../../server/actions/open-action.ts';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { planBook } from '../../server/documents/plan-book.ts';
import { copyOf } from '../../server/model/class-beginnings.ts';
import { sections } from '../../server/model/sections.ts';
import type { Store } from '../../server/store/database.ts';
import { draftsOf } from '../../server/store/drafts.ts';
import { allPeople } from '../../server/store/people.ts';

export const openNumber = 'CN1960';

const instrument = {
  title: 'Words of the whole plan revised',
  reason: 'The words of every class are looked at again, and a class is established.',
  authority: 'Classification Notice',
  effectiveOn: '2030-01-01',
};

export async function openSampleAction(store: Store, now: Date, today: string): Promise<void> {
  const by = (await allPeople(store)).find(({ roles }) => roles.includes('analyst'));
  const classes = (await planBook(store, today))?.classes ?? [];
  if (!by) throw new Error('The sample plan has no analyst');
  const acting = { store, now, by };
  const edit = { payGrade: null, title: null, code: null, series: null };
  await openAction(acting, openNumber, instrument);
  const changes = classes.map(({ classId }) => ({ classId, intent: 'change', edit }) as const);
  await addChanges(acting, openNumber, changes, today);
  const drafts = await draftsOf(store, openNumber);
  for (const { classId, hash: base, ...draft } of drafts)
    await saveDraft(acting, openNumber, classId, { ...draft, base, body: revised(draft.body), settle: {} });
  const [first] = drafts;
  if (first) await addNewClass(acting, openNumber, copyOf(first.body, 'Classification Clerk'));
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
