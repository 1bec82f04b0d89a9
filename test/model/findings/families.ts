// Small families of classes without a fault, each with words of its own, to plant faults in: two levels of a series and a class
// beside it.
import type { Block, Details, HistoryEvent, SectionKey, Sections, Series } from '../../../schemas/types.ts';
import type { ClassText, PastName, PlanView } from '../../../server/model/findings/plan-view.ts';
import { beginningSettings, emptyTable } from './settings.ts';

export const on = '2024-06-01';

/** A part of a plan. */
export interface Family {
  readonly classes: readonly ClassText[];
  readonly pastNames: readonly PastName[];
  readonly series: readonly Series[];
  readonly sharedTexts: PlanView['sharedTexts'];
}

export function planOf(families: readonly Family[]): PlanView {
  return {
    on,
    settings: {
      ...beginningSettings('Port of Elsewhere'),
      reviewCycleYears: 5,
      sections: beginningSettings('Port of Elsewhere').sections.map((section) => ({
        ...section,
        required: ['summary', 'duties', 'probation'].includes(section.key),
      })),
      codes: { ...beginningSettings('').codes, bargainingUnit: emptyTable },
    },
    classes: families.flatMap(({ classes }) => classes),
    pastNames: families.flatMap(({ pastNames }) => pastNames),
    series: families.flatMap(({ series }) => series),
    sharedTexts: families.flatMap(({ sharedTexts }) => sharedTexts),
    grades: [1, 2, 3].map((step) => ({ grade: `G-${step}`, minimum: step * 1000, maximum: step * 1500 })),
  };
}

/** `noun` is one word in the plural, such as 'anchors': it stands in every sentence of the family. */
export function family(noun: string): Family {
  const name = noun.charAt(0).toUpperCase() + noun.slice(1);
  const [low, high, lone] = [`${name} Clerk`, `${name} Clerk Senior`, `${name} Watcher`];
  const id = `series-${noun}`;
  const statement = `There are two classes in the ${name} series: ${low} and ${high}.`;
  const shared = {
    id: `clause-${noun}`,
    kind: 'clause' as const,
    term: null,
    text: `Counts ${noun} as asked.`,
  };
  const one = classText(noun, 1, {
    title: low,
    series: { id, level: 1 },
    summary: `Keeps the books of the ${noun} at the first quay, and tells the owners of ${noun} each day what is due.`,
    distinguishing: [
      `${statement} The ${low} is the first level.`,
      `The ${low} is distinguished from the ${high}, which decides disputes about ${noun} and plans the yearly count.`,
    ],
    duties: [`Writes down all ${noun} that come in.`, `Collects the fees for ${noun} and gives receipts.`],
    years: 'One (1) year',
    grade: 'G-1',
  });
  const two = classText(noun, 2, {
    title: high,
    series: { id, level: 2 },
    summary: `Decides disputes about ${noun}, and answers to the harbor board for the yearly count of ${noun} on every quay.`,
    distinguishing: [
      `${statement} The ${high} is the highest level.`,
      `The ${high} is distinguished from the ${low}, which keeps the books of the ${noun} and collects the fees.`,
    ],
    duties: [
      `Settles disputes between owners of ${noun}.`,
      `Plans the yearly count of ${noun} with the board.`,
    ],
    years: 'Two (2) years',
    grade: 'G-2',
  });
  const third = classText(noun, 3, {
    title: lone,
    series: null,
    summary: `Watches the stores of ${noun} at night, locks the gates, and calls for help when somebody comes near them.`,
    distinguishing: [`Work with the books of ${noun} belongs to the ${low}.`],
    duties: [`Walks past the stores of ${noun} every hour.`, `Locks the gates behind the last visitor.`],
    years: 'One (1) year',
    grade: 'G-1',
  });
  const begun = { id, title: name, occupationalGroup: null, concept: [] };
  return { classes: [one, two, third], pastNames: [], series: [begun], sharedTexts: [shared] };
}

interface Told {
  readonly title: string;
  readonly series: ClassText['body']['series'];
  readonly summary: string;
  readonly distinguishing: readonly string[];
  readonly duties: readonly string[];
  readonly years: string;
  readonly grade: string;
}

function classText(noun: string, number: number, told: Told): ClassText {
  const texts: [SectionKey, readonly Block[]][] = [
    ['summary', [paragraph('b1', told.summary)]],
    ['distinguishing', told.distinguishing.map((text, place) => paragraph(`b${place + 2}`, text))],
    ['duties', [...told.duties.map((text, place) => item(`b${place + 4}`, text)), clauseOf(noun)]],
    ['education', [paragraph('b10', 'High school diploma or equivalent.')]],
    ['experience', [paragraph('b11', `${told.years} of experience with ${noun}.`)]],
    ['licensure', [paragraph('b12', `A state certificate for ${noun} is required.`)]],
    ['workingEnvironment', [item('b13', 'Indoors and on the quay.')]],
    ['physicalDemands', [term('b14', 'Hearing', 'Hearing what callers say.')]],
  ];
  const prose = Object.fromEntries(
    texts.map(([key, blocks]) => [key, { state: 'text', blocks }]),
  ) as Sections;
  const details: Details = {
    ...{ state: 'text', payGrade: told.grade, flsa: 'N', eeo4: '6', establishedOn: '2020-01-01' },
    ...(number === 1 && { benchmark: true }),
  };
  const established: HistoryEvent = {
    ...{ on: '2020-01-01', kind: 'established', instrument: null, by: null, note: null, line: null },
  };
  return {
    classId: `class-${noun}-${number}`,
    status: 'active',
    effectiveOn: '2020-01-01',
    revisions: [{ number: 1, effectiveOn: '2020-01-01', changes: ['create'], events: [established] }],
    body: {
      code: `${noun.slice(0, 3).toUpperCase()}${noun.length}${codeOf(noun)}${number}`,
      title: told.title,
      series: told.series,
      sections: {
        ...prose,
        supervisionExercised: { state: 'none' },
        physicalDemandLevel: { state: 'text', code: '1', meaning: 'Sedentary' },
        probation: { state: 'text', length: 6, unit: 'months', text: 'Six (6) months.' },
        details,
      },
      additional: [],
    },
  };
}

function codeOf(noun: string): number {
  return [...noun].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);
}

export function paragraph(id: string, text: string): Block {
  return { id, kind: 'paragraph', text };
}

export function item(id: string, text: string): Block {
  return { id, kind: 'item', level: 1, text };
}

export function term(id: string, name: string, text: string): Block {
  return { id, kind: 'term', term: name, text };
}

function clauseOf(noun: string): Block {
  return { id: 'b9', kind: 'clause', text: `Counts ${noun} as asked.`, sharedId: `clause-${noun}` };
}

/** The family with another text of one of its classes, counted from 1. */
export function withClass(
  { classes, ...rest }: Family,
  number: number,
  change: (text: ClassText) => ClassText,
): Family {
  return { ...rest, classes: classes.map((text, place) => (place === number - 1 ? change(text) : text)) };
}

export function withBody(text: ClassText, changed: Partial<ClassText['body']>): ClassText {
  return { ...text, body: { ...text.body, ...changed } };
}

/** A section anew: its blocks, or null to take it out. */
export function withSection(text: ClassText, key: SectionKey, value: Sections[SectionKey] | null): ClassText {
  const { [key]: _before, ...others } = text.body.sections;
  return withBody(text, { sections: value === null ? others : { ...others, [key]: value } });
}

export function withBlocks(text: ClassText, key: SectionKey, ...blocks: Block[]): ClassText {
  return withSection(text, key, { state: 'text', blocks });
}

export function withDuty(text: ClassText, words: string): ClassText {
  const duties = text.body.sections.duties;
  return withBlocks(
    text,
    'duties',
    ...(duties && 'blocks' in duties ? duties.blocks : []),
    item('b20', words),
  );
}

export function withDetails(text: ClassText, facts: Partial<Details>): ClassText {
  return withSection(text, 'details', { ...text.body.sections.details, ...facts, state: 'text' });
}

/** The first block of a section with some words put in the place of others. */
export function reworded(text: ClassText, key: SectionKey, before: string, after: string): ClassText {
  const section = text.body.sections[key];
  const blocks = section && 'blocks' in section ? section.blocks : [];
  const changed = blocks.map((block) => ({ ...block, text: block.text.replace(before, after) }));
  if (JSON.stringify(changed) === JSON.stringify(blocks)) throw new Error(`${key} does not say “${before}”`);
  return withBlocks(text, key, ...changed);
}
