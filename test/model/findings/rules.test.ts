// The finer points of single rules: what they must not take for a fault, and faults of less usual forms.
import { expect } from 'chai';
import { checkClass } from '../../../server/model/findings/check-plan.ts';
import { withTexts } from '../../../server/model/findings/plan-index.ts';
import type { ClassText } from '../../../server/model/findings/plan-view.ts';
import {
  type Family,
  family,
  item,
  paragraph,
  planOf,
  term,
  withBlocks,
  withBody,
  withClass,
  withDetails,
  withDuty,
  withSection,
} from './families.ts';

const anchors = family('anchors');

function rulesOf(changed: Family, number: number): string[] {
  const classId = changed.classes[number - 1]?.classId ?? '';
  return checkClass(planOf([changed, family('buoys')]), classId).map(({ rule }) => rule);
}

function rulesIn(number: number, change: (text: ClassText) => ClassText): string[] {
  return rulesOf(withClass(anchors, number, change), number);
}

const duties: readonly (readonly [string, string[]])[] = [
  ['Sees that every owner has paid.', []],
  ['Answers her or his callers.', ['wording.gendered', 'wording.gendered']],
  ['Reads charts and other theses on the shore.', []],
  ['Keeps the fireman’s axe.', ['wording.gendered']],
  ['Uses young plants for the banks.', []],
  ['Leads programs for children and young adults.', []],
  ['Suits a young professional.', ['wording.ageist']],
  ['Must be able to speak Spanish.', []],
  ['Must be able to walk the quay.', ['wording.ableist']],
  ['Files the IT report.', ['text.abbreviation']],
  ['Files the quarterly berth report (QBR) and keeps every QBR.', []],
  ['KEEPS ALL BOOKS OF THE PORT IN ORDER.', []],
  ['Is responsible for the gates.', ['duties.no-verb', 'wording.vague']],
  ['Maintains the gates and/or fences.', ['wording.vague']],
  ['By position, opens the gates.', []],
  ['Answers to the Buoys Clerk, who keeps the list.', []],
  ['Tells the the guard.', ['text.spacing']],
  ['Opens gates , doors and hatches.', ['text.spacing']],
  ['Waits until 2031 before the list is closed.', ['date.future']],
  ['Waits as in 2019.', []],
  ['Keeps the list of July 4, 1776.', []],
  ['Collects twelve (12) samples a day.', []],
];

const licenses: readonly (readonly [license: string, duty: string, string[]])[] = [
  ['A valid driver license is required.', 'Drives a truck along the quay.', []],
  ['A valid driver license is required.', 'Opens the gates.', ['license.no-duty']],
  ['A license as a Certified Public Accountant.', 'Prepares accounts.', []],
  ['None of the above.', 'Opens the gates.', []],
];

const statements: readonly (readonly [string, string[]])[] = [
  ['The Buoys Clerk, the next lower class, keeps the books of the buoys.', []],
  ['It is distinguished from the Buoys Clerks by its hours.', []],
  ['It is distinguished from the Buoys Clerk Principal, which has keys.', ['sibling.unknown']],
  ['It differs from the Lighthouse Keeper.', ['sibling.unknown']],
  ['It differs from user support classes in its hours.', []],
  [
    'There are three classes in the Tower series: Guard, Keeper and Chief.',
    Array<string>(3).fill('sibling.unknown'),
  ],
];

describe('single rules', () => {
  for (const [words, expected] of duties)
    it(`of the duty “${words}”: ${expected.join(', ') || 'nothing'}`, () => {
      expect(rulesIn(3, (text) => withDuty(text, words))).to.deep.equal(expected);
    });

  for (const [license, words, expected] of licenses)
    it(`of “${license}” with “${words}”: ${expected.join(', ') || 'nothing'}`, () => {
      const change = (text: ClassText) =>
        withBlocks(withDuty(text, words), 'licensure', paragraph('b12', license));
      expect(rulesIn(3, change)).to.deep.equal(expected);
    });

  for (const [words, expected] of statements)
    it(`of “${words}”: ${expected.join(', ') || 'nothing'}`, () => {
      expect(rulesIn(3, (text) => withBlocks(text, 'distinguishing', paragraph('b2', words)))).to.deep.equal(
        expected,
      );
    });

  it('let fewer years stand where more education takes their place', () => {
    const asked = (text: ClassText, education: string, years: string) =>
      withBlocks(
        withBlocks(text, 'education', paragraph('b10', education)),
        'experience',
        paragraph('b11', `${years} of experience with anchors.`),
      );
    const low = withClass(anchors, 1, (text) => asked(text, 'High school diploma.', 'Four (4) years'));
    const better = withClass(low, 2, (text) =>
      withDetails(asked(text, "Bachelor's degree in shipping.", 'Two (2) years'), { eeo4: '2' }),
    );
    expect(rulesOf(better, 2)).to.deep.equal([]);
    const same = withClass(low, 2, (text) => asked(text, 'High school diploma.', 'Six (6) months'));
    expect(rulesOf(same, 2)).to.deep.equal(['level.years-fall']);
  });

  it('tell a fall of pay to whoever edits either of the two levels', () => {
    const raised = withClass(anchors, 1, (text) => withDetails(text, { payGrade: 'G-3' }));
    const [low, high] = raised.classes;
    const plan = planOf([raised]);
    const [fromLow, fromHigh] = [low, high].map((text) => checkClass(plan, text?.classId ?? ''));
    expect(fromLow).to.deep.equal(fromHigh);
    expect(fromLow?.[0]).to.include({ rule: 'level.grade-falls', classId: 'class-anchors-2' });
  });

  it('ask for two employees and a part in hiring where a manager is exempt', () => {
    const exempt = (text: ClassText, said: string, words = 'Opens the gates.') =>
      withBlocks(
        withDetails(withDuty(text, words), { flsa: 'E', eeo4: '1' }),
        'supervisionExercised',
        paragraph('b22', said),
      );
    const rules = (...told: [string, string?]) => rulesIn(3, (text) => exempt(text, ...told));
    expect(rules('Supervises the watchers.', 'Recommends the hiring of watchers.')).to.deep.equal([]);
    expect(rules('Supervises the watchers and evaluates them.')).to.deep.equal([]);
    expect(rules('Supervises the watchers.')).to.deep.equal(['flsa.executive-test']);
    expect(rules('Supervises no employees.')).to.deep.equal(['flsa.executive-test']);
    expect(rules('Supervises one employee.', 'Evaluates the watchers.')).to.deep.equal([
      'flsa.executive-test',
    ]);
  });

  it('hold a weight against the level in words, whatever the code', () => {
    const lifting = (text: ClassText, meaning: string, pounds: number) =>
      withBlocks(
        withSection(withDuty(text, 'Carries boxes.'), 'physicalDemandLevel', {
          state: 'text',
          code: null,
          meaning,
        }),
        'physicalDemands',
        term('b14', 'Lifting', `Moving objects that weigh up to ${pounds} lbs.`),
      );
    expect(rulesIn(3, (text) => lifting(text, 'Light', 20))).to.deep.equal([]);
    expect(rulesIn(3, (text) => lifting(text, 'Very Heavy', 300))).to.deep.equal([]);
    expect(rulesIn(3, (text) => lifting(text, 'Heavy', 150))).to.deep.equal(['demand.level-conflict']);
  });

  it('let parts of time be stated in part, as long as they are no more than the whole', () => {
    const shared = (text: ClassText, ...parts: (number | null)[]) =>
      withBlocks(
        text,
        'duties',
        ...parts.map((part, place) => ({
          ...item(`b${place + 4}`, `Watches ${['gate', 'wall', 'quay'][place]} number ${place} of anchors.`),
          ...(part !== null && { percentOfTime: part }),
        })),
      );
    expect(rulesIn(3, (text) => shared(text, 60, 40))).to.deep.equal([]);
    expect(rulesIn(3, (text) => shared(text, 60, null))).to.deep.equal([]);
    expect(rulesIn(3, (text) => shared(text, 60, 30))).to.deep.equal(['duties.percent-total']);
    expect(rulesIn(3, (text) => shared(text, 60, 60, null))).to.deep.equal(['duties.percent-total']);
  });

  it('know an old name by whoever it is used, but not in the class that tells its own history', () => {
    const past = { classId: 'class-anchors-3', code: 'OLD-1', title: 'Night Guard', until: '2021-01-01' };
    const told = { ...anchors, pastNames: [{ ...past, isAbolished: false }] };
    const says = (number: number, words: string) =>
      rulesOf(
        withClass(told, number, (text) => withDuty(text, words)),
        number,
      );
    expect(says(1, 'Reports to the Night Guard.')).to.deep.equal(['reference.dead']);
    expect(says(1, 'Reports to OLD-1.')).to.deep.equal(['reference.dead']);
    expect(says(1, 'Reports to the Night Guard Captain.')).to.deep.equal([]);
    expect(says(3, 'Does what the former Night Guard did.')).to.deep.equal([]);
  });
});

describe('a draft on trial', () => {
  it('shows what it makes untrue elsewhere: a new title, an end, another level', () => {
    const plan = planOf([anchors]);
    const [low] = plan.classes;
    if (!low) throw new Error('The plan has no class');
    const elsewhere = (text: ClassText) =>
      checkClass(withTexts(plan, [text]), low.classId)
        .filter(({ classId }) => classId !== low.classId)
        .map(({ rule, classId }) => `${rule} ${classId}`)
        .sort();
    expect(elsewhere(low)).to.deep.equal([]);
    const retitled = elsewhere(withBody(low, { title: 'Anchors Keeper' }));
    expect(retitled).to.include('reference.dead class-anchors-2');
    expect(retitled).to.include('reference.dead class-anchors-3');
    expect(retitled).to.include('series.names class-anchors-2');
    const abolished = elsewhere({ ...low, status: 'abolished' });
    expect(abolished).to.include('reference.dead class-anchors-3');
  });

  it('leaves the plan as it was', () => {
    const plan = planOf([anchors]);
    const [low] = plan.classes;
    if (!low) throw new Error('The plan has no class');
    withTexts(plan, [withBody(low, { title: 'Anchors Keeper' })]);
    expect(checkClass(plan, low.classId)).to.deep.equal([]);
  });
});
