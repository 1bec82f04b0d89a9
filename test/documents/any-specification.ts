// Specifications of every kind that a draft can hold, with words that look like something else: headings, facts, bullets,
// mark-up, parts of time.
import fc from 'fast-check';
import type { AdditionalSection, SectionKey, Specification } from '../../schemas/types.ts';
import { sections } from '../../server/model/sections.ts';

const plain = fc
  .array(
    fc.constantFrom(
      'Plans',
      'the',
      'work',
      'of',
      'staff,',
      'and',
      'reports',
      'twice;',
      'daily',
      'é',
      '日本',
      '😀',
      '—',
      '“so”',
    ),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .map((words) => words.join(' '));

/** Words that a reader of plain text would take for something else. */
const misleading = fc.constantFrom(
  'Education',
  'ESSENTIAL DUTIES',
  'Pay Grade: EX-17',
  'Class History: 1/1/2020 - Class established',
  'None',
  'N/A',
  '• a bullet',
  '- a dash',
  '1. a number',
  '(a) a letter',
  'o one',
  'Page 3 of 4',
  'Back to top',
  'Courage: says what is so',
  'Note: read this: twice',
  '**bold** and __so on__',
  '# a heading',
  '<script>alert(1)</script> & "so" \'on\'',
  '<br> a line',
  ']]>&amp;&#x41;',
  'Performs other related work as required.',
  'and goes on in lower case',
  'City of Nowhere',
  'Analyst - CI2788',
  'ends with a comma,',
  'ends with and',
  '\\u0041 ${x} {{y}}',
);

const text = fc.oneof({ weight: 2, arbitrary: plain }, misleading);
const term = fc.constantFrom(
  'Courage',
  'Far vision',
  'Lifting: over the head',
  'education',
  '• Bulleted',
  'A term of more than six words in all',
);

const block = fc.oneof(
  text.map((words) => ({ kind: 'paragraph' as const, text: words })),
  text.map((words) => ({ kind: 'clause' as const, text: words })),
  fc.record({ kind: fc.constant('term' as const), term, text }),
  fc.record({ kind: fc.constant('item' as const), level: fc.constantFrom(1 as const, 2 as const), text }),
  fc.record({
    kind: fc.constant('item' as const),
    level: fc.constant(1 as const),
    text,
    percentOfTime: fc.integer({ min: 1, max: 100 }),
  }),
);
type Bare = typeof block extends fc.Arbitrary<infer T> ? T : never;

/** An entry stands one level in only under another. */
function grounded(blocks: readonly Bare[]): Bare[] {
  let under = false;
  return blocks.map((each) => {
    const isNested = each.kind === 'item' && each.level === 2 && under;
    under = each.kind === 'item';
    return each.kind === 'item' && !isNested ? { ...each, level: 1 } : each;
  });
}

const blocks = fc.array(block, { minLength: 1, maxLength: 7 }).map(grounded);
const proseKeys = sections
  .filter(({ kind }) => ['text', 'list', 'terms'].includes(kind))
  .map(({ key }) => key);
const prose = fc.oneof(
  { weight: 4, arbitrary: blocks.map((each) => ({ state: 'text' as const, blocks: each })) },
  fc.constantFrom(
    { state: 'none' as const },
    { state: 'none' as const, wording: 'None at all for this class' },
  ),
);
const level = fc.constantFrom(
  { state: 'text' as const, code: '1', meaning: 'Sedentary (0-10 lbs.)' },
  { state: 'text' as const, code: null, meaning: 'Education' },
  { state: 'none' as const },
);
const period = fc.constantFrom(
  { state: 'text' as const, length: 6, unit: 'months' as const, text: 'Six (6) months.' },
  { state: 'text' as const, length: null, unit: null, text: 'As the rules say, or not at all' },
);
const details = fc.record(
  {
    payGrade: fc.constantFrom('EX-17', '12'),
    flsa: fc.constantFrom('E', 'Q'),
    benchmark: fc.boolean(),
    establishedOn: fc.constantFrom('2018-09-21', '2018-09', '2018'),
    revisedBy: fc.constantFrom('LS', 'A. B.: C'),
    other: fc.constantFrom(
      [{ label: 'Reports From', text: 'Deputies: two' }],
      [
        { label: 'A label that is a good deal longer than five words are', text: 'x y' },
        { label: 'lower case', text: 'None' },
      ],
    ),
  },
  { requiredKeys: [] },
);

const heading = fc.constantFrom(
  'Special Notes',
  'Education',
  'lower case',
  'Hours - CI2788',
  'A heading: with a colon',
);

export const specifications: fc.Arbitrary<Specification> = fc
  .record({
    code: fc.constantFrom('CI2788', 'X.1', '0254', null),
    title: fc.constantFrom(
      'IT Manager Senior',
      'analyst',
      'Analyst - Senior',
      'Department of Parks',
      'Title of <b>more</b> than twelve words so that nobody would take it for a title at all',
    ),
    prose: fc.dictionary(fc.constantFrom(...proseKeys), prose, { maxKeys: 5 }),
    level: fc.option(level),
    period: fc.option(period),
    details: fc.option(details),
    additional: fc.uniqueArray(fc.record({ heading, blocks }), {
      maxLength: 2,
      selector: (each) => each.heading,
    }),
  })
  .map((made) => numbered(made));

interface Made {
  readonly code: string | null;
  readonly title: string;
  readonly prose: Record<string, { state: 'none'; wording?: string } | { state: 'text'; blocks: Bare[] }>;
  readonly level: object | null;
  readonly period: object | null;
  readonly details: object | null;
  readonly additional: readonly { heading: string; blocks: Bare[] }[];
}

/** With an id for every block, and in each section no two blocks that say the same: those have no order to be known by. */
function numbered({
  code,
  title,
  prose: written,
  level: physical,
  period: probation,
  details: facts,
  additional,
}: Made): Specification {
  let count = 0;
  const withIds = (bare: readonly Bare[]) => bare.map((each) => ({ ...each, id: `b${(count += 1)}` }));
  const entries = Object.entries(written).map(([key, section]) => [
    key,
    'blocks' in section ? { state: 'text', blocks: withIds(section.blocks) } : section,
  ]);
  return {
    ...{ code, title, series: null },
    sections: {
      ...(Object.fromEntries(entries) as Record<SectionKey, never>),
      ...(physical && { physicalDemandLevel: physical as never }),
      ...(probation && { probation: probation as never }),
      ...(facts && Object.keys(facts).length > 0 && { details: { state: 'text', ...facts } as never }),
    },
    additional: additional.map(({ heading: words, blocks: own }, index): AdditionalSection => {
      return { id: `a${index + 1}`, heading: words, blocks: withIds(own) };
    }),
  };
}
