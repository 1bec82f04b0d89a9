// What must be said of a text before it is read: that it is superseded, abolished, corrected or not yet
// effective, in one sentence, and where the text is that applies.
import { inWords } from '../model/calendar-date.ts';
import { appliedUntil, dayRecorded, lateCorrection, type Standing } from '../model/standing.ts';
import type { ClassRevision } from '../store/classes.ts';
import type { ClassFound } from './class-text.ts';

/** One notice sentence with the address of the text it points to; null where the text is simply in force. */
export interface Notice {
  readonly text: string;
  readonly link: { readonly href: string; readonly text: string } | null;
}

export function noticeOf(standing: Standing<ClassRevision>, found: ClassFound): Notice | null {
  const { revision, endedBy, kind } = standing;
  const today = wayToToday(found);
  switch (kind) {
    case 'in force':
      return null;
    case 'not yet effective':
      return {
        text: `Not yet effective. This text takes effect on ${inWords(revision.effectiveOn)}.`,
        link: today,
      };
    case 'corrected':
      return { text: `This text never applied: revision ${endedBy?.number} corrected it.`, link: today };
    case 'abolished':
      return {
        text: `Abolished. This class was abolished on ${inWords(revision.effectiveOn)}; this is its last text.`,
        link: null,
      };
    case 'superseded':
      return { text: correctedText(standing, found) ?? supersededText(revision, endedBy), link: today };
  }
}

function wayToToday({ code, standings }: ClassFound): Notice['link'] {
  const now = standings.find(({ kind }) => kind === 'in force' || kind === 'abolished');
  if (!now) return null;
  const text =
    now.kind === 'in force' ? 'Read the text in force today' : 'This class is abolished: see its last text';
  return { href: `/classes/${code}`, text };
}

/** Of a text that was in force before its correction was recorded. */
function correctedText(standing: Standing<ClassRevision>, { revisions }: ClassFound): string | null {
  const correction = lateCorrection(standing);
  if (!correction) return null;
  const { revision } = standing;
  const recorded = dayRecorded(correction);
  const until = appliedUntil(revision, correction, revisions);
  const was =
    until < recorded
      ? `until then it was the text of ${inWords(revision.effectiveOn)} until ${inWords(until)}`
      : 'until then it was the text in force';
  return `Corrected by revision ${correction.number}, recorded on ${inWords(recorded)}; ${was}.`;
}

function supersededText(revision: ClassRevision, endedBy: ClassRevision | null): string {
  const since = `It applied from ${inWords(revision.effectiveOn)}`;
  if (!endedBy) return `Superseded. ${since}.`;
  const end =
    endedBy.status === 'abolished'
      ? 'when the class was abolished'
      : `when revision ${endedBy.number} took its place`;
  return `Superseded. ${since} until ${inWords(endedBy.effectiveOn)}, ${end}.`;
}
