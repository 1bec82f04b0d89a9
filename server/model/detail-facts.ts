// The facts of the closing table of a specification as people read them, in the one order that every document keeps.
import type { Details, PlanSettings } from '../../schemas/types.ts';
import { inFigures } from './calendar-date.ts';
import { meaningOf } from './plan-settings.ts';

export interface Fact {
  readonly label: string;
  readonly text: string;
}

export interface DetailFact extends Fact {
  /** As the record has it, the code alone under its common name: plain text says it so, and the import reads it. */
  readonly recorded: Fact;
}

/** The facts of the closing table, codes spelled out where the plan explains them. */
export function detailFacts(details: Details | undefined, { codes }: PlanSettings): DetailFact[] {
  if (!details) return [];
  const facts = [
    recordedFact('Pay Grade', details.payGrade),
    coded('FLSA Code', details.flsa, { ...codes.flsa, scheme: null }),
    coded('EEO-4 Category', details.eeo4, codes.eeo4),
    coded('Bargaining Unit', details.bargainingUnit, { ...codes.bargainingUnit, scheme: null }),
    coded('SOC', details.soc, codes.soc),
    coded('Occupational Group', details.occupationalGroup, { ...codes.occupationalGroup, scheme: null }),
    recordedFact('Benchmark Class', details.benchmark === undefined ? '' : details.benchmark ? 'Yes' : 'No'),
    coded('Civil Service Status', details.civilServiceStatus, { ...codes.civilServiceStatus, scheme: null }),
    recordedFact('Established Date', details.establishedOn && inFigures(details.establishedOn)),
    recordedFact('Established By', details.establishedBy),
    recordedFact('Revised Date', details.revisedOn && inFigures(details.revisedOn)),
    recordedFact('Revised By', details.revisedBy),
    ...(details.other ?? []).map(({ label, text }) => recordedFact(label, text)),
  ];
  return facts.filter(({ text }) => text !== '');
}

export function recordedFact(label: string, text = ''): DetailFact {
  return { label, text, recorded: { label, text } };
}

/** 'E' → 'E – Exempt'. */
function coded(name: string, code = '', codes: PlanSettings['codes']['flsa']): DetailFact {
  const meaning = meaningOf(codes, code);
  const text = meaning === null || meaning === code ? code : `${code} – ${meaning}`;
  return { label: codes.scheme ?? name, text, recorded: { label: name, text: code } };
}
