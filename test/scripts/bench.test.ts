// npm run bench: that it counts right and asks for what it says, never how long anything takes.
import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { scoreAlignment } from '../../scripts/bench/alignment-score.ts';
import { eightLevels, hostileInputs, sixPages } from '../../scripts/bench/compare-inputs.ts';
import { asText } from '../../scripts/bench/table.ts';
import { tasks } from '../../scripts/bench/tasks.ts';
import { blocksOf, wordsOf } from '../../server/model/specification.ts';
import { readJudgedSeries } from '../model/judged-duties.ts';
import { isRefused, runCommand } from './command.ts';

const reading = { unit: 'ms', ratio: null, aim: null, note: null } as const;

describe('npm run bench', () => {
  it('counts every pair that is wrong or missed, and tells each', () => {
    for (const way of ['two levels alone', 'the whole series'] as const) {
      const { judged, aligned, right, precision, recall, errors } = scoreAlignment(readJudgedSeries(), way);
      expect(errors.filter((line) => line.startsWith('wrong'))).to.have.length(aligned - right);
      expect(errors.filter((line) => line.startsWith('missed'))).to.have.length(judged - right);
      expect([precision, recall]).to.deep.equal([right / aligned, right / judged]);
      expect(errors.join()).not.to.include('undefined');
    }
  });

  it('scores a series by itself as it scores it among others', () => {
    const series = readJudgedSeries();
    const each = series.map((one) => scoreAlignment([one], 'the whole series').right);
    expect(each.reduce((sum, right) => sum + right, 0)).to.equal(
      scoreAlignment(series, 'the whole series').right,
    );
  });

  it('measures eight classes, and two texts of six pages that differ everywhere a little', () => {
    expect(eightLevels().columns).to.have.length(8);
    const { before, after } = sixPages();
    for (const text of [before, after]) {
      const words = blocksOf(text).map(wordsOf).join(' ').split(/\s+/);
      expect(words.length).to.be.within(1_600, 2_000);
      const ids = blocksOf(text).map(({ id }) => id);
      expect(new Set(ids).size).to.equal(ids.length);
    }
    expect(tasks.redline(sixPages())).to.equal(false);
  });

  it('gets an answer to hostile sizes that says where it is coarse', () => {
    const { align, matrix, redline } = hostileInputs();
    expect(tasks.align(align.duties)).to.equal(true);
    expect(tasks.matrix(matrix.duties)).to.equal(true);
    expect(tasks.matrix(matrix.sentences)).to.equal(true);
    expect(tasks.redline(redline.duties)).to.equal(true);
    expect(tasks.redline(redline.sentences)).to.equal(true);
  });

  it('times a task in a process of its own', () => {
    const words = ['scripts/bench/cold-run.ts', 'redline'];
    const told = execFileSync(process.execPath, words, {
      input: JSON.stringify(sixPages()),
      encoding: 'utf8',
    });
    expect(JSON.parse(told)).to.include({ isCoarse: false }).and.to.have.all.keys(timeKeys);
  });

  it('tells readings as a table', () => {
    const readings = [
      { ...reading, name: 'one', value: 1.25, ratio: 0.5, aim: '≤ 50' },
      { ...reading, name: 'another', value: 100, note: 'coarse' },
    ];
    expect(asText('Things', { readings, details: ['a line'] }, false).split('\n')).to.deep.equal([
      '',
      'Things',
      '',
      '           measured  yardsticks      aim',
      '  one        1.3 ms        0.50  ≤ 50 ms',
      '  another  100.0 ms                       coarse',
    ]);
    expect(asText('Things', { readings, details: ['a line'] }, true)).to.match(/\n\na line$/);
  });

  it('knows its groups', () => {
    const refused = runCommand('bench', ':memory:', 'paint');
    expect(isRefused(refused)).to.equal(true);
    expect(refused.stderr).to.match(
      /^There is no group "paint"\.\nUsage: .* with the groups compare, print, search/,
    );
  });
});

const timeKeys = ['ms', 'ratio', 'isCoarse', 'fastest'];
