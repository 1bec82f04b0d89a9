// Templates drawn from a plan, and how a new class begins: what most say, in the words of the library, and no name or
// history of another class.
import { expect } from 'chai';
import fc from 'fast-check';
import type { SharedText, Specification } from '../../schemas/types.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { copyOf, levelBeside, nothingYet } from '../../server/model/class-beginnings.ts';
import { classTemplates, contentsOf, isSupervisory } from '../../server/model/class-templates.ts';
import { blocksOf } from '../../server/model/specification.ts';
import { problemsOf } from '../../server/schemas.ts';
import { clerk, settings, withDetails, withDuty } from './dock-clerk.ts';

const plan = readSamplePlan();
const bodies = [
  ...new Map(plan.classes.map(({ classId, specification }) => [classId, specification])).values(),
];

const pens: SharedText = { id: 'pens', kind: 'clause', term: null, text: 'Uses pens.' };
function usingPens(text: string): Specification {
  const body = structuredClone(clerk);
  body.sections.duties = {
    state: 'text',
    blocks: [
      { id: 'b2', kind: 'item', level: 1, text: 'Keeps the books.' },
      { id: 'b7', kind: 'clause', text, sharedId: 'pens' },
    ],
  };
  return body;
}
const every = (those: readonly Specification[], library: readonly SharedText[] = []) =>
  classTemplates(those, { settings, library }).find(({ id }) => id === 'every');

describe('templates for new classes', () => {
  it('need three classes of a kind', () => {
    expect(classTemplates([clerk, clerk], { settings, library: [] })).to.deep.equal([]);
    expect(every([clerk, clerk, clerk])).to.include({ drawnFrom: 3 });
  });

  it('hold what three quarters say, and not what half say', () => {
    const other = withDuty(clerk, 'b3', 'Paints the quay.');
    const duties = (those: readonly Specification[]) =>
      JSON.stringify(every(those)?.body.sections.duties ?? null);
    expect(duties([clerk, clerk, clerk, other]))
      .to.contain('Collects fees.')
      .and.contain('Keeps the books.');
    expect(duties([clerk, clerk, other, other])).to.not.contain('Collects fees.');
    expect(duties([clerk, clerk, other, other])).to.not.contain('Paints');
  });

  it('give a shared text as the library has it today, in whatever wording classes froze it', () => {
    const template = every(
      [usingPens('Used pens.'), usingPens('Uses quills.'), usingPens('Uses pens.')],
      [pens],
    );
    expect(JSON.stringify(template?.body)).to.contain('"Uses pens."').and.not.contain('quills');
  });

  it('have no name, code, series, grade or history of a class', () => {
    for (const { body } of classTemplates(bodies, { settings: plan.settings, library: plan.sharedTexts })) {
      expect(body).to.deep.include({ code: null, title: '', series: null });
      expect(body.sections.details ?? {}).to.not.have.any.keys(
        'payGrade',
        'establishedOn',
        'establishedBy',
        'benchmark',
      );
    }
  });

  it('of the sample plan are texts that can be saved, each told by what it brings', () => {
    const templates = classTemplates(bodies, { settings: plan.settings, library: plan.sharedTexts });
    expect(templates.map(({ id }) => id))
      .to.include('every')
      .and.include('supervisory');
    for (const template of templates) {
      const body = { ...template.body, title: 'Example' };
      expect(problemsOf('specification.schema.json', body), template.id).to.deep.equal([]);
      expect(contentsOf(template, plan.settings), template.id).to.not.be.empty;
      const ids = blocksOf(body).map(({ id }) => id);
      expect(ids).to.deep.equal(ids.map((_, index) => `b${index + 1}`));
    }
  });

  it('know a supervisor by how the section begins', () => {
    const supervising = (text: string) =>
      isSupervisory({
        ...clerk,
        sections: {
          supervisionExercised: { state: 'text', blocks: [{ id: 'b1', kind: 'paragraph', text }] },
        },
      });
    expect(supervising('Supervises two clerks.')).to.equal(true);
    expect(supervising('Supervises no employees.')).to.equal(false);
    expect(supervising('None; may direct volunteers.')).to.equal(false);
    expect(isSupervisory(clerk)).to.equal(false);
  });
});

describe('the beginning of a class', () => {
  it('has its own names and history, whatever it begins from', () => {
    const known = withDetails(clerk, { revisedOn: '2020-01-01', revisedBy: 'CD', benchmark: true });
    const copied = copyOf(known, 'Dock Clerk Senior');
    expect(copied).to.deep.include({ code: null, title: 'Dock Clerk Senior', series: null });
    expect(copied.sections.details).to.deep.equal({ state: 'text', payGrade: 'G-4', flsa: 'N' });
    const level = levelBeside(known, 'Dock Clerk Lead', { id: 'dock-clerks', level: 2 });
    expect(level.sections.details).to.deep.equal({ state: 'text', flsa: 'N' });
    expect(level.series).to.deep.equal({ id: 'dock-clerks', level: 2 });
    expect(nothingYet('X').sections).to.deep.equal({});
  });

  it('says what the other says and leaves the other as it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...bodies), (body) => {
        const before = structuredClone(body);
        const copied = copyOf(body, 'Another');
        expect(body).to.deep.equal(before);
        const words = (each: Specification) => blocksOf(each).map(({ id: _id, ...rest }) => rest);
        expect(words(copied)).to.deep.equal(words(body));
        expect(problemsOf('specification.schema.json', copied)).to.deep.equal([]);
      }),
    );
  });
});
