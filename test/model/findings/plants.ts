// One fault for each rule of the catalogue, planted in a family without any. What is planted is what the rule's documentation
// describes; everything else in the family stays true.
import type { HistoryEvent } from '../../../schemas/types.ts';
import type { ClassText } from '../../../server/model/findings/plan-view.ts';
import {
  type Family,
  item,
  paragraph,
  reworded,
  term,
  withBlocks,
  withBody,
  withClass,
  withDetails,
  withDuty,
  withSection,
} from './families.ts';

export type Plant = (family: Family, noun: string) => Family;

function inClass(number: number, change: (text: ClassText, noun: string) => ClassText): Plant {
  return (family, noun) => withClass(family, number, (text) => change(text, noun));
}

function duty(words: string): Plant {
  return inClass(3, (text, noun) => withDuty(text, words.replaceAll('NOUN', noun)));
}

function event(on: string, kind: HistoryEvent['kind'], line: string | null): HistoryEvent {
  return { on, kind, instrument: null, by: null, note: null, line };
}

function withEvents(text: ClassText, ...events: HistoryEvent[]): ClassText {
  return { ...text, revisions: text.revisions.map((revision) => ({ ...revision, events })) };
}

const manager = (text: ClassText) =>
  withDetails(withDuty(text, 'Hires and evaluates the staff of the stores.'), { flsa: 'E', eeo4: '1' });

export const plants: Readonly<Record<string, Plant>> = {
  'series.count': inClass(1, (text) => reworded(text, 'distinguishing', 'two classes', 'three classes')),
  'series.names': inClass(1, (text) =>
    reworded(text, 'distinguishing', ` and ${text.body.title} Senior.`, ' and Harbor Deputy.'),
  ),
  'series.unknown': inClass(3, (text) => withBody(text, { series: { id: 'nowhere', level: 1 } })),
  'series.same-level': inClass(2, (text, noun) =>
    withBody(text, { series: { id: `series-${noun}`, level: 1 } }),
  ),
  'series.level-gap': inClass(2, (text, noun) =>
    withBody(text, { series: { id: `series-${noun}`, level: 3 } }),
  ),
  'series.no-benchmark': (family, noun) => {
    const unmarked = withClass(family, 1, (text) => withDetails(text, { benchmark: false }));
    const three = (text: ClassText) => reworded(text, 'distinguishing', 'two classes', 'three classes');
    const named = (text: ClassText) => {
      const title = unmarked.classes[2]?.body.title ?? '';
      return reworded(three(text), 'distinguishing', ' Senior.', ` Senior and ${title}.`);
    };
    const listed = (text: ClassText) => reworded(named(text), 'distinguishing', 'Clerk and', 'Clerk,');
    const told = withClass(withClass(unmarked, 1, listed), 2, listed);
    return withClass(told, 3, (text) =>
      withDetails(
        withBlocks(
          withBody(text, { series: { id: `series-${noun}`, level: 3 } }),
          'experience',
          paragraph('b11', `Two (2) years of experience with ${noun}.`),
        ),
        { payGrade: 'G-3' },
      ),
    );
  },
  'sibling.unknown': inClass(3, (text) =>
    withBlocks(
      text,
      'distinguishing',
      paragraph('b2', 'It is distinguished from the Wharf Master, which owns a key.'),
    ),
  ),
  'sibling.drift': inClass(2, (text, noun) =>
    reworded(
      text,
      'distinguishing',
      `keeps the books of the ${noun} and collects the fees`,
      'negotiates treaties with foreign consulates and audits embassies',
    ),
  ),
  'reference.dead': (family, noun) => {
    const [, , lone] = family.classes;
    if (!lone) throw new Error('The family has no third class');
    const past = {
      classId: lone.classId,
      code: `OLD-${noun}`,
      title: `Old ${noun} Guard`,
      until: '2021-01-01',
    };
    const told = withClass(family, 2, (text) =>
      withDuty(text, `Reports open gates to the Old ${noun} Guard.`),
    );
    return { ...told, pastNames: [{ ...past, isAbolished: false }] };
  },
  'level.grade-falls': (family) =>
    withClass(
      withClass(family, 1, (text) => withDetails(text, { payGrade: 'G-2' })),
      2,
      (text) => withDetails(text, { payGrade: 'G-1' }),
    ),
  'level.education-falls': inClass(1, (text, noun) =>
    withBlocks(text, 'education', paragraph('b10', `Associate's degree in the care of ${noun}.`)),
  ),
  'level.years-fall': inClass(1, (text, noun) =>
    withBlocks(text, 'experience', paragraph('b11', `Three (3) years of experience with ${noun}.`)),
  ),
  'code.duplicate': (family) =>
    withClass(family, 3, (text) => withBody(text, { code: family.classes[0]?.body.code ?? null })),
  'code.unexplained': inClass(3, (text) => withDetails(text, { flsa: 'Y' })),
  'code.table-empty': inClass(3, (text) => withDetails(text, { bargainingUnit: 'Q' })),
  'grade.unknown': inClass(3, (text) => withDetails(text, { payGrade: 'G-99' })),
  'details.established-missing': inClass(3, (text) => {
    const { establishedOn: _on, ...details } = text.body.sections.details ?? { state: 'text' };
    return withSection(text, 'details', details);
  }),
  'details.dates-crossed': inClass(3, (text) => withDetails(text, { revisedOn: '2010-01-01' })),
  'history.contradicts': inClass(3, (text) =>
    withEvents(text, event('2019-05-05', 'established', '5/5/2019 - Established')),
  ),
  'history.mixed-dates': inClass(3, (text) =>
    withEvents(
      text,
      event('2020-01-01', 'established', '1/1/2020 - Established'),
      event('2020-01-01', 'revised', 'Revised 1/1/20'),
    ),
  ),
  'date.future': inClass(3, (text) =>
    withBlocks(
      text,
      'equivalency',
      paragraph('b21', 'Until July 1, 2031, a year of military service counts twice.'),
    ),
  ),
  'review.overdue': inClass(3, (text) => ({ ...text, effectiveOn: '2015-01-01', revisions: [] })),
  'section.missing': inClass(3, (text) => withSection(text, 'probation', null)),
  'none.beside-text': inClass(3, (text) =>
    withBlocks(text, 'workingEnvironment', item('b13', 'None. Outdoors in some seasons.')),
  ),
  'none.contradicted': duty('Supervises the second watch of the NOUN.'),
  'number.mismatch': inClass(3, (text, noun) =>
    withBlocks(text, 'experience', paragraph('b11', `Two (3) years of experience with ${noun}.`)),
  ),
  'flsa.executive-test': inClass(3, manager),
  'flsa.overtime-supervisor': inClass(3, (text) =>
    withBlocks(
      withDuty(text, 'Selects the seasonal watchers.'),
      'supervisionExercised',
      paragraph('b22', 'Supervises the seasonal watchers.'),
    ),
  ),
  'license.no-duty': inClass(3, (text) =>
    withBlocks(
      text,
      'licensure',
      paragraph('b12', 'A valid blasting license is required at the time of hire.'),
    ),
  ),
  'demand.no-duty': inClass(1, (text) =>
    withBlocks(
      text,
      'physicalDemands',
      term('b14', 'Climbing', 'Going up and down with the help of hands and feet.'),
    ),
  ),
  'demand.leftover': inClass(3, (text) =>
    withBlocks(text, 'physicalDemands', term('b14', 'Vision', 'Perceiving the behavior of animals.')),
  ),
  'demand.level-conflict': inClass(3, (text) =>
    withBlocks(
      withDuty(text, 'Carries boxes of lamps to the gate.'),
      'physicalDemands',
      term('b14', 'Lifting', 'Raising objects of up to 50 pounds.'),
    ),
  ),
  'education.degree-inflation': inClass(3, (text) =>
    withBlocks(text, 'education', paragraph('b10', "Bachelor's degree in the care of stores.")),
  ),
  'duties.duplicate': duty('Locks all the gates behind the last visitor.'),
  'duties.no-verb': duty('Preparation of the list of NOUN.'),
  'duties.percent-total': inClass(3, (text) => {
    const shares = ['Walks past the stores at night.', 'Locks the gates behind the last visitor.'];
    const blocks = shares.map((words, place) => ({ ...item(`b${place + 4}`, words), percentOfTime: 60 }));
    return withBlocks(text, 'duties', ...blocks);
  }),
  'text.identical': (family) =>
    withClass(family, 3, (text) => {
      const { summary } = family.classes[0]?.body.sections ?? {};
      return withSection(text, 'summary', summary ?? null);
    }),
  'shared.drift': (family) => ({
    ...family,
    classes: family.classes.map((text, place) =>
      place === 2 ? reworded(text, 'duties', 'as asked', 'when told to') : text,
    ),
  }),
  'wording.gendered': duty('Tells the harbor board of his rounds each month.'),
  'wording.ageist': duty('Works as an energetic member of the night watch.'),
  'wording.ableist': duty('Joins the search for intruders as an able-bodied helper.'),
  'wording.vague': duty('Writes various reports for the harbor board.'),
  'text.long-sentence': inClass(3, (text) =>
    withBlocks(
      text,
      'equivalency',
      paragraph(
        'b21',
        `A year of service at sea counts ${'and so does a year on land '.repeat(8)}as the board decides.`,
      ),
    ),
  ),
  'text.reading-level': inClass(3, (text) =>
    withBlocks(
      text,
      'experience',
      paragraph(
        'b11',
        `One (1) year of ${'interdepartmental organizational accountability administration, '.repeat(6)}including ${'jurisdictional communication responsibilities, '.repeat(4)}and documentation.`,
      ),
    ),
  ),
  'text.abbreviation': duty('Files the QRX report every month.'),
  'text.damaged': duty('Reads the watchman\u00e2\u0080\u0099s book.'),
  'text.spacing': duty('Opens the gates  at dawn.'),
};
