// The kinds of change as documents say them of a text that was or would be made.
import type { ChangeKind } from '../../schemas/types.ts';
import { inList } from '../model/recommendation.ts';

const words: Readonly<Record<ChangeKind, string>> = {
  create: 'established',
  amend: 'amended',
  retitle: 'retitled',
  recode: 'recoded',
  regrade: 'regraded',
  move: 'moved',
  correct: 'corrected',
  abolish: 'abolished',
  import: 'imported',
};

/** 'amended and regraded' */
export function kindsInWords(kinds: readonly ChangeKind[]): string {
  return inList(kinds.map((kind) => words[kind]));
}
