// A change is typed by the difference of two texts, and the class history says what each kind did.
import { expect } from 'chai';
import type { Specification } from '../../schemas/types.ts';
import { eventsOf, type Intent, kindsOf } from '../../server/model/change.ts';
import { clerk, withDetails, withDuty, withExperience, withFacts } from './dock-clerk.ts';

const decided = { effectiveOn: '2026-07-01', action: 'CN1', by: 'AMQ', labels: new Map(), carriedFrom: null };
const bare: Specification = { ...clerk, sections: { duties: { state: 'none' } } };

interface Case {
  readonly what: string;
  readonly intent?: Intent;
  readonly base?: Specification | null;
  readonly text: Specification;
  readonly kinds: readonly string[];
  readonly notes?: readonly string[];
}

const cases: readonly Case[] = [
  { what: 'nothing', text: structuredClone(clerk), kinds: [] },
  { what: 'nothing, to be corrected', intent: 'correct', text: structuredClone(clerk), kinds: [] },
  {
    what: 'a new class',
    intent: 'create',
    base: null,
    text: clerk,
    kinds: ['create'],
    notes: ['Class established'],
  },
  {
    what: 'an abolition',
    intent: 'abolish',
    text: clerk,
    kinds: ['abolish'],
    notes: ['Class abolished'],
  },
  {
    what: 'another duty',
    text: withDuty(clerk, 'b9', 'Trains.'),
    kinds: ['amend'],
    notes: ['Revised Essential Duties'],
  },
  {
    what: 'two sections and an additional one',
    text: {
      ...withExperience(withDuty(clerk, 'b2', 'X.'), 'Two years.'),
      additional: [{ id: 'c1', heading: 'Tools', blocks: [] as never }],
    },
    kinds: ['amend'],
    notes: ['Revised Essential Duties, Experience Requirement, additional sections'],
  },
  {
    what: 'another title',
    text: withFacts(clerk, { title: 'Port Clerk' }),
    kinds: ['retitle'],
    notes: ['Retitled from Dock Clerk to Port Clerk'],
  },
  {
    what: 'another code',
    text: withFacts(clerk, { code: 'PK1' }),
    kinds: ['recode'],
    notes: ['Code changed from DK0101 to PK1'],
  },
  {
    what: 'another pay grade',
    text: withDetails(clerk, { payGrade: 'G-5' }),
    kinds: ['regrade'],
    notes: ['Pay grade changed from G-4 to G-5'],
  },
  {
    what: 'a pay grade where the table was not there',
    base: bare,
    text: withDetails(bare, { payGrade: 'G-5' }),
    kinds: ['regrade'],
    notes: ['Pay grade changed from none to G-5'],
  },
  {
    what: 'another level of the series',
    text: withFacts(clerk, { series: { id: 'dock-clerks', level: 2 } }),
    kinds: ['move'],
    notes: ['Moved from dock-clerks level 1 to dock-clerks level 2'],
  },
  {
    what: 'no series any more',
    text: withFacts(clerk, { series: null }),
    kinds: ['move'],
    notes: ['Moved from dock-clerks level 1 to no series'],
  },
  {
    what: 'another fact of the closing table',
    text: withDetails(clerk, { flsa: 'E' }),
    kinds: ['amend'],
    notes: ['Revised Class Detail'],
  },
  {
    what: 'everything at once',
    text: withDuty(
      withDetails(withFacts(clerk, { title: 'T', code: 'C', series: null }), { payGrade: 'G-9' }),
      'b2',
      'X.',
    ),
    kinds: ['amend', 'retitle', 'recode', 'regrade', 'move'],
  },
  {
    what: 'a correction of everything',
    intent: 'correct',
    text: withDuty(
      withDetails(withFacts(clerk, { title: 'T', code: 'C', series: null }), { payGrade: 'G-9' }),
      'b2',
      'X.',
    ),
    kinds: ['correct'],
    notes: ['Corrected title, class code, pay grade, series, Essential Duties'],
  },
];

describe('kinds of change', () => {
  for (const { what, intent = 'change', base = clerk, text, kinds, notes } of cases) {
    it(`tells ${what}`, () => {
      expect(kindsOf(intent, base, text)).to.deep.equal(kinds);
      const events = eventsOf(kindsOf(intent, base, text), base, text, decided);
      if (notes) expect(events.map(({ note }) => note)).to.deep.equal(notes);
      for (const event of events)
        expect(event).to.include({ on: '2026-07-01', instrument: 'CN1', by: 'AMQ', line: null });
    });
  }

  it('does not mind the order of keys', () => {
    const turned = JSON.parse(
      JSON.stringify(clerk, (_key, value: unknown) => reversed(value)),
    ) as Specification;
    expect(JSON.stringify(turned)).not.to.equal(JSON.stringify(clerk));
    expect(kindsOf('change', clerk, turned)).to.deep.equal([]);
  });

  it('names sections as the plan does, and the date of a change that is carried forward', () => {
    const text = withDuty(clerk, 'b2', 'X.');
    const labels = new Map([['duties', 'Typical Tasks']] as const);
    const [event] = eventsOf(['amend'], clerk, text, { ...decided, labels, carriedFrom: '2024-01-01' });
    expect(event?.note).to.equal('Revised Typical Tasks, carried forward from January 1, 2024');
  });
});

function reversed(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).reverse());
}
