// Divides text that stands under one heading but belongs to several sections: mixed qualifications, and
// supervision received with supervision exercised. Each entry goes whole to one section.
import type { SectionKey } from '../../schemas/types.ts';
import type { Entry } from './entries.ts';
import { runInHeading } from './headings.ts';
import { markOf } from './marks.ts';
import { after } from './parts.ts';

export interface Assigned {
  readonly key: SectionKey;
  readonly entry: Entry;
}

const degree =
  /\b(?:degrees?|diplomas?|graduat(?:e|es|ed|ion)|bachelor|master|doctora(?:l|te)|ged|college|university|high school|coursework|semester hours?|education)\b/i;
const substitution =
  /\b(?:substitut\w*|equivalent combination|in lieu of|combination of (?:education|training|experience))\b/i;
const time =
  /\b(?:years?|months?)\b.{0,80}\bexperience\b|\bexperience\b.{0,80}\b(?:years?|months?)\b|\b(?:years?|months?)['’]? (?:of|as|in)\b/i;
const license = /\b(?:licen[cs]es?|certificates?|certification|certified|registration)\b/i;
const connector = /^(?:and|or|and\/or)\b[\s:.,]*$/i;
const exercises =
  /^(?:may |does not |this class |incumbents? (?:may )?|provides )?(?:exercises?|supervises?|supervision exercised|(?:direct|functional|technical|lead) supervision (?:over|of))\b/i;

export function assignQualifications(entries: readonly Entry[]): Assigned[] {
  let last: SectionKey = 'experience';
  return entries.map((entry) => {
    const label = labelOf(entry);
    if (label) {
      last = label.key;
      return label;
    }
    if (entry.level === 1 && !connector.test(entry.text)) last = qualificationOf(entry.text);
    return { key: last, entry };
  });
}

/** An entry that opens with "Education:" or the like says itself where it belongs. */
function labelOf(entry: Entry): Assigned | null {
  const heading = runInHeading(entry.text);
  const [first, ...others] = entry.lines;
  const rest = first && runInHeading(markOf(first.text)?.rest ?? first.text)?.rest;
  if (!heading || !rest || !isQualification(heading.target)) return null;
  const lines = [after(first.line, rest), ...others];
  return { key: heading.target, entry: { lines, mark: null, level: 1, text: heading.rest } };
}

/** Sections whose names open a single entry where qualifications are mixed. */
export function isQualification(target: string): target is SectionKey {
  return ['education', 'experience', 'equivalency', 'licensure', 'knowledgeSkills', 'desirable'].includes(
    target,
  );
}

function qualificationOf(text: string): SectionKey {
  if (substitution.test(text)) return 'equivalency';
  const [education, experience] = [degree.test(text), time.test(text)];
  if (license.test(text) && !education && !experience) return 'licensure';
  return education && !experience ? 'education' : 'experience';
}

/** Supervision exercised begins with the first paragraph that says so. */
export function assignSupervision(entries: readonly Entry[]): Assigned[] {
  const start = entries.findIndex((entry) => exercises.test(entry.text));
  return entries.map((entry, index) => ({
    key: start >= 0 && index >= start ? 'supervisionExercised' : 'supervisionReceived',
    entry,
  }));
}
