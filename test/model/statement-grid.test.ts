// Who says what about whom: every sentence under the class that it speaks of, and what drifted in the grid is exactly what the plan
// check finds, whatever the texts.
import { expect } from 'chai';
import fc from 'fast-check';
import { checkPlan } from '../../server/model/findings/check-plan.ts';
import { quoted } from '../../server/model/findings/finding.ts';
import { passagesOf } from '../../server/model/findings/passages.ts';
import { indexOf } from '../../server/model/findings/plan-index.ts';
import type { ClassText, PlanView } from '../../server/model/findings/plan-view.ts';
import { sentencesOf } from '../../server/model/readability.ts';
import { seriesStatements } from '../../server/model/series-statement.ts';
import { driftsIn, type StatementRow, statementGrid } from '../../server/model/statement-grid.ts';
import { planView } from '../../server/store/plan-view.ts';
import { sampleStore, today } from '../tools.ts';
import { family, paragraph, planOf, withBlocks, withClass } from './findings/families.ts';
import { plants } from './findings/plants.ts';

const anchors = family('anchors');

function gridOf(plan: PlanView, seriesId = 'series-anchors'): StatementRow[] {
  return statementGrid(indexOf(plan), seriesId);
}

/** 'by > of: sentence' for every place of the grid. */
function told(rows: readonly StatementRow[]): string[] {
  return rows.flatMap(({ cells, outside }) =>
    [...cells, ...outside].flatMap(({ by, of, statements }) =>
      statements.map(({ sentence }) => `${by.body.title} > ${of.body.title}: ${sentence}`),
    ),
  );
}

function rowsWith(sentence: string, number = 2): StatementRow[] {
  const changed = withClass(anchors, number, (text) =>
    withBlocks(text, 'distinguishing', paragraph('b2', sentence)),
  );
  return gridOf(planOf([changed, family('buoys')]));
}

/** Where a sentence of the second level stands: the titles of those that it speaks of. */
function about(sentence: string): string[] {
  const line = `Anchors Clerk Senior > `;
  return told(rowsWith(sentence))
    .filter((each) => each.startsWith(line) && each.endsWith(sentence))
    .map((each) => each.slice(line.length).split(': ')[0] ?? '');
}

/** The drifts of all series, as the check would tell them. */
function driftsOf(plan: PlanView): string[] {
  const { levels } = indexOf(plan);
  return [...levels.keys()].flatMap((id) =>
    gridOf(plan, id).flatMap(({ by, cells, outside }) =>
      [...cells, ...outside].flatMap((cell) =>
        cell.statements.flatMap(({ at, restated }) =>
          restated
            .filter(({ verdict }) => verdict === 'drifted')
            .map(({ words }) => `${by.classId} ${at} ${cell.of.classId}: ${quoted(words)}`),
        ),
      ),
    ),
  );
}

function findingsOf(plan: PlanView): string[] {
  const inSeries = new Set(plan.classes.filter(({ body }) => body.series).map(({ classId }) => classId));
  return checkPlan(plan)
    .filter(({ rule, classId }) => rule === 'sibling.drift' && inSeries.has(classId ?? ''))
    .map(({ classId, at, others, evidence }) => `${classId} ${at} ${others.join()}: ${evidence}`);
}

describe('the grid of a series', () => {
  let sample: PlanView;
  before(async () => {
    const store = await sampleStore();
    sample = await planView(store, today);
    await store.close();
  });

  it('has a cell for every two levels, also where nothing is said', () => {
    const rows = gridOf(sample, 'it-management');
    expect(rows.map(({ cells }) => cells.length)).to.deep.equal([5, 5, 5, 5, 5]);
    expect(rows.map(({ cells }) => cells.map(({ statements }) => statements.length > 0))).to.deep.equal([
      [true, true, false, false, false],
      [true, true, true, false, false],
      [false, true, true, true, false],
      [false, false, true, true, true],
      [false, false, false, true, true],
    ]);
  });

  it('puts a sentence under the class that it names, by whatever name, and else under its own', () => {
    expect(about('The work follows set rules.')).to.deep.equal(['Anchors Clerk Senior']);
    expect(about('It differs from the Anchors Clerk by its hours.')).to.deep.equal(['Anchors Clerk']);
    expect(about('It differs from ANC7 and from no other.')).to.deep.equal(['Anchors Clerk Senior']);
    expect(about('The next lower class keeps the books.')).to.deep.equal(['Anchors Clerk']);
    expect(about('There is no next higher class here.')).to.deep.equal(['Anchors Clerk Senior']);
    expect(about('The Buoys Clerk, the next lower class, keeps other books.')).to.deep.equal(['Buoys Clerk']);
    expect(about('Work with both belongs to Anchors Clerks and the Buoys Clerk.')).to.deep.equal([
      'Anchors Clerk',
      'Buoys Clerk',
    ]);
    const code = anchors.classes[0]?.body.code ?? '';
    expect(about(`It differs from class ${code} by its hours.`)).to.deep.equal(['Anchors Clerk']);
  });

  it('knows a class by the title that it had', () => {
    const past = { classId: 'class-anchors-1', code: 'OLD1', title: 'Mooring Clerk', until: '2021-01-01' };
    const named = { ...anchors, pastNames: [{ ...past, isAbolished: false }] };
    const speaking = withClass(named, 2, (text) =>
      withBlocks(text, 'distinguishing', paragraph('b2', 'It differs from the Mooring Clerk.')),
    );
    const [, row] = gridOf(planOf([speaking]));
    expect(row?.cells[0]?.statements).to.have.length(1);
    expect(row?.cells[0]?.statements[0]?.formerName).to.equal('Mooring Clerk');
  });

  it('leaves out no sentence but the lists of the series', () => {
    for (const id of indexOf(sample).levels.keys()) {
      const rows = gridOf(sample, id);
      const places = told(rows);
      for (const { by } of rows) {
        const own = passagesOf(by.body)
          .filter(({ section, sharedId }) => sharedId === null && /^(summary|distinguishing)$/.test(section))
          .flatMap(({ text }) => sentencesOf(text));
        for (const sentence of own) {
          const isPlaced = places.some(
            (each) => each.startsWith(`${by.body.title} > `) && each.endsWith(`: ${sentence}`),
          );
          expect(isPlaced, sentence).to.equal(seriesStatements(sentence).length === 0);
        }
      }
    }
  });

  it('holds a restatement against the text of today', () => {
    const [drifted] = driftsIn(
      gridOf(planOf([plants['sibling.drift']?.(anchors, 'anchors') ?? anchors]))[1]?.cells[0] ?? never,
    );
    expect(drifted?.absent).to.include.members(['negotiates', 'treaties', 'embassies']);
    const [, senior] = gridOf(planOf([anchors]));
    expect(senior?.cells[0]?.statements.flatMap(({ restated }) => restated)).to.have.nested.property(
      '[0].verdict',
      'agrees',
    );
  });

  it('marks in the sample and in a planted plan exactly what the plan check finds', () => {
    expect(driftsOf(sample)).to.deep.equal(findingsOf(sample));
    const planted = planOf([plants['sibling.drift']?.(anchors, 'anchors') ?? anchors, family('buoys')]);
    expect(driftsOf(planted)).to.deep.equal(findingsOf(planted)).and.have.length(1);
  });

  it('and so it does where the texts of classes are exchanged at random', () => {
    const places = [...sample.classes.keys()];
    let count = 0;
    fc.assert(
      fc.property(fc.shuffledSubarray(places, { minLength: places.length }), (moved) => {
        const classes = sample.classes.map((text, place): ClassText => {
          const { sections } = sample.classes[moved[place] ?? 0]?.body ?? text.body;
          const { distinguishing } = text.body.sections;
          const body = { ...text.body, sections: { ...sections, ...(distinguishing && { distinguishing }) } };
          return { ...text, body };
        });
        const plan = { ...sample, classes };
        const found = findingsOf(plan).sort();
        expect(driftsOf(plan).sort()).to.deep.equal(found);
        count += found.length;
      }),
      { numRuns: 12 },
    );
    expect(count).to.be.above(12);
  });
});

const never = { by: undefined as never, of: undefined as never, statements: [] };
