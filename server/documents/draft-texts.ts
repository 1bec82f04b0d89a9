// The redline of a draft with all that is said above it: a draft is compared with a revision of its class, or with nothing.
import { inWords } from '../model/calendar-date.ts';
import type { StoredDraft } from '../store/drafts.ts';
import {
  coarseNotice,
  comparedRevision,
  type ComparedTexts,
  revisionInWords,
  revisionNames,
} from './compared-texts.ts';
import type { DraftRedline } from './draft-redline.ts';

export function draftTexts(draft: StoredDraft, compared: DraftRedline): ComparedTexts {
  const { against, text, redline } = compared;
  const { action, classId, savedAt: at } = draft;
  return {
    title: text.title || 'New class',
    code: text.code,
    compared: comparedInWords(action, compared),
    before: against && comparedRevision(against, revisionNames(against)),
    after: {
      ...{ name: 'This draft', inFull: `The draft in ${action}`, fileName: `DRAFT-${action}` },
      ...{ classId, body: text },
      ...{ number: null, effectiveOn: null, action, on: null, at },
    },
    redline,
    notices: noticesOf(draft, compared),
    section: null,
    draftOf: action,
  };
}

function comparedInWords(action: string, { against }: DraftRedline): string {
  if (!against) return `The draft in ${action}. The class is new, so all of its text is an addition`;
  return `The draft in ${action}, compared with ${revisionInWords(against)}`;
}

function noticesOf({ intent, baseNumber }: StoredDraft, { redline, standard }: DraftRedline): string[] {
  const notices = [];
  if (intent === 'abolish') notices.push('This change abolishes the class. Its last text stays as it is.');
  if (standard && baseNumber !== null && standard.number !== baseNumber)
    notices.push(
      `This draft was begun from revision ${baseNumber}. Revision ${standard.number} will be in force when it takes effect, so its changes are shown put into revision ${standard.number}, as adopting them does.`,
    );
  if (redline.isCoarse) notices.push(coarseNotice);
  return notices;
}

/** Every revision that the draft can be compared with, the latest first. */
export function draftChoices({ revisions, against, standard }: DraftRedline) {
  return revisions.toReversed().map(({ number, effectiveOn }) => ({
    value: String(number),
    label: `Revision ${number}, ${inWords(effectiveOn)}${number === standard?.number ? ' (this draft replaces it)' : ''}`,
    isChosen: number === against?.number,
  }));
}
