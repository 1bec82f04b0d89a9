// The stated values of a section before and after, as from → to: its heading, its codes, the facts of the closing table.
import { type DetailFact, type Fact, recordedFact } from './detail-facts.ts';
import type { Places } from './redline-order.ts';

/** A value that is replaced as a whole; null where it is not stated. The same on both sides where it stayed. */
export interface RedlineFact {
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
  /** As the record has it, where that is another label or text than people read; the same where it is not. */
  readonly recorded: { readonly from: Fact | null; readonly to: Fact | null };
  readonly places: Places;
}

/** In the order after, then what is no longer stated. Of two facts under one label the first goes with the first. */
export function factsBetween(before: readonly DetailFact[], after: readonly DetailFact[]): RedlineFact[] {
  const open = [...before.entries()];
  const facts = after.map((fact, index) => {
    const at = open.findIndex(([, { label }]) => label === fact.label);
    const [old] = at < 0 ? [] : open.splice(at, 1);
    return factOf(old ?? null, [index, fact]);
  });
  return [...facts, ...open.map((old) => factOf(old, null))];
}

type Placed = readonly [index: number, fact: DetailFact];

function factOf(old: Placed | null, current: Placed | null): RedlineFact {
  const [from, to] = [old?.[1] ?? null, current?.[1] ?? null];
  return {
    label: (to ?? from)?.label ?? '',
    from: from && from.text,
    to: to && to.text,
    recorded: { from: from && from.recorded, to: to && to.recorded },
    places: { from: old && old[0] + 1, to: current && current[0] + 1 },
  };
}

/** None where it is the same before and after. */
export function replaced(
  label: string,
  texts: { readonly from: string; readonly to: string } | null,
): RedlineFact[] {
  if (!texts || texts.from === texts.to) return [];
  return factsBetween([recordedFact(label, texts.from)], [recordedFact(label, texts.to)]);
}
