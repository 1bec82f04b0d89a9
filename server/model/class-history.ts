// Class history: the typed events of a class, and the familiar line that has always been typed by hand. An
// imported line is shown as it was written.
import type { CalendarDate, HistoryEvent } from '../../schemas/types.ts';
import { inFigures } from './calendar-date.ts';

const kinds: Record<HistoryEvent['kind'], string> = {
  established: 'Established',
  revised: 'Revised',
  regraded: 'Revised pay grade',
  retitled: 'Retitled',
  recoded: 'Recoded',
  moved: 'Moved',
  corrected: 'Corrected',
  abolished: 'Abolished',
  other: 'Noted',
};

/** '11/27/2022 - Revised pay grade (CN1746, DT)' */
export function historyLine(event: HistoryEvent): string {
  if (event.line !== null) return event.line;
  const sources = [event.instrument, event.by].filter((source) => source !== null).join(', ');
  const date = event.on === null ? 'Date unknown' : inFigures(event.on);
  return `${date} - ${event.note ?? kinds[event.kind]}${sources ? ` (${sources})` : ''}`;
}

export function kindInWords(event: HistoryEvent): string {
  return kinds[event.kind];
}

/** An event with the revision that it belongs to. */
export interface DatedEvent {
  readonly event: HistoryEvent;
  readonly effectiveOn: CalendarDate;
}

/** The whole history on one line, each imported line marked as such, and so what is still to come. */
export function historyInOneLine(events: readonly DatedEvent[], today: CalendarDate): string {
  const parts = events.map(({ event, effectiveOn }) => {
    const marks = [
      ...(isImported(event) ? ['imported'] : []),
      ...(effectiveOn > today ? ['not yet effective'] : []),
    ];
    return `${historyLine(event)}${marks.length > 0 ? ` [${marks.join(', ')}]` : ''}`;
  });
  return parts.join('; ');
}

/** True for an event read from a line that was written before the record began. */
export function isImported({ line }: HistoryEvent): boolean {
  return line !== null;
}
