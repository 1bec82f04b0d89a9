// The table of synonyms that comes with the program, read once.
import { readFileSync } from 'node:fs';
import type { Synonym } from '../../schemas/types.ts';
import { conforming } from '../schemas.ts';

const file = new URL('../../data/synonyms.json', import.meta.url);

let known: readonly Synonym[] | null = null;

export function standardSynonyms(): readonly Synonym[] {
  known ??= conforming(
    'synonyms.schema.json',
    JSON.parse(readFileSync(file, 'utf8')),
    'data/synonyms.json',
  ).synonyms;
  return known;
}
