// Two analysts at one draft: what each wrote is kept, places that differ are merged, the same place comes back with all
// three versions, and nobody saves without saying which version was edited.
import { expect } from 'chai';
import { draftOf } from '../../../server/store/drafts.ts';
import { formFields } from '../form-fields.ts';
import { sampleStore, serve, type Served, type SignedIn, signedIn, toolsWith } from '../../tools.ts';

const path = '/manage/actions/CN1960/changes/class-librarian';

describe('the page of a draft', () => {
  let site: Served;
  let one: SignedIn;
  let other: SignedIn;

  before(async () => {
    site = await serve(toolsWith(await sampleStore()));
    one = await signedIn(site, 'anders.quill@larkhaven.example');
    other = await signedIn(site, 'noor.ferris@larkhaven.example');
    const words = {
      number: 'CN1960',
      title: 'Library',
      reason: 'Review.',
      authority: 'Notice',
      effectiveOn: '2027-02-01',
    };
    await one.post('/manage/actions/new', words);
    const chosen = {
      intent: 'change',
      chosen: 'class-librarian',
      classId: 'class-librarian',
      payGrade: 'PR-13',
    };
    await one.post('/manage/actions/CN1960/changes', chosen);
  });

  after(() => site.close());

  /** The fields of the form as a browser would send them, the sections in lines. */
  async function fieldsOf(person: SignedIn): Promise<Record<string, string>> {
    const html = await (await person(`${path}?as=lines`)).text();
    return formFields(html, { id: 'draft-form' }) as Record<string, string>;
  }

  it('saves nothing when nothing was changed, and loses no block on the way through the form', async () => {
    const before = await draftOf(site.tools.store, 'CN1960', 'class-librarian');
    const answer = await one.post(path, await fieldsOf(one));
    expect(answer.status).to.equal(303);
    expect(answer.headers.get('Location')).to.match(/saved=unchanged(&as=lines)?$/);
    expect(await draftOf(site.tools.store, 'CN1960', 'class-librarian')).to.deep.equal(before);
  });

  it('keeps the ids of blocks that were reworded or moved', async () => {
    const fields = await fieldsOf(one);
    const before = await draftOf(site.tools.store, 'CN1960', 'class-librarian');
    const [first = '', second = '', ...rest] = (fields['section.duties'] ?? '').split('\n');
    const moved = [second.replace(/\.$/, ' and tells the branch.'), first, ...rest].join('\n');
    await one.post(path, { ...fields, 'section.duties': moved });
    const after = await draftOf(site.tools.store, 'CN1960', 'class-librarian');
    const ids = (draft: typeof before) => {
      const duties = draft?.body.sections.duties;
      return duties && 'blocks' in duties ? duties.blocks.map(({ id }) => id) : [];
    };
    const [a, b, ...others] = ids(before);
    expect(ids(after)).to.deep.equal([b, a, ...others]);
  });

  it('merges what two changed in different places', async () => {
    const [mine, theirs] = [await fieldsOf(one), await fieldsOf(other)];
    await other.post(path, { ...theirs, title: 'Librarian of the City' });
    const answer = await one.post(path, { ...mine, 'section.experience': 'Two (2) years of library work.' });
    expect(answer.headers.get('Location')).to.match(/saved=merged&as=lines$/);
    const saved = await draftOf(site.tools.store, 'CN1960', 'class-librarian');
    expect(saved?.body.title).to.equal('Librarian of the City');
    expect(JSON.stringify(saved?.body.sections.experience)).to.include('Two (2) years of library work.');
  });

  it('shows before, mine and theirs for the same place, keeps the writer’s text, and saves the choice', async () => {
    const [mine, theirs] = [await fieldsOf(one), await fieldsOf(other)];
    await other.post(path, { ...theirs, title: 'What the other says' });
    const sent = { ...mine, title: 'What I say', 'section.assessment': 'A written test.' };
    const answer = await one.post(path, sent);
    expect(answer.status).to.equal(412);
    const html = await answer.text();
    for (const text of ['Librarian of the City', 'What I say', 'What the other says', 'A written test.']) {
      expect(html).to.include(text);
    }
    const settled = await one.post(path, { ...sent, settle: 'mine=title' });
    expect(settled.status).to.equal(303);
    const saved = await draftOf(site.tools.store, 'CN1960', 'class-librarian');
    expect(saved?.body.title).to.equal('What I say');
    expect(JSON.stringify(saved?.body.sections.assessment)).to.include('A written test.');
  });

  it('tells two who both replaced one entry with other words of each other', async () => {
    const [mine, theirs] = [await fieldsOf(one), await fieldsOf(other)];
    await other.post(path, {
      ...theirs,
      'section.probation': 'Twelve (12) months.',
      'section.summary': 'Leads.',
    });
    const answer = await one.post(path, { ...mine, 'section.summary': 'Runs the branch desk.' });
    expect(answer.status).to.equal(412);
    expect(await answer.text())
      .to.include('Runs the branch desk.')
      .and.include('Leads.');
  });

  it('is not saved without the version that was edited: 428, nor on one that it never had: 412', async () => {
    const { base: _base, ...fields } = await fieldsOf(one);
    expect((await one.post(path, { ...fields, base: '0'.repeat(64) })).status).to.equal(412);
    expect((await one.post(path, fields)).status).to.equal(428);
  });

  it('says beside the field what must be corrected, and keeps what was written', async () => {
    const answer = await one.post(path, {
      ...(await fieldsOf(one)),
      seriesLevel: 'two',
      title: 'Kept as typed',
    });
    expect(answer.status).to.equal(422);
    const html = await answer.text();
    expect(html).to.include('A level is a whole number from 1 to 30.');
    expect(html).to.include('value="Kept as typed"');
  });

  it('keeps what a form did not carry', async () => {
    const before = await draftOf(site.tools.store, 'CN1960', 'class-librarian');
    const { base = '' } = await fieldsOf(one);
    const answer = await one.post(path, { base });
    expect(answer.headers.get('Location')).to.match(/saved=unchanged(&as=lines)?$/);
    expect((await one.post(path, { base, title: 'Librarian alone' })).status).to.equal(303);
    const saved = await draftOf(site.tools.store, 'CN1960', 'class-librarian');
    expect(saved?.body).to.deep.equal({ ...before?.body, title: 'Librarian alone' });
  });

  it('adds a section with a heading of its own, edits it and takes it out; and says whether it is a benchmark', async () => {
    const stored = async () => (await draftOf(site.tools.store, 'CN1960', 'class-librarian'))?.body;
    const added = {
      'added.heading': 'Residency',
      'added.text': 'Lives in the city.\r\n- Or near it.',
      'details.benchmark': 'yes',
    };
    expect((await one.post(path, { ...(await fieldsOf(one)), ...added })).status).to.equal(303);
    const [section] = (await stored())?.additional ?? [];
    expect(section?.heading).to.equal('Residency');
    expect(section?.blocks.map(({ kind }) => kind)).to.deep.equal(['paragraph', 'item']);
    expect((await stored())?.sections.details?.benchmark).to.equal(true);
    const name = `additional.${section?.id}`;
    const fields = await fieldsOf(one);
    expect(fields[name]).to.equal('Lives in the city.\n- Or near it.');
    await one.post(path, { ...fields, [name]: 'Lives in the city.', 'details.benchmark': 'no' });
    expect((await stored())?.additional).to.deep.equal([{ ...section, blocks: section?.blocks.slice(0, 1) }]);
    expect((await stored())?.sections.details?.benchmark).to.equal(false);
    await one.post(path, { ...(await fieldsOf(one)), [name]: '', 'details.benchmark': '' });
    expect((await stored())?.additional).to.deep.equal([]);
    expect((await stored())?.sections.details).to.not.have.property('benchmark');
  });

  it('says which half of an added section is missing, and refuses one that the version does not have', async () => {
    const fields = await fieldsOf(one);
    const half = await one.post(path, { ...fields, 'added.text': 'Without a heading.' });
    expect(half.status).to.equal(422);
    expect(await half.text()).to.include('Give the section that you add a heading.');
    expect((await one.post(path, { ...fields, 'additional.zz9': 'Nowhere.' })).status).to.equal(400);
    expect((await one.post(path, { ...fields, 'additional.': 'Nowhere.' })).status).to.equal(400);
  });

  for (const where of [path, '/manage/actions/CN1960'] as const)
    it(`says beside the date that 2027-02-31 is no day: ${where}`, async () => {
      const html = await (await one('/manage/actions/CN1960')).text();
      const hash = /name="base" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? '';
      const words = { base: hash, title: 'Library', reason: 'Review.', authority: 'Notice' };
      const sent = where === path ? await fieldsOf(one) : words;
      const answer = await one.post(where, { ...sent, effectiveOn: '2027-02-31' });
      expect(answer.status).to.equal(422);
      expect(await answer.text()).to.match(
        /id="field-effectiveOn-message">.*Write the date as year, month and day/,
      );
    });

  it('cannot be saved once the action is under review', async () => {
    const fields = await fieldsOf(one);
    const board = await (await one('/manage/actions/CN1960')).text();
    const hash = /name="hash" value="([0-9a-f]{64})"/.exec(board)?.[1] ?? '';
    expect(
      (await one.post('/manage/actions/CN1960/steps', { act: 'submit', hash, note: '' })).status,
    ).to.equal(303);
    expect((await one.post(path, { ...fields, title: 'Too late' })).status).to.equal(409);
  });
});
