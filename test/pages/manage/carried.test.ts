// A change under a later text: the staff pages show each revision that it makes, and what it makes of the later text,
// before anybody decides.
import { expect } from 'chai';
import { sampleStore, serve, type Served, type SignedIn, signedIn, toolsWith } from '../../tools.ts';

describe('a change that is carried forward', () => {
  let site: Served;
  let analyst: SignedIn;
  let path: string;

  before(async () => {
    site = await serve(toolsWith(await sampleStore()));
    analyst = await signedIn(site, 'anders.quill@larkhaven.example');
    const { class_id } = await site.tools.store.db
      .selectFrom('class_index')
      .select('class_id')
      .where('code', '=', 'CF1411')
      .executeTakeFirstOrThrow();
    const words = { title: 'One change', reason: 'Review.', authority: 'Notice', effectiveOn: '2026-12-01' };
    await analyst.post('/manage/actions/new', { number: 'CN1960', ...words });
    const chosen = { intent: 'change', chosen: class_id, classId: class_id, payGrade: '' };
    await analyst.post('/manage/actions/CN1960/changes', chosen);
    path = `/manage/actions/CN1960/changes/${class_id}`;
  });

  after(() => site.close());

  const read = async (address: string) => (await analyst(address)).text();

  async function save(fields: Record<string, string>): Promise<void> {
    const base = /name="base" value="([0-9a-f]{64})"/.exec(await read(path))?.[1] ?? '';
    expect((await analyst.post(path, { ...fields, base })).status).to.equal(303);
  }

  it('shows what becomes of the later text once that is what the draft says', async () => {
    expect(await read(path)).to.not.include('What the change makes of the later texts');
    await save({
      carry: 'forward',
      title: 'City Accountant',
      'section.assessment': 'A written test, and an interview.',
    });
    const shown = (await read(path)).split('What the change makes of the later texts')[1] ?? '';
    expect(shown).to.include('Revision 3, effective January 1, 2027');
    expect(shown).to.include('<h4>Title</h4>');
    expect(shown).to.match(/<h5>After<\/h5><p>City Accountant<\/p>/);
    expect(shown).to.match(/<h5>After<\/h5><p>A written test, and an interview.<\/p>/);
  });

  it('has an entry for each revision on the page of the action', async () => {
    const shown = await read('/manage/actions/CN1960');
    expect(shown).to.match(/Effective December 1, 2026<\/span><span>Makes revision 4<\/span>/);
    expect(shown).to.match(
      /Effective January 1, 2027<\/span><span>Makes revision 5, carried forward into the text of January 1, 2027<\/span>/,
    );
    expect(shown.match(/to<\/span> City Accountant/g)).to.have.length(2);
    expect(shown.match(/<p>Text changed: /g)).to.have.length(2);
  });

  it('shows one entry where the later text stays as it is', async () => {
    await save({ carry: 'not' });
    expect(await read(path)).to.not.include('What the change makes of the later texts');
    expect((await read('/manage/actions/CN1960')).match(/Makes revision/g)).to.have.length(1);
  });
});
