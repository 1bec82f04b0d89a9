// The words of the staff pages about actions: steps, acts and kinds of change, as people say them.
import type { ChangeKind } from '../../schemas/types.ts';
import type { Act, Step } from '../model/workflow.ts';

export const stepWords: Readonly<Record<Step, string>> = {
  draft: 'Draft',
  'in review': 'In review',
  posted: 'Posted',
  provisional: 'Provisionally approved',
  adopted: 'Adopted',
  withdrawn: 'Withdrawn',
};

export const actWords: Readonly<Record<Act, string>> = {
  submit: 'Submit for review',
  return: 'Return to the analyst',
  post: 'Post',
  reopen: 'Take back to amend',
  adopt: 'Adopt',
  ratify: 'Ratify',
  withdraw: 'Withdraw',
};

/** What was done, for the log of an action. */
export const doneWords: Readonly<Record<Act | 'open' | 'edit' | 'add' | 'remove' | 'sweep', string>> = {
  open: 'Opened',
  edit: 'Edited',
  add: 'Changes added',
  remove: 'Change removed',
  sweep: 'Sweep',
  submit: 'Submitted for review',
  return: 'Returned',
  post: 'Posted',
  reopen: 'Taken back to amend',
  adopt: 'Adopted',
  ratify: 'Ratified',
  withdraw: 'Withdrawn',
};

export const kindWords: Readonly<Record<ChangeKind, string>> = {
  create: 'Create',
  amend: 'Amend',
  retitle: 'Retitle',
  recode: 'Recode',
  regrade: 'Regrade',
  move: 'Move',
  correct: 'Correct',
  abolish: 'Abolish',
  import: 'Import',
};
