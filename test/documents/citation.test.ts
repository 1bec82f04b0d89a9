// A citation says who issued the text, what it is, when it applied, where it stands for ever and when it was read.
import { expect } from 'chai';
import { citationOf } from '../../server/documents/citation.ts';
import { standings } from '../../server/model/standing.ts';
import { classByCode } from '../../server/store/classes.ts';
import type { Store } from '../../server/store/database.ts';
import { revisionsOf } from '../../server/store/record.ts';
import { sampleStore, today } from '../tools.ts';

describe('a citation', () => {
  let store: Store;
  before(async () => void (store = await sampleStore()));
  after(() => store.close());

  const settings = { employer: 'City of Larkhaven', office: 'Office of Human Resources' };
  const address = 'https://classes.example.gov/x';

  async function cited(code: string, number: number, accessedOn = today): Promise<string> {
    const found = await classByCode(store, code, today);
    const revisions = await revisionsOf(store, 'class', found?.classId ?? '');
    const standing = standings(revisions, today).find(({ revision }) => revision.number === number);
    if (!standing) throw new Error(`${code} has no revision ${number}`);
    return citationOf({ standing, settings, address, accessedOn });
  }

  it('of a text in force says on which day it was', async () => {
    expect(await cited('CI2788', 4)).to.equal(
      'City of Larkhaven, Office of Human Resources: IT Manager Senior (CI2788), class specification, revision 4, effective July 1, 2024, in force on November 22, 2026. https://classes.example.gov/x (accessed November 22, 2026).',
    );
  });

  const ends = [
    ['CI2788', 3, 'in force until revision 4 took effect on July 1, 2024'],
    ['CF1411', 3, 'not in force yet on November 22, 2026'],
    ['CA1090', 1, 'in force until the class was abolished on July 1, 2021'],
    ['CA1090', 2, 'the last text of an abolished class'],
  ] as const;
  for (const [code, number, words] of ends) {
    it(`of revision ${number} of ${code} says: ${words}`, async () => {
      expect(await cited(code, number)).to.include(`, ${words}. ${address}`);
    });
  }
});
