// Degrees against the kind of work: the EEO-4 category says what kind it is.
import { quoted } from '../finding.ts';
import { type ClassRule, proseIn } from '../rule.ts';
import { educationAsked } from '../../qualifications.ts';

/** The highest degree that work of each EEO-4 category usually calls for, as educationAsked ranks it. */
const usual: Readonly<Record<string, number>> = { '3': 3, '4': 3, '5': 3, '6': 3, '7': 2, '8': 2 };

export const degreeInflation: ClassRule = {
  id: 'education.degree-inflation',
  severity: 'warning',
  title: 'The degree is more than this kind of work calls for',
  why: 'A degree that the work does not need shuts out capable people, often unevenly, and must be shown to be job related.',
  mend: 'Ask for the education that the duties need, or accept experience in its place.',
  over: 'class',
  check: (subject) => {
    const { text, index } = subject;
    const category = text.body.sections.details?.eeo4 ?? '';
    const [asked, most] = [educationAsked(text.body)?.rank ?? null, usual[category]];
    if (asked === null || most === undefined || asked <= most) return [];
    const kind = index.plan.settings.codes.eeo4.values.find(({ code }) => code === category)?.meaning;
    const message = `Work of EEO-4 category ${category}${kind === undefined ? '' : ` (${kind})`} seldom calls for it.`;
    return [{ at: 'sections.education', message, evidence: quoted(proseIn(subject, 'education')) }];
  },
};
