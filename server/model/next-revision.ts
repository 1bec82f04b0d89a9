// The revision that a change makes after a text: its kinds, its events, and the closing table filled in by the decision.
import type { PlanSettings, Specification } from '../../schemas/types.ts';
import type { Draft, Instrument, Planned, Recorded } from './adoption.ts';
import { eventsOf, type Intent, kindsOf } from './change.ts';

interface Change {
  readonly instrument: Instrument;
  readonly draft: Draft;
  readonly effectiveOn: string;
  readonly settings: PlanSettings;
}

/** The revision that follows `target`; none where it would say the same. */
export function nextRevision(
  change: Change,
  target: Recorded | null,
  body: Specification,
  isCarried: boolean,
): Omit<Planned, 'number'>[] {
  const { instrument, draft, settings } = change;
  const kinds = kindsOf(draft.intent, target?.body ?? null, body);
  if (kinds.length === 0) return [];
  const effectiveOn = isCarried && target ? target.effectiveOn : change.effectiveOn;
  const labels = new Map(settings.sections.map(({ key, label }) => [key, label]));
  const carriedFrom = isCarried ? change.effectiveOn : null;
  const decided = { effectiveOn, action: instrument.number, by: instrument.by, labels, carriedFrom };
  return [
    {
      classId: draft.classId,
      status: draft.intent === 'abolish' ? 'abolished' : (target?.status ?? 'active'),
      changes: kinds,
      effectiveOn,
      events: eventsOf(kinds, target?.body ?? null, body, decided),
      body: isCarried ? body : stamped(body, draft.intent, effectiveOn, instrument.by),
    },
  ];
}

/** The closing table tells when and by whom: filled in by the decision, not by hand. What a correction corrects may be this very date. */
function stamped(body: Specification, intent: Intent, on: string, by: string | null): Specification {
  if (intent === 'abolish' || intent === 'correct') return body;
  const details = body.sections.details ?? { state: 'text' as const };
  const isNew = intent === 'create';
  const dates = isNew ? { establishedOn: on } : { revisedOn: on };
  const people = by === null ? {} : isNew ? { establishedBy: by } : { revisedBy: by };
  return { ...body, sections: { ...body.sections, details: { ...details, ...dates, ...people } } };
}
