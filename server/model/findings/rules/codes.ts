// The codes of a class against the tables of the plan: each is explained, and a class code is carried once.
import { meaningOf } from '../../plan-settings.ts';
import { type ClassRule, type PlanRule, type Subject } from '../rule.ts';

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
