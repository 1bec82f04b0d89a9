// A small class and its revisions, for the tests of changes and adoptions.
import type { Block, Specification, Status } from '../../schemas/types.ts';
import type { Draft } from '../../server/model/adoption.ts';
import { beginningSettings } from '../../server/model/plan-settings.ts';

/** A plan that requires a summary and duties, and calls the duties Typical Tasks. */
export const settings = {
  ...beginningSettings('Port of Elsewhere'),
  sections: beginningSettings('Port of Elsewhere').sections.map((section) =>
    section.key === 'duties' ? { ...section, label: 'Typical Tasks' } : section,
  ),
};

function item(id: string, text: string): Block {
  return { id, kind: 'item', level: 1, text };
}

export const clerk: Specification = {
  code: 'DK0101',
  title: 'Dock Clerk',
  series: { id: 'dock-clerks', level: 1 },
  sections: {
    summary: { state: 'text', blocks: [{ id: 'b1', kind: 'paragraph', text: 'Keeps the books of a dock.' }] },
    duties: { state: 'text', blocks: [item('b2', 'Keeps the books.'), item('b3', 'Collects fees.')] },
    experience: { state: 'text', blocks: [{ id: 'b4', kind: 'paragraph', text: 'One year.' }] },
    details: { state: 'text', payGrade: 'G-4', flsa: 'N', establishedOn: '2018-01-01', establishedBy: 'AB' },
  },
  additional: [],
};

/** The text with other facts. */
export function withFacts(text: Specification, facts: Partial<Specification>): Specification {
  return { ...text, ...facts };
}

export function withDetails(text: Specification, facts: object): Specification {
  const details = { ...text.sections.details, state: 'text' as const, ...facts };
  return { ...text, sections: { ...text.sections, details } };
}

export function withDuty(text: Specification, id: string, words: string): Specification {
  const duties = text.sections.duties;
  const blocks = duties && 'blocks' in duties ? duties.blocks : [];
  const next = blocks.some((block) => block.id === id)
    ? blocks.map((block) => (block.id === id ? item(id, words) : block))
    : [...blocks, item(id, words)];
  return { ...text, sections: { ...text.sections, duties: { state: 'text', blocks: next } } };
}

export function withExperience(text: Specification, words: string): Specification {
  const experience = { state: 'text', blocks: [{ id: 'b4', kind: 'paragraph', text: words }] } as const;
  return {
    ...text,
    sections: { ...text.sections, experience: { ...experience, blocks: [...experience.blocks] } },
  };
}

export interface Recorded {
  readonly number: number;
  readonly status: Status;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly body: Specification;
}

/** Revisions numbered from 1, each with its effective date. */
export function history(...entries: readonly (readonly [string, Specification, Status?])[]): Recorded[] {
  return entries.map(([effectiveOn, body, status = 'active'], index) => ({
    number: index + 1,
    status,
    effectiveOn,
    recordedAt: `2020-01-01T00:00:00.00${index}Z`,
    body,
  }));
}

export function draft(body: Specification, changed: Partial<Draft> = {}): Draft {
  const plain = {
    classId: 'class-clerk',
    intent: 'change',
    baseNumber: 1,
    effectiveOn: null,
    carry: null,
  } as const;
  return { ...plain, choices: {}, body, ...changed };
}
