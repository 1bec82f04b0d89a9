// The glossary spells out every kind of code of a plan, each word once, and only codes that the plan has.
import { expect } from 'chai';
import type { CodeTable } from '../../schemas/types.ts';
import { glossaryOf } from '../../server/documents/glossary.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { beginningSettings } from '../../server/model/plan-settings.ts';

describe('the glossary', () => {
  const { settings } = readSamplePlan();
  const entries = glossaryOf(settings);

  it('has each word once, in order', () => {
    const terms = entries.map(({ term }) => term);
    expect(new Set(entries.map(({ id }) => id)).size).to.equal(entries.length);
    expect(terms).to.deep.equal([...terms].sort((one, other) => one.localeCompare(other)));
  });

  it('spells out all codes of the plan', () => {
    const told = entries.flatMap(({ codes }) => codes?.values ?? []);
    const all = Object.values(settings.codes as unknown as Record<string, CodeTable>).flatMap(
      ({ values }) => values,
    );
    expect(told).to.have.deep.members(all);
  });

  it('leaves out what a plan gives no codes', () => {
    const codesOf = (of: typeof entries, id: string) => of.find((entry) => entry.id === id)?.codes;
    const bare = glossaryOf(beginningSettings('City of Nowhere'));
    expect(codesOf(bare, 'bargaining-unit')).to.equal(null);
    expect(codesOf(bare, 'flsa')?.values).to.have.length(2);
  });
});
