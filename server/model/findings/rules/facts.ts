// The facts of a class against the tables of the plan: codes that are explained and carried once, grades that are paid, dates
// that can be.
import { meaningOf } from '../../plan-settings.ts';
import { sectionOf } from '../../sections.ts';
import { missingSections } from '../../specification.ts';
import type { Hit } from '../finding.ts';
import { type ClassRule, nameOf, type PlanRule, type Subject } from '../rule.ts';

/** The coded facts with what people call them; each name is its table in the settings too. */
const coded = [
  ['flsa', 'FLSA code'],
  ['eeo4', 'EEO-4 category'],
  ['bargainingUnit', 'Bargaining unit'],
  ['soc', 'SOC code'],
  ['occupationalGroup', 'Occupational group'],
  ['civilServiceStatus', 'Civil service status'],
] as const;

interface CodedFact {
  readonly name: (typeof coded)[number][0] | 'physicalDemandLevel';
  readonly label: string;
  readonly at: string;
  readonly code: string;
}

function codedFacts({ text }: Pick<Subject, 'text'>): CodedFact[] {
  const { details, physicalDemandLevel: level } = text.body.sections;
  const facts = coded.flatMap(([name, label]) => {
    const code = details?.[name];
    return code === undefined ? [] : [{ name, label, code, at: `sections.details.${name}` }];
  });
  if (level?.state !== 'text' || level.code === null) return facts;
  const at = 'sections.physicalDemandLevel';
  return [...facts, { name: 'physicalDemandLevel', label: 'Level of physical demand', code: level.code, at }];
}

export const codeUnexplained: ClassRule = {
  id: 'code.unexplained',
  severity: 'error',
  title: 'A code is not in the plan’s tables',
  why: 'Nobody outside the office knows what the code means, and reports that count by it count it apart.',
  mend: 'Write a code that the plan explains, or add this one with its meaning to the settings of the plan.',
  over: 'class',
  check: (subject) =>
    codedFacts(subject).flatMap(({ name, label, at, code }) => {
      const table = subject.index.plan.settings.codes[name];
      if (table.values.length === 0 || meaningOf(table, code) !== null) return [];
      const known = table.values.slice(0, 12).map((value) => value.code);
      const message = `The plan explains no ${label} ${code}. It explains: ${known.join(', ')}.`;
      return [{ at, message, evidence: `${label}: ${code}` }];
    }),
};

export const codeTableEmpty: PlanRule = {
  id: 'code.table-empty',
  severity: 'note',
  title: 'Codes are used whose table is empty',
  why: 'Classes carry codes of this kind, and the plan explains none of them to its readers.',
  mend: 'Add the codes with their meanings to the settings of the plan (npm run settings).',
  over: 'plan',
  check: ({ plan }) => {
    const used = new Map<CodedFact['name'], CodedFact & { classes: number }>();
    for (const fact of plan.classes.flatMap((text) => codedFacts({ text }))) {
      if (plan.settings.codes[fact.name].values.length > 0) continue;
      const known = used.get(fact.name);
      used.set(fact.name, { ...(known ?? fact), classes: (known?.classes ?? 0) + 1 });
    }
    return [...used.values()].map(({ name, label, code, classes }) => ({
      at: `settings.codes.${name}`,
      message: `The table is empty, and ${classes === 1 ? 'one class uses' : `${classes} classes use`} it.`,
      evidence: `${label}: ${code}`,
    }));
  },
};

export const codeDuplicate: ClassRule = {
  id: 'code.duplicate',
  severity: 'error',
  title: 'Two classes have one code',
  why: 'A code leads to one class. With two, payroll and the public reach whichever comes first.',
  mend: 'Give one of the classes a code of its own.',
  over: 'class',
  isMutual: true,
  check: ({ index, text }) => {
    const { code } = text.body;
    const carriers = index.carriers.get(code?.toUpperCase() ?? '') ?? [];
    const [first] = carriers.toSorted((one, other) => (one.classId < other.classId ? -1 : 1));
    if (code === null || !first || first === text) return [];
    const message = `${first.body.title} has this code too.`;
    const evidence = `${code}: ${first.body.title}, ${text.body.title}`;
    return [{ at: 'code', message, evidence, others: [first.classId] }];
  },
};

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
