// The editor of a draft as plain forms, without any script: every act is a button, is saved, and can be undone.
import { expect } from 'chai';
import type { Block } from '../../../schemas/types.ts';
import { blocksOfSection } from '../../../server/model/specification.ts';
import { savePlanText } from '../../../server/actions/save-plan-text.ts';
import type { Person } from '../../../server/model/person.ts';
import { draftOf } from '../../../server/store/drafts.ts';
import { personByEmail } from '../../../server/store/people.ts';
import { formFields } from '../form-fields.ts';
import {
  type Fields,
  sampleStore,
  serve,
  type Served,
  type SignedIn,
  signedIn,
  toolsWith,
} from '../../tools.ts';

const path = '/manage/actions/CN1960/changes/class-it-manager-senior';

describe('the editor as plain forms', () => {
  let site: Served;
  let one: SignedIn;
  let other: SignedIn;

  beforeEach(async () => {
    site = await serve(toolsWith(await sampleStore()));
    one = await signedIn(site, 'anders.quill@larkhaven.example');
    other = await signedIn(site, 'noor.ferris@larkhaven.example');
    const words = { title: 'IT', reason: 'Review.', authority: 'Notice', effectiveOn: '2027-02-01' };
    await one.post('/manage/actions/new', { number: 'CN1960', ...words });
    const classId = 'class-it-manager-senior';
    await one.post('/manage/actions/CN1960/changes', {
      intent: 'change',
      chosen: classId,
      classId,
      payGrade: '',
    });
  });
  afterEach(() => site.close());

  const page = async (address = path, who = one) => (await who(address)).text();
  const fieldsOf = async (address = path, who = one): Promise<Fields> =>
    formFields(await page(address, who), { id: 'draft-form' });
  const duties = async (): Promise<readonly Block[]> => {
    const draft = await draftOf(site.tools.store, 'CN1960', 'class-it-manager-senior');
    return draft ? blocksOfSection(draft.body, 'duties') : [];
  };
  const ids = async () => (await duties()).map(({ id }) => id);

  /** Presses a button with what the page holds, changed in some fields; follows to the page that answers. */
  async function press(act: string, changed: Fields = {}, from = path, who = one): Promise<string> {
    const answer = await who.post(path, { ...(await fieldsOf(from, who)), ...changed, act });
    expect(
      answer.status,
      await answer
        .clone()
        .text()
        .then((text) => text.slice(0, 400)),
    ).to.equal(303);
    return answer.headers.get('Location') ?? '';
  }

  it('sends back every section as it was: nothing is changed by saving what is shown', async () => {
    const before = await draftOf(site.tools.store, 'CN1960', 'class-it-manager-senior');
    expect(await press('save')).to.equal(`${path}?saved=unchanged`);
    expect(await draftOf(site.tools.store, 'CN1960', 'class-it-manager-senior')).to.deep.equal(before);
  });

  it('moves a duty from the ninth place to the second, splits it, and undoes both', async () => {
    const before = await duties();
    const ninth = before[8];
    for (let place = 9; place > 2; place -= 1) await press(`up duties ${ninth?.id}`);
    expect((await ids()).indexOf(ninth?.id ?? '')).to.equal(1);
    const there = await press(`split duties ${ninth?.id} 17`);
    const split = await duties();
    expect(split[1]?.text).to.equal(ninth?.text.slice(0, 17));
    expect(there).to.include(`at=duties.${split[2]?.id}`);
    let address = there.split('#')[0] ?? path;
    const undone: number[] = [];
    for (let step = 0; step < 8; step += 1) {
      const undo = /name="act" value="(undo [^"]+)"/.exec(await page(address))?.[1] ?? '';
      address = await press(undo, {}, address);
      undone.push((await duties()).length);
    }
    expect(await duties()).to.deep.equal(before);
    expect(undone[0]).to.equal(before.length);
    for (let step = 0; step < 8; step += 1) {
      const redo = /name="act" value="(redo [^"]+)"/.exec(await page(address))?.[1] ?? '';
      address = await press(redo, {}, address);
    }
    expect(await duties()).to.deep.equal(split);
    expect(await page(address)).to.not.include('value="redo');
  });

  it('undoes what one person wrote and leaves what another has written meanwhile', async () => {
    await press('save', { title: 'Title by one' });
    await press('save', { 'section.experience': 'Experience by another.' }, path, other);
    const undo = /name="act" value="(undo [^"]+)"/.exec(await page())?.[1] ?? '';
    await press(undo);
    const draft = await draftOf(site.tools.store, 'CN1960', 'class-it-manager-senior');
    expect(draft?.body.title).to.equal('IT Manager Senior');
    expect(JSON.stringify(draft?.body.sections.experience)).to.include('Experience by another.');
  });

  it('nests, joins and removes entries, and shows an empty row where one is wanted', async () => {
    const [first, second] = await ids();
    await press(`in duties ${second}`);
    expect((await duties())[1]).to.include({ level: 2 });
    await press(`out duties ${second}`);
    const texts = (await duties()).map(({ text }) => text);
    await press(`join duties ${second}`);
    expect((await duties())[0]?.text).to.equal(`${texts[0]} ${texts[1]}`);
    await press(`remove duties ${first}`);
    expect(await ids()).to.not.include(first);
    const [top] = await ids();
    const below = await press(`below duties ${top}`);
    const rows = (await fieldsOf(below))['block.duties'] as string[];
    const textsShown = (await fieldsOf(below))['text.duties'] as string[];
    expect(rows.indexOf(top ?? '')).to.equal(0);
    expect(textsShown[1]).to.equal('');
    const id = rows[1] ?? '';
    await press(
      'save',
      { 'text.duties': textsShown.with(1, 'Writes a new duty.'), 'block.duties': rows },
      below,
    );
    expect((await duties()).length).to.equal(rows.length - 1 + 1);
    expect((await duties()).some(({ text }) => text === 'Writes a new duty.')).to.equal(true);
    expect(id).to.match(/^n[0-9a-f]{12}x$/);
  });

  it('takes a line break in an entry for the beginning of another', async () => {
    const fields = await fieldsOf();
    const texts = fields['text.duties'] as string[];
    const before = await duties();
    await press('save', { 'text.duties': texts.with(0, '• Plans work.\r\n• Reports on work.') });
    const after = await duties();
    expect(after.length).to.equal(before.length + 1);
    expect(after.slice(0, 2).map(({ text }) => text)).to.deep.equal(['Plans work.', 'Reports on work.']);
    expect(after[0]?.id).to.equal(before[0]?.id);
  });

  it('shows a pasted list before it is taken, adds it at once, and takes it out with one undo', async () => {
    const list = Array.from({ length: 12 }, (_, index) => `•\tPerforms task ${index + 1}.`).join('\r\n');
    const before = await duties();
    const shown = await one.post(path, { ...(await fieldsOf()), act: 'paste duties', 'paste.duties': list });
    expect(shown.status).to.equal(200);
    const html = await shown.text();
    expect(html).to.include('12 entries for Essential Duties');
    expect(await duties()).to.deep.equal(before);
    const fields = formFields(html, { id: 'draft-form' });
    const added = await one.post(path, { ...fields, act: 'add duties' });
    expect(added.status).to.equal(303);
    expect((await duties()).length).to.equal(before.length + 12);
    expect((await duties()).findIndex(({ text }) => text === 'Performs task 12.')).to.equal(
      before.findLastIndex(({ kind }) => kind === 'item') + 12,
    );
    const undo = /name="act" value="(undo [^"]+)"/.exec(await page())?.[1] ?? '';
    await press(undo);
    expect(await duties()).to.deep.equal(before);
  });

  it('adds a competency from the library, linked to it, and drops the link when its words change', async () => {
    const pick = { 'pick.competencies': 'competency-accountability' };
    await press('pick competencies', pick);
    const stored = async () => {
      const draft = await draftOf(site.tools.store, 'CN1960', 'class-it-manager-senior');
      return draft ? blocksOfSection(draft.body, 'competencies').at(-1) : undefined;
    };
    expect(await stored()).to.include({ term: 'Accountability', sharedId: 'competency-accountability' });
    expect(await page()).to.not.include('value="competency-accountability"');
    const texts = (await fieldsOf())['text.competencies'] as string[];
    await press('save', { 'text.competencies': texts.with(-1, 'Owns its work.') });
    expect(await stored()).to.not.have.property('sharedId');
  });

  it('keeps the part of time of each duty and shows their sum', async () => {
    const percents = ((await fieldsOf())['percent.duties'] as string[]).with(0, '40').with(1, '45');
    await press('save', { 'percent.duties': percents });
    expect((await duties())[0]).to.include({ percentOfTime: 40 });
    expect(await page()).to.include('85% of time in 2 entries, 15% to go');
    const wrong = await one.post(path, { ...(await fieldsOf()), 'percent.duties': percents.with(0, '0') });
    expect(wrong.status).to.equal(422);
    expect(await wrong.text()).to.match(/href="#field-section.duties">A part of time is a whole percent/);
  });

  it('says what a section lacks, and loses nothing that was typed', async () => {
    const fields = await fieldsOf();
    const terms = (fields['term.competencies'] as string[]).with(0, 'A term alone');
    const texts = (fields['text.competencies'] as string[]).with(0, '');
    const answer = await one.post(path, {
      ...fields,
      'term.competencies': terms,
      'text.competencies': texts,
    });
    expect(answer.status).to.equal(422);
    const html = await answer.text();
    expect(html).to.include('Write what “A term alone” means.');
    expect(html).to.include('value="A term alone"');
    const both = await one.post(path, { ...(await fieldsOf()), 'none.duties': 'none' });
    expect(both.status).to.equal(422);
    expect(await both.text()).to.include('has a text and says None');
  });

  it('writes None, takes it back, and keeps its own wording', async () => {
    const state = async () =>
      (await draftOf(site.tools.store, 'CN1960', 'class-it-manager-senior'))?.body.sections.desirable;
    const fields = await fieldsOf();
    const blank = (fields['text.desirable'] as string[]).map(() => '');
    await press('save', { 'text.desirable': blank, 'none.desirable': 'none' });
    expect(await state()).to.deep.equal({ state: 'none' });
    const { 'none.desirable': _none, ...rest } = await fieldsOf();
    const answer = await one.post(path, { ...rest, act: 'save' });
    expect(answer.status).to.equal(303);
    expect(await state()).to.equal(undefined);
  });

  it('keeps labelled facts, the established date and the place in the series', async () => {
    const facts = {
      'fact.label': ['Union code', ''],
      'fact.text': ['U1', ''],
      'details.establishedOn': '2018-09',
      series: 'it-management',
      seriesLevel: '3',
    };
    await press('save', facts);
    const body = (await draftOf(site.tools.store, 'CN1960', 'class-it-manager-senior'))?.body;
    expect(body?.sections.details).to.deep.include({
      establishedOn: '2018-09',
      other: [{ label: 'Union code', text: 'U1' }],
    });
    expect(body?.series).to.deep.equal({ id: 'it-management', level: 3 });
    const half = await one.post(path, {
      ...(await fieldsOf()),
      'fact.label': ['Alone', ''],
      'fact.text': ['', ''],
    });
    expect(half.status).to.equal(422);
    expect(await half.text()).to.include('Give each other fact both its name and what it says.');
  });

  it('refuses rows that do not belong together, a section that no form has, and an act that is none', async () => {
    const fields = await fieldsOf();
    const rows = fields['block.duties'] as string[];
    for (const wrong of [
      { 'block.duties': rows.slice(1) },
      { 'block.duties': rows.with(0, rows[1] ?? '') },
      { 'text.nowhere': 'Lost.' },
      { act: 'burn duties b1' },
      { act: 'up nowhere b1' },
    ])
      expect(
        (await one.post(path, { ...fields, ...wrong })).status,
        JSON.stringify(wrong).slice(0, 60),
      ).to.equal(400);
  });

  it('offers a series that the same action begins', async () => {
    const body = { id: 'harbor-work', title: 'Harbor Work', occupationalGroup: null, concept: [] };
    const { store, clock } = site.tools;
    const by = await personByEmail(store, 'anders.quill@larkhaven.example');
    const base = {
      subject: 'series',
      id: 'harbor-work',
      base: null,
      baseNumber: null,
      status: 'active',
    } as const;
    await savePlanText({ store, now: clock.now(), by: by as Person }, 'CN1960', { ...base, body });
    expect(await page()).to.include('<option value="harbor-work">Harbor Work</option>');
    await press('save', { series: 'harbor-work', seriesLevel: '1' });
    const draft = await draftOf(store, 'CN1960', 'class-it-manager-senior');
    expect(draft?.body.series).to.deep.equal({ id: 'harbor-work', level: 1 });
  });

  it('shows who may only read the text, and no form', async () => {
    const manager = await signedIn(site, 'manager');
    const html = await page(path, manager);
    expect(html).to.not.include('id="draft-form"');
    expect(html).to.include('Essential Duties');
  });
});
