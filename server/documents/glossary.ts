// The words of a plan for its readers: the same entries in every plan, with the plan's own codes spelled out below theirs.
import { readFileSync } from 'node:fs';
import type { CodeTable, Glossary, PlanSettings } from '../../schemas/types.ts';
import { conforming } from '../schemas.ts';

export interface GlossaryEntry {
  readonly id: string;
  readonly term: string;
  readonly text: string;
  /** Null where the entry has no codes, or the plan gives them none. */
  readonly codes: { readonly scheme: string | null; readonly values: CodeTable['values'] } | null;
}

let shipped: Glossary | null = null;

/** By term. */
export function glossaryOf({ codes, language }: PlanSettings): GlossaryEntry[] {
  shipped ??= readGlossary();
  const { compare } = new Intl.Collator(language);
  return shipped.entries
    .map((entry) => ({ ...entry, codes: entry.codes && spelledOut(codes[entry.codes]) }))
    .sort((one, other) => compare(one.term, other.term));
}

function spelledOut(table: CodeTable): GlossaryEntry['codes'] {
  return table.values.length === 0 ? null : table;
}

function readGlossary(): Glossary {
  const text = readFileSync(new URL('../../data/glossary.json', import.meta.url), 'utf8');
  return conforming('glossary.schema.json', JSON.parse(text), 'data/glossary.json');
}
