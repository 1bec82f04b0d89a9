// Texts for the laws of merging: a base, and what two people make of it. The domain is small on purpose, so that they
// meet in the same places often.
import fc from 'fast-check';
import type {
  AdditionalSection,
  Block,
  Details,
  Prose,
  SectionKey,
  Specification,
} from '../../schemas/types.ts';

export type Side = 'mine' | 'theirs';

const base: Specification = {
  code: 'T100',
  title: 'Title',
  series: { id: 'clerks', level: 2 },
  sections: {
    summary: { state: 'text', blocks: [{ id: 'b1', kind: 'paragraph', text: 'Summary.' }] },
    duties: { state: 'text', blocks: ['b2', 'b3', 'b4', 'b5'].map((id) => item(id, `Duty ${id}.`)) },
    licensure: { state: 'none' },
    probation: { state: 'text', length: 6, unit: 'months', text: 'Six months.' },
    details: { state: 'text', payGrade: 'G-1', flsa: 'N', other: [{ label: 'Note', text: 'Old.' }] },
  },
  additional: ['b6', 'b7', 'b8'].map(additional),
};

function item(id: string, text: string): Block {
  return { id, kind: 'item', level: 1, text };
}

function additional(id: string): AdditionalSection {
  return { id, heading: `Heading ${id}`, blocks: [item(`${id}x`, `Text of ${id}.`)] };
}

/** The base with some of its parts taken away, as a plan may have it. */
export const anyBase: fc.Arbitrary<Specification> = fc
  .record({
    without: fc.subarray(['summary', 'licensure', 'probation', 'details'] as const),
    duties: fc.constantFrom(0, 1, 4, 4, 4),
    more: fc.nat(3),
  })
  .map(({ without, duties, more }) => {
    const made = structuredClone(base);
    for (const key of without) Reflect.deleteProperty(made.sections, key);
    made.additional = made.additional.slice(0, more);
    const kept =
      made.sections.duties && 'blocks' in made.sections.duties
        ? made.sections.duties.blocks.slice(0, duties)
        : [];
    if (kept.length > 0) made.sections.duties = { state: 'text', blocks: kept };
    else delete made.sections.duties;
    return made;
  });

/** One act of a writer: what, where, whereto; a shared one both sides would word alike. */
interface Edit {
  readonly act: keyof typeof acts;
  readonly at: number;
  readonly to: number;
  readonly shared: boolean;
}

interface Draft {
  readonly text: Specification;
  readonly words: string;
  readonly id: string;
  readonly at: number;
  readonly to: number;
}

const acts = {
  code: ({ text, words }: Draft) => void (text.code = words.toUpperCase().replace(/\W/g, '')),
  title: ({ text, words }: Draft) => void (text.title = words),
  series: ({ text, to }: Draft) => void (text.series = to === 0 ? null : { id: 'clerks', level: to }),
  duties: (draft: Draft) => setProse(draft, 'duties', editList(proseBlocks(draft, 'duties'), draft, item)),
  summary: (draft: Draft) => setProse(draft, 'summary', editList(proseBlocks(draft, 'summary'), draft, item)),
  none: ({ text, at }: Draft) => void (text.sections[at % 2 ? 'duties' : 'licensure'] = { state: 'none' }),
  unwritten: ({ text, at }: Draft) => void delete text.sections[at % 2 ? 'summary' : 'probation'],
  probation: ({ text, to }: Draft) =>
    void (text.sections.probation = {
      state: 'text',
      length: to + 1,
      unit: 'months',
      text: `${to + 1} months.`,
    }),
  fact: ({ text, words, at }: Draft) =>
    void (text.sections.details = { ...detailsOf(text), [at % 2 ? 'payGrade' : 'soc']: words }),
  noFact: ({ text, at }: Draft) => {
    if (text.sections.details) delete text.sections.details[at % 2 ? 'payGrade' : 'flsa'];
  },
  noDetails: ({ text }: Draft) => void delete text.sections.details,
  additional: (draft: Draft) => {
    const make = (id: string, words: string) => ({ ...additional(id), blocks: [item(`${id}x`, words)] });
    draft.text.additional = editList(draft.text.additional, draft, make);
  },
};

function detailsOf({ sections }: Specification): Details {
  return sections.details ?? { state: 'text' };
}

function proseBlocks({ text }: Draft, key: 'duties' | 'summary'): Block[] {
  const prose: Prose | undefined = text.sections[key];
  return prose && 'blocks' in prose ? prose.blocks : [];
}

function setProse({ text }: Draft, key: 'duties' | 'summary', blocks: Block[]): void {
  if (blocks.length > 0) text.sections[key] = { state: 'text', blocks };
  else delete text.sections[key];
}

/** Rewords, removes, inserts or moves one entry of a list. */
function editList<T extends { id: string }>(
  list: readonly T[],
  draft: Draft,
  make: (id: string, words: string) => T,
): T[] {
  const { at, to, words, id } = draft;
  const edited = [...list];
  const place = at % Math.max(1, list.length);
  const old = edited[place];
  if (to === 0 && old) edited[place] = make(old.id, words);
  else if (to === 1) edited.splice(place, 1);
  else if (to < 4 && !edited.some((each) => each.id === id))
    edited.splice(at % (list.length + 1), 0, make(id, words));
  else edited.splice(to % (list.length + 1), 0, ...edited.splice(place, 1));
  return edited;
}

const anyEdit: fc.Arbitrary<Edit> = fc.record({
  act: fc.oneof(
    fc.constantFrom('duties', 'additional'),
    fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])),
  ),
  at: fc.nat(5),
  to: fc.nat(6),
  shared: fc.boolean(),
});

/** What a writer makes of a text; words and ids are the writer's own but where an edit is shared. */
export function anyEdits(side: Side): fc.Arbitrary<(text: Specification) => Specification> {
  return fc.array(anyEdit, { minLength: 1, maxLength: 8, size: 'max' }).map((edits) => (start) => {
    const text = structuredClone(start);
    edits.forEach(({ act, at, to, shared }, index) => {
      const who = shared ? 'both' : side;
      acts[act]({ text, at, to, words: `${who} ${shared ? at : index}`, id: `${who}${shared ? at : index}` });
    });
    return text;
  });
}

export interface Triple {
  readonly base: Specification;
  readonly mine: Specification;
  readonly theirs: Specification;
}

export const anyTriple: fc.Arbitrary<Triple> = fc
  .tuple(anyBase, anyEdits('mine'), anyEdits('theirs'))
  .map(([text, byMe, byThem]) => ({ base: text, mine: byMe(text), theirs: byThem(text) }));

/** A text as its fields: the grain in which changes are merged. Lists of blocks are told apart where all three have one. */
export function fieldsOf(text: Specification, { base, mine, theirs }: Triple): Map<string, unknown> {
  const fields = new Map<string, unknown>([
    ['code', text.code],
    ['title', text.title],
    ['series', text.series],
    ...text.additional.map((section): [string, unknown] => [`additional.${section.id}`, section]),
  ]);
  for (const key of Object.keys(text.sections) as SectionKey[]) {
    const section = text.sections[key];
    const at = `sections.${key}`;
    const parted = [base, mine, theirs].every(({ sections }) => 'blocks' in (sections[key] ?? {}));
    if (key === 'details')
      for (const [name, fact] of Object.entries(text.sections.details ?? {}))
        fields.set(`${at}.${name}`, fact);
    else if (parted && section && 'blocks' in section)
      for (const block of section.blocks) fields.set(`${at}.${block.id}`, block);
    else fields.set(at, section);
  }
  fields.delete('sections.details.state');
  return fields;
}
