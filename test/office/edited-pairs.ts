// What no revision of the sample plan does to a text: everything that a redline can mark, each at its hardest place.
import type { Block, Specification } from '../../schemas/types.ts';
import type { Pair } from '../documents/redline-sides.ts';
import { clerk } from '../model/dock-clerk.ts';

function item(id: string, text: string, level: 1 | 2 = 1): Block {
  return { id, kind: 'item', level, text };
}

function paragraph(id: string, text: string): Block {
  return { id, kind: 'paragraph', text };
}

function withDuties(...blocks: Block[]): Specification {
  return { ...clerk, sections: { ...clerk.sections, duties: { state: 'text', blocks } } };
}

function withMore(...ids: string[]): Specification {
  const additional = ids.map((id) => ({
    id,
    heading: `Of ${id}`,
    blocks: [item(`${id}1`, `Text of ${id}.`)],
  }));
  return { ...clerk, additional };
}

function stating(...labels: string[]): Specification {
  const other = labels.map((label) => ({ label, text: `Text of ${label}` }));
  return { ...clerk, sections: { ...clerk.sections, details: { state: 'text', payGrade: 'G-4', other } } };
}

function without(...keys: (keyof Specification['sections'])[]): Specification {
  const sections = { ...clerk.sections };
  for (const key of keys) delete sections[key];
  return { ...clerk, sections };
}

const three = [
  item('a', 'Sorts the mail.'),
  item('b', 'Files it.'),
  item('c', 'Counts what is left.'),
] as const;
const [a, b, c] = three;

function term(name: string): Block {
  return { id: 't', kind: 'term', term: name, text: 'Says what is so.' };
}

function there(name: string, before: Specification, after: Specification): Pair[] {
  return [
    { name, before, after },
    { name: `${name}, turned round`, before: after, after: before },
  ];
}

export function editedPairs(): Pair[] {
  return [
    ...there('entries that move', withDuties(a, b, c), withDuties(c, a, b)),
    ...there('the last entry goes', withDuties(a, b, c), withDuties(a, b)),
    ...there('the first entry goes', withDuties(a, b, c), withDuties(b, c)),
    ...there(
      'an entry grows and another comes',
      withDuties(a, item('b', 'Files it all.')),
      withDuties(a, item('b', 'Files it all, at once.'), c),
    ),
    ...there(
      'the last words grow and another comes',
      withDuties(a, item('b', 'Files it all')),
      withDuties(a, item('b', 'Files it all at once'), c),
    ),
    ...there(
      'the last words grow and a section comes',
      { ...without('duties', 'experience') },
      withDuties(a),
    ),
    ...there('the code grows and a section comes', { ...without('summary'), code: null }, clerk),
    ...there(
      'an entry is another',
      withDuties(a, b),
      withDuties(a, item('b', 'Keeps the keys of every gate.'), c),
    ),
    ...there('an entry is nested', withDuties(a, b, c), withDuties(a, item('b', 'Files it.', 2), c)),
    ...there('a term is reworded', withDuties(term('Plain Speech')), withDuties(term('Clear Speech'))),
    ...there(
      'a term becomes a paragraph',
      withDuties(a, term('Plain Speech')),
      withDuties(a, paragraph('t', 'Plain Speech: Says what is so.')),
    ),
    ...there('a section goes', clerk, without('duties')),
    ...there('several sections go', clerk, without('duties', 'experience')),
    ...there('the section before the table goes', clerk, without('experience')),
    ...there('the table goes', clerk, without('details')),
    ...there('a section says none', clerk, {
      ...clerk,
      sections: { ...clerk.sections, duties: { state: 'none', wording: 'None' } },
    }),
    ...there('sections of its own move', withMore('p', 'q', 'r'), withMore('r', 'p', 's')),
    ...there('facts move', stating('x', 'y', 'z'), stating('z', 'x', 'w')),
    ...there('title and code', clerk, { ...clerk, title: 'Harbor Clerk', code: 'DK0102' }),
    ...there('no code yet', { ...clerk, code: null }, clerk),
    ...there(
      'typography',
      withDuties(item('a', `Keeps the city's "books" - all - in order.`)),
      withDuties(item('a', 'Keeps the city’s “books” — all — in order.')),
    ),
  ];
}
