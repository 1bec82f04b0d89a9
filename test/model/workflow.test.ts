// The steps of an action: the whole table of step and act, for each of the shipped procedures.
import { expect } from 'chai';
import { problemsOf } from '../../server/schemas.ts';
import { beginningSettings } from '../../server/model/plan-settings.ts';
import {
  type Act,
  daysAfter,
  decisions,
  mayBeEdited,
  possibleActs,
  procedures,
  type Step,
} from '../../server/model/workflow.ts';

const acts: readonly Act[] = ['submit', 'return', 'post', 'reopen', 'adopt', 'ratify', 'withdraw'];

/** Where each act leads, in the order above; '-' where it is not possible. */
const tables: Record<keyof typeof procedures, Record<Step, string>> = {
  administrative: {
    draft: 'in review|-|-|-|-|-|withdrawn',
    'in review': '-|draft|-|-|adopted|-|withdrawn',
    posted: '-|-|-|draft|adopted|-|withdrawn',
    provisional: '-|-|-|-|-|adopted|-',
    adopted: '-|-|-|-|-|-|-',
    withdrawn: '-|-|-|-|-|-|-',
  },
  posted: {
    draft: 'in review|-|-|-|-|-|withdrawn',
    'in review': '-|draft|posted|-|-|-|withdrawn',
    posted: '-|-|-|draft|adopted|-|withdrawn',
    provisional: '-|-|-|-|-|adopted|-',
    adopted: '-|-|-|-|-|-|-',
    withdrawn: '-|-|-|-|-|-|-',
  },
  provisional: {
    draft: 'in review|-|-|-|-|-|withdrawn',
    'in review': '-|draft|posted|-|-|-|withdrawn',
    posted: '-|-|-|draft|provisional|-|withdrawn',
    provisional: '-|-|-|-|-|adopted|-',
    adopted: '-|-|-|-|-|-|-',
    withdrawn: '-|-|-|-|-|-|-',
  },
};

describe('the steps of an action', () => {
  for (const [name, table] of Object.entries(tables)) {
    it(`are those of the ${name} procedure`, () => {
      const procedure = procedures[name as keyof typeof procedures];
      for (const [step, row] of Object.entries(table)) {
        const possible = possibleActs(step as Step, procedure);
        expect(acts.map((act) => possible[act] ?? '-').join('|'), step).to.equal(row);
      }
    });
  }

  it('are written in at one of them only', () => {
    const steps = Object.keys(tables.posted) as Step[];
    expect(steps.filter(mayBeEdited)).to.deep.equal(['draft']);
  });

  it('have three decisions', () => {
    expect([...decisions].sort()).to.deep.equal(['adopt', 'post', 'ratify']);
  });

  it('come in procedures that a plan may hold', () => {
    for (const procedure of Object.values(procedures)) {
      const settings = { ...beginningSettings('Port of Elsewhere'), procedure };
      expect(problemsOf('plan-settings.schema.json', settings)).to.deep.equal([]);
    }
  });
});

describe('days after a date', () => {
  const cases = [
    ['2026-11-22', 0, '2026-11-22'],
    ['2026-11-22', 14, '2026-12-06'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', 30, '2026-03-31'],
    ['2026-11-22', 365, '2027-11-22'],
  ] as const;
  for (const [date, days, after] of cases)
    it(`${days} after ${date} is ${after}`, () => expect(daysAfter(date, days)).to.equal(after));
});
