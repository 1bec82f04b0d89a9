// Class history: the typed events of a class, and the familiar line that has always been typed by hand. An
// imported line is shown as it was written.
import type { HistoryEvent } from '../../schemas/types.ts';
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
