// What is proposed or provisional is said in words on every page of the text, in plain text and in today's data, and
// never in the permanent answers.
import { expect } from 'chai';
import type { Revision } from '../../schemas/types.ts';
import { problemsOf } from '../../server/schemas.ts';
import type { Office } from '../actions/office.ts';
import { step } from '../actions/office.ts';
import type { Served } from '../tools.ts';
import { adoptPosted, post, ratify, sampleOffice } from './sample-office.ts';
import { get, sampleSite } from './site.ts';

const librarian = { classId: 'class-librarian', edit: { payGrade: 'PR-29' } };
const proposed =
  'A change of this class is proposed by CN1960, posted November 22, 2026; comments until November 22, 2026.';

describe('marks of a text', () => {
  let site: Served;
  let office: Office;
  beforeEach(async () => {
    site = await sampleSite();
    office = await sampleOffice(site);
  });
  afterEach(() => site.close());

  async function read(path: string): Promise<string> {
    const answer = await get(site, path);
    expect(answer.status, path).to.equal(200);
    return answer.text();
  }

  async function data(path: string): Promise<Revision> {
    const value = JSON.parse(await read(path)) as Revision;
    expect(problemsOf('revision.schema.json', value)).to.deep.equal([]);
    return value;
  }

  it('say in words what a posted action proposes, where it is read', async () => {
    expect(await read('/classes/CL4102')).to.not.contain('proposed');
    await post(office, 'CN1960', librarian);
    for (const path of ['/classes/CL4102', '/classes/CL4102/2026-01-01', '/classes/CL4102/revisions/3']) {
      const body = await read(path);
      expect(body).to.contain(`${proposed} <a href="/actions/CN1960">See what CN1960 proposes</a>`);
    }
    expect(await read('/actions/CN1960')).to.contain('Proposed: posted, not decided');
    expect(await read('/classes?series=library-services')).to.contain(
      '<span>Change proposed by CN1960</span>',
    );
    expect(await read('/classes/CL4102.txt')).to.contain(`\n\n${proposed}\n\n`);
    expect((await data('/classes/CL4102.json')).standing).to.deep.equal({
      kind: 'in force',
      until: null,
      provisional: null,
      proposedBy: ['CN1960'],
      sentences: [proposed],
    });
  });

  it('say nothing of a proposal on a text that is over, of a draft, and after a decision', async () => {
    await post(office, 'CN1960', librarian);
    expect(await read('/classes/CL4102/revisions/1')).to.not.contain('CN1960');
    expect(await read('/classes/CL4103')).to.not.contain('CN1960');
    await step(office, 'CN1960', 'reopen', office.ada);
    expect(await read('/classes/CL4102')).to.not.contain('CN1960');
    expect(await read('/classes?series=library-services')).to.not.contain('CN1960');
  });

  it('call an abolition and a correction by their names', async () => {
    await post(office, 'CN1961', { classId: 'class-librarian', intent: 'abolish' });
    expect(await read('/classes/CL4102')).to.contain('The abolition of this class is proposed by CN1961');
  });

  it('say that a decision is provisional until it is ratified', async () => {
    const sentence = 'Provisional: CN1960 has approved this text, and it is not yet ratified.';
    await post(office, 'CN1960', { ...librarian, effectiveOn: '2026-11-01' });
    await adoptPosted(office, 'CN1960', true);
    const permanent = await read('/classes/CL4102/revisions/4.json');
    for (const path of ['/classes/CL4102', '/classes/CL4102/revisions/4'])
      expect(await read(path)).to.contain(`${sentence} <a href="/actions/CN1960">See CN1960</a>`);
    expect(await read('/classes?q=librarian')).to.contain('Provisional: CN1960 is not yet ratified');
    expect(await read('/classes/CL4102/revisions/4.txt')).to.contain(sentence);
    expect((await data('/classes/CL4102.json')).standing).to.include({ provisional: 'CN1960' });
    expect(await read('/classes/CL4102/revisions/3')).to.not.contain('Provisional');
    expect(await read('/actions')).to.contain('provisional');

    await ratify(office, 'CN1960');
    for (const path of ['/classes/CL4102', '/classes?q=librarian', '/classes/CL4102.txt', '/actions'])
      expect(await read(path), path).to.not.match(/provisional/i);
    expect((await data('/classes/CL4102.json')).standing).to.include({ provisional: null });
    expect(await read('/classes/CL4102/revisions/4.json')).to.equal(permanent);
  });

  it('leave the permanent data of a revision as it was when something is proposed or comes to pass', async () => {
    const paths = ['/classes/CL4102/revisions/3.json', '/classes/CL4102/revisions/1.json'];
    const before = await Promise.all(paths.map(read));
    await post(office, 'CN1960', { ...librarian, effectiveOn: '2026-11-01' });
    expect(await Promise.all(paths.map(read))).to.deep.equal(before);
    await adoptPosted(office, 'CN1960');
    expect(await Promise.all(paths.map(read))).to.deep.equal(before);
    for (const path of paths) expect((await data(path)).standing).to.equal(undefined);
  });

  it('tell as data where a text stands on that day', async () => {
    const standing = async (path: string) => (await data(path)).standing;
    expect(await standing('/classes/CF1411.json')).to.deep.include({ kind: 'in force', until: '2027-01-01' });
    expect(await standing('/classes/CF1411/2027-01-01.json')).to.deep.include({
      kind: 'not yet effective',
      sentences: ['Not yet effective. This text takes effect on January 1, 2027.'],
    });
    expect(await standing('/classes/CI2788/2019-01-01.json')).to.deep.include({ kind: 'superseded' });
    expect(await standing('/classes/CA1090.json')).to.deep.include({ kind: 'abolished', until: null });
  });

  it('stand on the rows of a list: what is to come, and what has ended', async () => {
    const accounting = await read('/classes?series=accounting');
    expect(accounting).to.contain('New text takes effect on January 1, 2027');
    const coming = await read('/classes?series=accounting&on=2027-01-01');
    expect(coming).to.contain('Not yet effective. New text takes effect on January 1, 2027');
    expect(await read('/classes?status=abolished')).to.contain('Abolished on July 1, 2021');
  });
});
