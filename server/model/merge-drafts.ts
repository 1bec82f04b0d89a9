// Two writers of one draft: what each changed since the version that both began from, put together field by field.
import type { Draft } from './adoption.ts';
import { type Choices, type Conflict, fieldMerger, merge } from './merge.ts';

/** What a writer may change in a draft. */
export type Writing = Pick<Draft, 'body' | 'effectiveOn' | 'carry' | 'choices'>;

export interface MergedWriting {
  /** A conflict without a settlement stands as mine. */
  readonly writing: Writing;
  readonly conflicts: readonly Conflict[];
}

/** Conflicts of the text are named as in merge; beside them stand 'effectiveOn', 'carry' and 'choices.ADDRESS'. */
export function mergeDrafts(base: Writing, mine: Writing, theirs: Writing, settle: Choices): MergedWriting {
  const conflicts: Conflict[] = [];
  const field = fieldMerger(settle, conflicts);
  const effectiveOn = field('effectiveOn', base.effectiveOn, mine.effectiveOn, theirs.effectiveOn);
  const carry = field('carry', base.carry, mine.carry, theirs.carry);
  const choices: Record<string, 'mine' | 'theirs'> = {};
  for (const at of new Set([base, mine, theirs].flatMap((each) => Object.keys(each.choices)))) {
    const choice = field(`choices.${at}`, base.choices[at], mine.choices[at], theirs.choices[at]);
    if (choice !== undefined) choices[at] = choice;
  }
  const text = merge(base.body, mine.body, theirs.body, settle);
  return {
    writing: { effectiveOn, carry, choices, body: text.specification },
    conflicts: [...conflicts, ...text.conflicts].filter(({ at }) => !(at in settle)),
  };
}
