// The facts of a class: a grade that is paid, sections that the plan requires, dates that can be.
import { sectionOf } from '../../sections.ts';
import { missingSections } from '../../specification.ts';
import type { Hit } from '../finding.ts';
import { type ClassRule, nameOf } from '../rule.ts';

export const gradeUnknown: ClassRule = {
  id: 'grade.unknown',
  severity: 'error',
  title: 'The pay grade is not in the pay schedule',
  why: 'The class page can show no pay, and nobody can be hired at a grade that does not exist.',
  mend: 'Write a grade of the pay schedule that applies, or bring the grade into the schedule.',
  over: 'class',
  check: ({ index, text }) => {
    const grade = text.body.sections.details?.payGrade;
    if (grade === undefined || !index.pay || index.pay.has(grade)) return [];
    const message = `The pay schedule of the day has no grade ${grade}.`;
    return [{ at: 'sections.details.payGrade', message, evidence: `Pay grade: ${grade}` }];
  },
};

export const sectionMissing: ClassRule = {
  id: 'section.missing',
  severity: 'error',
  title: 'A section that the plan requires is not written',
  why: 'The settings of the plan say that every specification has it; often an ordinance does.',
  mend: 'Write the section, or write “None” where there is none.',
  over: 'class',
  check: ({ index, text }) => {
    const { settings } = index.plan;
    return missingSections(text.body, settings).map((key): Hit => {
      const label = settings.sections.find((each) => each.key === key)?.label ?? sectionOf(key).label;
      return {
        at: `sections.${key}`,
        message: `${label} is not yet written.`,
        evidence: `${label}: not yet written`,
      };
    });
  },
};

export const establishedMissing: ClassRule = {
  id: 'details.established-missing',
  severity: 'note',
  title: 'The class does not say when it was established',
  why: 'Seniority, layoff lists and the history of a series rest on that date.',
  mend: 'Enter the date, as precisely as it is known: a year is enough.',
  over: 'class',
  check: ({ text }) => {
    const { details } = text.body.sections;
    if (!details || details.establishedOn !== undefined) return [];
    const message = 'The class detail has no established date.';
    return [
      { at: 'sections.details.establishedOn', message, evidence: `${nameOf(text)}: no established date` },
    ];
  },
};

export const datesCrossed: ClassRule = {
  id: 'details.dates-crossed',
  severity: 'error',
  title: 'The class was revised before it was established',
  why: 'One of the two dates is wrong, and people will quote it.',
  mend: 'Correct the date that is wrong by the record or the old file.',
  over: 'class',
  check: ({ text }) => {
    const { establishedOn, revisedOn } = text.body.sections.details ?? {};
    if (establishedOn === undefined || revisedOn === undefined) return [];
    const shared = Math.min(establishedOn.length, revisedOn.length);
    if (revisedOn.slice(0, shared) >= establishedOn.slice(0, shared)) return [];
    const evidence = `Established: ${establishedOn}; revised: ${revisedOn}`;
    return [
      {
        at: 'sections.details.revisedOn',
        message: 'The revised date is before the established date.',
        evidence,
      },
    ];
  },
};
