// How a text is cited: who issued it, what it is, when it applied, where it stands for ever, and when it was read.
import type { CalendarDate, PlanSettings } from '../../schemas/types.ts';
import { inWords } from '../model/calendar-date.ts';
import { lateCorrection, type Standing } from '../model/standing.ts';
import type { ClassRevision } from '../store/classes.ts';

interface Cited {
  readonly standing: Standing<ClassRevision>;
  readonly settings: Pick<PlanSettings, 'employer' | 'office'>;
  /** The permanent address of the revision, in full. */
  readonly address: string;
  readonly accessedOn: CalendarDate;
}

/** 'City of …, Office of …: IT Manager (CI2787), class specification, revision 3, effective …, in force on …. https://… (accessed …).' */
export function citationOf({ standing, settings, address, accessedOn }: Cited): string {
  const { number, effectiveOn, body } = standing.revision;
  const issued = `${settings.employer}, ${settings.office}: ${body.title} (${body.code ?? ''})`;
  const edition = `class specification, revision ${number}, effective ${inWords(effectiveOn)}`;
  const applied = appliedInWords(standing, accessedOn);
  return `${issued}, ${edition}, ${applied}. ${address} (accessed ${inWords(accessedOn)}).`;
}

function appliedInWords(standing: Standing<ClassRevision>, accessedOn: CalendarDate): string {
  const { kind, endedBy } = standing;
  switch (kind) {
    case 'in force':
      return `in force on ${inWords(accessedOn)}`;
    case 'not yet effective':
      return `not in force yet on ${inWords(accessedOn)}`;
    case 'corrected':
      return `never in force, corrected by revision ${endedBy?.number}`;
    case 'abolished':
      return 'the last text of an abolished class';
    case 'superseded':
      return endedInWords(standing);
  }
}

function endedInWords(standing: Standing<ClassRevision>): string {
  const { endedBy } = standing;
  if (!endedBy) return 'superseded';
  const { number, effectiveOn, status } = endedBy;
  if (lateCorrection(standing)) return `corrected by revision ${number}`;
  if (status === 'abolished') return `in force until the class was abolished on ${inWords(effectiveOn)}`;
  return `in force until revision ${number} took effect on ${inWords(effectiveOn)}`;
}
