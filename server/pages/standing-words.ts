// Where a revision stands today, in the fewest words.
import { inWords } from '../model/calendar-date.ts';
import { dayRecorded, lateCorrection, type Standing } from '../model/standing.ts';
import type { ClassRevision } from '../store/classes.ts';

/** 'In force'; 'Corrected by revision 5, recorded on March 1, 2024' where a correction came late. */
export function standingInShort(standing: Standing<ClassRevision>): string {
  const correction = lateCorrection(standing);
  if (!correction) return standingInWords[standing.kind];
  return `Corrected by revision ${correction.number}, recorded on ${inWords(dayRecorded(correction))}`;
}

const standingInWords: Record<Standing['kind'], string> = {
  'in force': 'In force',
  superseded: 'Superseded',
  'not yet effective': 'Not yet effective',
  corrected: 'Corrected before it applied',
  abolished: 'Abolished',
};
