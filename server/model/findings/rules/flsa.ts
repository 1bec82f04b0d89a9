// What is said of supervision against the executive test of the Fair Labor Standards Act (29 CFR 541.100): an exempt executive
// manages, directs two or more employees, and has weight in hiring and firing. The text is not the test, but an audit begins with it.
import { meaningOf } from '../../plan-settings.ts';
import { type Hit, quoted } from '../finding.ts';
import { type ClassRule, proseIn, type Subject } from '../rule.ts';

const supervises = /\b(?:supervises|manages|directs|oversees)\b(?! no\b)/i;
const oneOnly =
  /\b(?:supervises|manages|directs) (?:one|a single|an?) (?:employee|position|clerk|assistant|technician)\b/i;
const weight =
  /\b(?:hir(?:es?|ing)|select(?:s|ing|ion)?|appoint(?:s|ments?)?|promot(?:es?|ions?)|disciplin\w*|dismiss\w*|terminat\w*|separation|evaluat\w*)\b/i;
const hires = /\b(?:hir(?:es?|ing)|select(?:s|ing|ion)|appoint(?:s|ments?)?)\b/i;
const managing = /\b(?:supervisor|manager|director|superintendent|chief)\b/i;

type Standing = 'exempt' | 'nonexempt' | null;

function standingOf({ index, text }: Subject): Standing {
  const code = text.body.sections.details?.flsa;
  const meaning = code === undefined ? null : meaningOf(index.plan.settings.codes.flsa, code);
  if (meaning === null) return null;
  if (/^non-?exempt|^not exempt/i.test(meaning)) return 'nonexempt';
  return /^exempt/i.test(meaning) ? 'exempt' : null;
}

function hit(subject: Subject, message: string): Hit[] {
  const said = proseIn(subject, 'supervisionExercised') || 'None';
  const code = subject.text.body.sections.details?.flsa ?? '';
  const evidence = quoted(`FLSA code: ${code}. Supervision exercised: ${said}`);
  return [{ at: 'sections.supervisionExercised', message, evidence }];
}

export const executiveTest: ClassRule = {
  id: 'flsa.executive-test',
  severity: 'warning',
  title: 'The class is exempt as a manager, and the text does not bear it out',
  why: 'An exempt executive directs two or more employees and has weight in hiring and firing. Where the text is silent, back pay for overtime can be claimed.',
  mend: 'State whom the class supervises and its part in hiring, evaluation and discipline; or review the exemption.',
  over: 'class',
  check: (subject) => {
    const { title, sections } = subject.text.body;
    if (standingOf(subject) !== 'exempt' || !sections.supervisionExercised) return [];
    const said = proseIn(subject, 'supervisionExercised');
    const isManager = managing.test(title) || sections.details?.eeo4 === '1';
    if (!isManager) return [];
    if (!supervises.test(said)) return hit(subject, 'It is exempt as a manager, and supervises nobody.');
    if (oneOnly.test(said))
      return hit(subject, 'It is exempt as a manager, and supervises one employee; the test asks for two.');
    if (weight.test(`${said} ${proseIn(subject, 'duties')}`)) return [];
    return hit(subject, 'It is exempt as a manager, and no duty speaks of hiring, evaluation or discipline.');
  },
};

export const overtimeSupervisor: ClassRule = {
  id: 'flsa.overtime-supervisor',
  severity: 'note',
  title: 'The class is nonexempt, and the text reads like that of an executive',
  why: 'Who supervises and selects employees may meet the executive test. Overtime can still be paid; the choice should be a known one.',
  mend: 'Review the exemption and note why it stands, or say more exactly what the supervision is.',
  over: 'class',
  check: (subject) => {
    const said = proseIn(subject, 'supervisionExercised');
    if (standingOf(subject) !== 'nonexempt' || !/\bsupervises\b(?! no\b)/i.test(said)) return [];
    if (!hires.test(`${said} ${proseIn(subject, 'duties')}`)) return [];
    return hit(subject, 'It is nonexempt, supervises employees and has a part in selecting them.');
  },
};
