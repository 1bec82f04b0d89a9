// What adopting a change would record, and what stands in its way.
import { expect } from 'chai';
import type { Specification } from '../../schemas/types.ts';
import { type Draft, type Instrument, planChange, textsOver } from '../../server/model/adoption.ts';
import {
  clerk,
  draft,
  history,
  type Recorded,
  settings,
  withDetails,
  withDuty,
  withExperience,
  withFacts,
} from './dock-clerk.ts';

const instrument: Instrument = { number: 'CN9', effectiveOn: '2026-07-01', by: 'AMQ' };
const established = '2018-01-01';
const one = history([established, clerk]);

function plan(change: Draft, revisions: readonly Recorded[], changed: Partial<Instrument> = {}) {
  return planChange({ ...instrument, ...changed }, change, revisions, settings);
}

function planned(change: Draft, revisions: readonly Recorded[], changed: Partial<Instrument> = {}) {
  const { planned, obstacles } = plan(change, revisions, changed);
  expect(obstacles).to.deep.equal([]);
  return planned;
}

function obstacleOf(change: Draft, revisions: readonly Recorded[], changed: Partial<Instrument> = {}) {
  const { planned, obstacles } = plan(change, revisions, changed);
  expect(planned).to.deep.equal([]);
  expect(obstacles).to.have.length(1);
  expect(obstacles[0]?.classId).to.equal('class-clerk');
  return obstacles[0];
}

function dutiesOf({ sections }: Specification): string[] {
  return sections.duties && 'blocks' in sections.duties ? sections.duties.blocks.map(({ text }) => text) : [];
}

describe('adopting a change', () => {
  it('makes the next revision on the date of the action, stamped, with its events', () => {
    const [revision, ...none] = planned(draft(withDuty(clerk, 'b3', 'Collects all fees.')), one);
    expect(none).to.deep.equal([]);
    expect(revision).to.deep.include({
      number: 2,
      status: 'active',
      changes: ['amend'],
      effectiveOn: '2026-07-01',
    });
    expect(revision?.body.sections.details).to.include({
      establishedOn: established,
      establishedBy: 'AB',
      revisedOn: '2026-07-01',
      revisedBy: 'AMQ',
    });
    expect(revision?.events).to.deep.equal([
      {
        on: '2026-07-01',
        kind: 'revised',
        instrument: 'CN9',
        by: 'AMQ',
        note: 'Revised Typical Tasks',
        line: null,
      },
    ]);
  });

  it('takes the date of the change before that of the action', () => {
    const change = draft(withFacts(clerk, { title: 'T' }), { effectiveOn: '2026-09-01' });
    expect(planned(change, one)[0]).to.include({ effectiveOn: '2026-09-01' });
    expect(planned(change, one, { effectiveOn: null })[0]).to.include({ effectiveOn: '2026-09-01' });
  });

  it('needs one of the two', () => {
    const change = draft(withFacts(clerk, { title: 'T' }));
    expect(obstacleOf(change, one, { effectiveOn: null })?.message).to.match(/no effective date/);
  });

  it('establishes a new class', () => {
    const plain = withDetails(clerk, { establishedOn: undefined, establishedBy: undefined });
    const change = draft(plain, { intent: 'create', baseNumber: null });
    const [revision] = planned(change, []);
    expect(revision).to.deep.include({ number: 1, status: 'active', changes: ['create'] });
    expect(revision?.body.sections.details).to.include({ establishedOn: '2026-07-01', establishedBy: 'AMQ' });
    expect(revision?.body.sections.details).not.to.have.property('revisedOn');
    expect(obstacleOf(change, one)?.message).to.match(/exists already/);
  });

  it('names nobody where nobody is known', () => {
    const [revision] = planned(draft(withFacts(clerk, { title: 'T' })), one, { by: null });
    expect(revision?.body.sections.details).not.to.have.property('revisedBy');
    expect(revision?.events[0]).to.include({ by: null });
  });

  it('abolishes with the text in force as the last one', () => {
    const two = history([established, clerk], ['2025-01-01', withFacts(clerk, { title: 'Port Clerk' })]);
    const [revision] = planned(draft(clerk, { intent: 'abolish' }), two);
    expect(revision).to.deep.include({
      number: 3,
      status: 'abolished',
      changes: ['abolish'],
      effectiveOn: '2026-07-01',
    });
    expect(revision?.body).to.deep.equal(two[1]?.body);
    expect(revision?.events).to.have.length(1);
    expect(revision?.events[0]).to.include({ kind: 'abolished', instrument: 'CN9' });
  });

  it('abolishes also what was never complete', () => {
    const bare: Specification = { ...clerk, sections: {} };
    expect(planned(draft(bare, { intent: 'abolish' }), history([established, bare]))[0]).to.include({
      status: 'abolished',
    });
  });

  it('does not change what is abolished', () => {
    const gone = history([established, clerk], ['2025-01-01', clerk, 'abolished']);
    for (const intent of ['change', 'abolish'] as const)
      expect(obstacleOf(draft(withFacts(clerk, { title: 'T' }), { intent }), gone)?.message).to.equal(
        'The class is abolished on July 1, 2026.',
      );
  });

  it('does not begin before the class', () => {
    const change = draft(withFacts(clerk, { title: 'T' }), { effectiveOn: '2017-12-31', carry: 'forward' });
    expect(obstacleOf(change, one)?.message).to.match(
      /not yet in force on December 31, 2017; choose a later date/,
    );
    expect(planned({ ...change, effectiveOn: established }, one)[0]).to.include({ effectiveOn: established });
  });

  it('adopts no change that changes nothing', () => {
    expect(obstacleOf(draft(structuredClone(clerk)), one)?.message).to.match(/changes nothing/);
    expect(obstacleOf(draft(structuredClone(clerk), { intent: 'correct' }), one)?.message).to.match(
      /changes nothing/,
    );
  });

  const lacking: [string, Specification, RegExp][] = [
    ['a code', withFacts(clerk, { code: null }), /no class code/],
    ['a title', withFacts(clerk, { title: '  ' }), /no title/],
    [
      'a required section',
      { ...clerk, sections: { summary: { state: 'none' } } },
      /requires it: Typical Tasks\./,
    ],
    ['two of them', { ...clerk, sections: {} }, /requires it: General Statement of Duties, Typical Tasks\./],
  ];
  for (const [what, body, message] of lacking)
    it(`needs ${what}`, () => expect(obstacleOf(draft(body), one)?.message).to.match(message));

  it('takes an explicit none for written', () => {
    const body: Specification = { ...clerk, sections: { ...clerk.sections, duties: { state: 'none' } } };
    expect(planned(draft(body), one)).to.have.length(1);
  });
});

describe('adopting a change of a class that has moved since', () => {
  const moved = history(
    [established, clerk],
    ['2025-01-01', withDuty(clerk, 'b3', 'Collects fees by card.')],
  );

  it('keeps both changes where they do not meet', () => {
    const [revision] = planned(draft(withDuty(clerk, 'b2', 'Keeps all books.')), moved);
    expect(revision?.number).to.equal(3);
    expect(dutiesOf(revision?.body ?? clerk)).to.deep.equal(['Keeps all books.', 'Collects fees by card.']);
    expect(revision?.events.map(({ note }) => note)).to.deep.equal(['Revised Typical Tasks']);
  });

  const both = withDuty(clerk, 'b3', 'Collects fees in cash.');

  it('asks where they do, naming the revision', () => {
    const obstacle = obstacleOf(draft(both), moved);
    expect(obstacle?.message).to.match(/same places. Choose for each/);
    expect(obstacle?.conflicts.map(({ at, number }) => `${number}:${at}`)).to.deep.equal([
      '2:sections.duties.b3',
    ]);
  });

  it('takes what was chosen', () => {
    const mine = draft(both, { choices: { '2:sections.duties.b3': 'mine' } });
    expect(dutiesOf(planned(mine, moved)[0]?.body ?? clerk)).to.include('Collects fees in cash.');
    const theirs = draft(withDuty(both, 'b2', 'X.'), { choices: { '2:sections.duties.b3': 'theirs' } });
    expect(dutiesOf(planned(theirs, moved)[0]?.body ?? clerk)).to.deep.equal([
      'X.',
      'Collects fees by card.',
    ]);
    const nothing = draft(both, { choices: { '2:sections.duties.b3': 'theirs' } });
    expect(obstacleOf(nothing, moved)?.message).to.match(/changes nothing/);
  });

  it('asks anew when it has moved again: a choice is about one revision', () => {
    const again = history(
      [established, clerk],
      ['2025-01-01', withDuty(clerk, 'b3', 'Collects fees by card.')],
      ['2026-01-01', withDuty(clerk, 'b3', 'Collects fees by telephone.')],
    );
    const mine = draft(both, { choices: { '2:sections.duties.b3': 'mine' } });
    expect(obstacleOf(mine, again)?.conflicts.map(({ number }) => number)).to.deep.equal([3]);
  });

  it('asks nothing where both changed alike', () => {
    const change = withFacts(withDuty(clerk, 'b3', 'Collects fees by card.'), { title: 'T' });
    expect(planned(draft(change), moved)[0]?.changes).to.deep.equal(['retitle']);
  });
});

describe('adopting a change under later texts', () => {
  const later = history(
    [established, clerk],
    ['2027-01-01', withDetails(clerk, { payGrade: 'G-5', revisedOn: '2027-01-01' })],
    [
      '2028-01-01',
      withDetails(withDuty(clerk, 'b3', 'Collects no fees.'), { payGrade: 'G-6', revisedOn: '2028-01-01' }),
    ],
  );
  const change = draft(withExperience(clerk, 'Two years.'));

  it('needs a word on them', () => {
    expect(obstacleOf(change, later)?.message).to.equal(
      'It takes effect on July 1, 2026, under later texts: revision 2 (January 1, 2027), revision 3 (January 1, 2028). Say whether it is carried forward into them.',
    );
  });

  it('tells which they are', () => {
    const over = (each: Draft, effectiveOn: string | null) =>
      textsOver({ effectiveOn }, each, later).map(({ number }) => number);
    expect(over(change, '2026-07-01')).to.deep.equal([2, 3]);
    expect(over({ ...change, effectiveOn: '2027-01-01' }, '2026-07-01')).to.deep.equal([3]);
    expect(over({ ...change, intent: 'correct', baseNumber: 2 }, null)).to.deep.equal([3]);
    expect(over(change, null)).to.deep.equal([]);
  });

  it('goes into each of them where it is carried forward', () => {
    const revisions = planned({ ...change, carry: 'forward' }, later);
    expect(revisions.map(({ number, effectiveOn }) => `${number} ${effectiveOn}`)).to.deep.equal([
      '4 2026-07-01',
      '5 2027-01-01',
      '6 2028-01-01',
    ]);
    for (const { body, changes } of revisions) {
      expect(body.sections.experience).to.deep.equal(change.body.sections.experience);
      expect(changes).to.deep.equal(['amend']);
    }
    expect(revisions.map(({ body }) => body.sections.details?.payGrade)).to.deep.equal(['G-4', 'G-5', 'G-6']);
    expect(revisions.map(({ body }) => body.sections.details?.revisedOn)).to.deep.equal([
      '2026-07-01',
      '2027-01-01',
      '2028-01-01',
    ]);
    expect(dutiesOf(revisions[2]?.body ?? clerk)).to.include('Collects no fees.');
    expect(revisions.map(({ events }) => events.map(({ note }) => note))).to.deep.equal([
      ['Revised Experience Requirement'],
      ['Revised Experience Requirement, carried forward from July 1, 2026'],
      ['Revised Experience Requirement, carried forward from July 1, 2026'],
    ]);
  });

  it('stays alone where it is not', () => {
    const revisions = planned({ ...change, carry: 'not' }, later);
    expect(revisions.map(({ number, effectiveOn }) => `${number} ${effectiveOn}`)).to.deep.equal([
      '4 2026-07-01',
    ]);
  });

  it('asks for each text in which both changed the same', () => {
    const duty = draft(withDuty(clerk, 'b3', 'Collects fees.  By card.'), { carry: 'forward' });
    expect(obstacleOf(duty, later)?.conflicts.map(({ number, at }) => `${number}:${at}`)).to.deep.equal([
      '3:sections.duties.b3',
    ]);
    const chosen = planned({ ...duty, choices: { '3:sections.duties.b3': 'theirs' } }, later);
    expect(chosen.map(({ effectiveOn }) => effectiveOn)).to.deep.equal(['2026-07-01', '2027-01-01']);
  });

  it('leaves out a later text that says it already', () => {
    const grade = draft(withDetails(clerk, { payGrade: 'G-5' }), { carry: 'forward' });
    const revisions = planned({ ...grade, choices: { '3:sections.details.payGrade': 'theirs' } }, later);
    expect(revisions.map(({ effectiveOn }) => effectiveOn)).to.deep.equal(['2026-07-01']);
  });

  it('leaves out a text that was corrected before it ever applied', () => {
    const corrected = [
      ...later,
      { ...later[1], number: 4, body: withDetails(clerk, { payGrade: 'G-7' }) },
    ] as Recorded[];
    const revisions = planned({ ...change, carry: 'forward' }, corrected);
    expect(revisions.map(({ number, effectiveOn }) => `${number} ${effectiveOn}`)).to.deep.equal([
      '5 2026-07-01',
      '6 2027-01-01',
      '7 2028-01-01',
    ]);
    expect(revisions[1]?.body.sections.details?.payGrade).to.equal('G-7');
  });

  it('reaches the last text of a class that ends, which stays ended', () => {
    const ending = history([established, clerk], ['2027-01-01', clerk, 'abolished']);
    const revisions = planned({ ...change, carry: 'forward' }, ending);
    expect(revisions.map(({ status }) => status)).to.deep.equal(['active', 'abolished']);
  });

  it('abolishes for good where the end is carried forward, and for a time where not', () => {
    const end = draft(clerk, { intent: 'abolish' });
    expect(obstacleOf(end, later)?.message).to.match(/Say whether/);
    const forGood = planned({ ...end, carry: 'forward' }, later);
    expect(forGood.map(({ status, effectiveOn }) => `${status} ${effectiveOn}`)).to.deep.equal([
      'abolished 2026-07-01',
      'abolished 2027-01-01',
      'abolished 2028-01-01',
    ]);
    expect(planned({ ...end, carry: 'not' }, later)).to.have.length(1);
  });

  it('takes only what the writer changed, when the draft began from a later text', () => {
    const text = withExperience(later[1]?.body ?? clerk, 'Two years.');
    const revisions = planned(draft(text, { baseNumber: 2, carry: 'not' }), later);
    expect(revisions[0]?.body.sections.details?.payGrade).to.equal('G-4');
    expect(revisions[0]?.body.sections.experience).to.deep.equal(text.sections.experience);
  });
});

describe('correcting a text', () => {
  const two = history([established, clerk], ['2025-01-01', withFacts(clerk, { title: 'Port Clerk' })]);
  const correction = draft(withDetails(clerk, { establishedOn: '2017-12-01' }), { intent: 'correct' });

  it('makes a revision that applies from the same day, whatever day the action names', () => {
    const [revision] = planned({ ...correction, effectiveOn: '2030-01-01' }, one);
    expect(revision).to.deep.include({ number: 2, effectiveOn: established, changes: ['correct'] });
    expect(revision?.body).to.deep.equal(correction.body);
    expect(revision?.events[0]).to.include({
      kind: 'corrected',
      note: 'Corrected Class Detail',
      instrument: 'CN9',
    });
  });

  it('says what becomes of later texts', () => {
    expect(obstacleOf(correction, two)?.message).to.match(/revision 2 \(January 1, 2025\). Say whether/);
    const revisions = planned({ ...correction, carry: 'forward' }, two);
    expect(revisions.map(({ effectiveOn, changes }) => `${effectiveOn} ${changes.join()}`)).to.deep.equal([
      '2018-01-01 correct',
      '2025-01-01 correct',
    ]);
    expect(revisions[1]?.body).to.deep.equal({ ...correction.body, title: 'Port Clerk' });
    expect(planned({ ...correction, carry: 'not' }, two)).to.have.length(1);
  });

  it('loses no correction that was recorded meanwhile', () => {
    const corrected = history([established, clerk], [established, withExperience(clerk, 'Two years.')]);
    const [revision] = planned(correction, corrected);
    expect(revision?.body).to.deep.equal(withExperience(correction.body, 'Two years.'));
    const same = draft(withExperience(clerk, 'Three years.'), { intent: 'correct' });
    expect(obstacleOf(same, corrected)?.conflicts).to.have.length(1);
  });
});
