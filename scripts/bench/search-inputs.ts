// A plan of 50,000 generated classes, each with two revisions, in a database file; and what people type. The same every time.
import type { Specification } from '../../schemas/types.ts';
import type { Store } from '../../server/store/database.ts';
import { appendRevision } from '../../server/store/record.ts';

const subjects =
  `Accounting Animal Asset Audit Benefits Bridge Budget Building Bus Business Capital Civil Claims Communications Community
  Compliance Construction Contract Court Custodial Customer Data Dental Design Disability Dispatch Drainage Election Electrical
  Elevator Emergency Energy Engineering Environmental Equipment Facilities Fire Fleet Forestry Grants Harbor Health Housing
  Information Inspection Insurance Irrigation Laboratory Land Legal Library License Maintenance Market Media Museum Network
  Nursing Nutrition Parking Parks Payroll Permit Planning Police Pool Port Procurement Program Property Public Radio Rail Records
  Recreation Recycling Research Revenue Risk Road Safety Sanitation Security Sewer Signal Social Street Survey Systems Tax
  Telephone Traffic Training Transit Treasury Tree Utility Vehicle Veterans Warehouse Water Web Youth Zoning`.split(
    /\s+/,
  );
const kinds =
  `Administrator Aide Analyst Assistant Attendant Clerk Coordinator Director Engineer Examiner Inspector Instructor
  Manager Mechanic Officer Operator Planner Specialist Supervisor Technician`.split(/\s+/);
const levels = ['', ' Associate', ' Senior', ' Lead', ' Principal'];

export const classCount = 50_000;

/** Words as a text has them: a few everywhere, most of them seldom. */
const verbs =
  'prepares reviews inspects maintains plans directs records answers operates repairs tests reports'.split(
    ' ',
  );
const objects = Array.from({ length: 4_000 }, (_, index) =>
  `${subjects[index % subjects.length]}${suffixOf(index)}`.toLowerCase(),
);

function suffixOf(index: number): string {
  const part = Math.floor(index / subjects.length);
  return part === 0 ? '' : `${'bcdfghklmnprstvz'[part % 16]}${'aeiou'[part % 5]}${'lmnrst'[part % 6]}`;
}

/** Numbers from 0 to 1, the same every time. */
function makeChance(): () => number {
  let state = 20_240_701;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

const at = '2024-01-02T03:04:05.678Z';

/** `after` is told how many classes are there, from time to time. */
export async function writePlan(
  store: Store,
  count = classCount,
  after?: (done: number) => void,
): Promise<void> {
  const chance = makeChance();
  for (let done = 0; done < count; done += 1_000) {
    await store.transaction(async (transaction) => {
      for (let index = done; index < Math.min(count, done + 1_000); index += 1) {
        for (const [number, effectiveOn] of ['2020-01-01', '2024-01-01'].entries())
          await appendRevision(transaction, {
            subject: 'class',
            subjectId: `class-${index}`,
            status: 'active',
            changes: [number === 0 ? 'create' : 'amend'],
            effectiveOn,
            decidedOn: null,
            recordedAt: at,
            recordedBy: 'bench',
            action: null,
            events: [],
            body: specification(index, number, chance),
          });
      }
    });
    after?.(done);
  }
}

function specification(index: number, number: number, chance: () => number): Specification {
  const kind = kinds[index % kinds.length] ?? '';
  const subject = subjects[Math.floor(index / kinds.length) % subjects.length] ?? '';
  const other = subjects[Math.floor(index / 97) % subjects.length] ?? '';
  const level = levels[Math.floor(index / (kinds.length * subjects.length)) % levels.length] ?? '';
  const sentence = () => sentenceOf(chance);
  const text = (key: string, kindOf: 'item' | 'paragraph', count: number) => ({
    state: 'text' as const,
    blocks: Array.from({ length: count }, (_, place) =>
      kindOf === 'item'
        ? { id: `${key}${place}`, kind: 'item' as const, level: 1 as const, text: sentence() }
        : { id: `${key}${place}`, kind: 'paragraph' as const, text: sentence() },
    ),
  });
  return {
    code: `B${100_000 + index}`,
    title: `${subject} ${other} ${kind}${level}`,
    series: null,
    sections: {
      summary: text('s', 'paragraph', 2),
      distinguishing: text('d', 'paragraph', 4),
      duties: text('u', 'item', 14),
      knowledgeSkills: text('k', 'item', 8 + number),
      experience: text('e', 'paragraph', 2),
    },
    additional: [],
  };
}

/** Fifteen words, a few of which every text has. */
function sentenceOf(chance: () => number): string {
  const object = () => objects[Math.floor(chance() ** 3 * objects.length)] ?? '';
  const verb = verbs[Math.floor(chance() * verbs.length)] ?? '';
  const told = Array.from({ length: 7 }, object).join(' and ');
  return `${verb.charAt(0).toUpperCase()}${verb.slice(1)} ${told} of the city under a manager.`;
}

/** What people type: titles, plain words, slips, beginnings, codes, and words that every text has. */
export const questions: readonly string[] = [
  ...[
    'network manager',
    'water operator',
    'fleet mechanic',
    'library assistant',
    'traffic engineer',
    'tax examiner',
  ],
  ...['network boss', 'dog catcher', 'computer help', 'garbage', 'secretary', 'car mechanic', 'bookkeeper'],
  ...['netwrok manager', 'libary assistant', 'enginer', 'vehicel mechanic', 'harbour officer'],
  ...['libr', 'water op', 'traff', 'B1027', 'B100042'],
  ...[
    'manager',
    'inspects water',
    'city manager',
    'records',
    'prepares budget reports',
    'supervisor of the city',
  ],
  ...[
    'zoning permit planner',
    'emergency dispatch radio',
    'forestry tree recycling',
    'elevator inspector senior',
  ],
  ...['veterans', 'payroll clerk', 'museum aide', 'harbor port rail', 'spacecraft', 'housing grants data'],
];
