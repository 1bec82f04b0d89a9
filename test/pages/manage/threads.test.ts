// The page of the threads on a draft: begun, gone on with and settled by plain forms, and what the other pages say of them.
import { expect } from 'chai';
import { saveDraft } from '../../../server/actions/save-draft.ts';
import { logOf } from '../../../server/store/action-log.ts';
import { latestAudit } from '../../../server/store/audit.ts';
import { threadsOf } from '../../../server/store/threads.ts';
import { requireDraft } from '../../../server/actions/requirements.ts';
import {
  acting,
  add,
  displayed,
  instrument,
  noEdit,
  type Office,
  setProcedure,
  step,
} from '../../actions/office.ts';
import { openAction } from '../../../server/actions/open-action.ts';
import { type Served, type SignedIn, signedIn } from '../../tools.ts';
import { formFields } from '../form-fields.ts';
import { sampleOffice } from '../sample-office.ts';
import { sampleSite } from '../site.ts';

const number = 'CN1960';
const classId = 'class-librarian';
const draft = `/manage/actions/${number}/changes/${classId}`;
const target = `${draft}/comments`;

describe('the threads of a draft', () => {
  let site: Served;
  let office: Office;
  let manager: SignedIn;
  let analyst: SignedIn;
  let approver: SignedIn;

  beforeEach(async () => {
    site = await sampleSite();
    office = await sampleOffice(site);
    await openAction(acting(office, office.ada), number, instrument);
    const edit = { ...noEdit, title: 'Reference Librarian' };
    await add(office, number, [{ classId, intent: 'change', edit }]);
    manager = await signedIn(site, 'manager');
    analyst = await signedIn(site, office.ada.email);
    approver = await signedIn(site, office.cora.email);
  });
  afterEach(() => site.close());

  const read = async (as: SignedIn, path: string) =>
    (await (await as(path)).text()).replaceAll('&#x3D;', '=');
  const begin = (as: SignedIn, place = 'sections.duties', text = 'Is that so?') =>
    as.post(target, { place, text });
  const threads = () => threadsOf(office.store, number);

  it('are begun at the section that somebody comes from', async () => {
    expect(await read(analyst, draft)).to.contain(`href="${target}?at=sections.duties"`);
    const page = await read(manager, `${target}?at=sections.duties`);
    expect(page).to.contain('Begin a thread <span class="thread-begin__place">on Essential Duties');
    const form = formFields(page, { action: target });
    expect(form).to.deep.equal({ place: 'sections.duties', text: '' });
    const answer = await manager.post(target, { ...form, text: 'Is that\r\nso?' });
    expect([answer.status, answer.headers.get('location')]).to.deep.equal([303, `${target}#thread-1`]);
    const [thread] = await threads();
    expect(thread).to.include({ place: 'sections.duties', classId });
    expect(thread?.entries[0]?.text).to.equal('Is that\nso?');
    const shown = await read(manager, target);
    expect(shown).to.contain('id="thread-1"').and.contain('<blockquote').and.contain('Is that\nso?');
    expect(await read(analyst, draft)).to.contain('1 open thread');
  });

  it('can be about one entry, and say what became of it', async () => {
    const { body } = await requireDraft(office.store, number, classId);
    const duties = body.sections.duties;
    const [first] = duties && 'blocks' in duties ? duties.blocks : [];
    if (!first) throw new Error('The librarian has no duties');
    expect(await read(analyst, target)).to.contain(`<option value="sections.duties.${first.id}"`);
    await begin(approver, `sections.duties.${first.id}`);
    expect(await read(analyst, target)).to.not.contain('The draft says now');
    const save = async (text: string | null) => {
      const {
        hash: base,
        body: whole,
        effectiveOn,
        carry,
        choices,
      } = await requireDraft(office.store, number, classId);
      const now = whole.sections.duties;
      const blocks = now && 'blocks' in now ? now.blocks : [];
      const next = blocks.flatMap((block) =>
        block.id !== first.id ? [block] : text === null ? [] : [{ ...block, text }],
      );
      const sections = { ...whole.sections, duties: { state: 'text' as const, blocks: next } };
      const edit = { base, effectiveOn, carry, choices, settle: {}, body: { ...whole, sections } };
      await saveDraft(acting(office, office.ada), number, classId, edit);
    };
    await save(`${first.text} Daily.`);
    const reworded = await read(analyst, target);
    expect(reworded).to.contain('The draft says now').and.contain('Daily.').and.contain(first.text);
    await save(null);
    const gone = await read(analyst, target);
    expect(gone).to.contain('This passage is not in the draft any more.').and.contain(first.text);
    // The editor counts it with its section.
    expect(await read(analyst, draft)).to.contain('1 open thread');
    expect((await begin(approver, `sections.duties.${first.id}`)).status).to.equal(409);
  });

  it('are replied to by everybody, and settled with a word or without', async () => {
    await begin(manager);
    expect((await manager.post(`${target}/1`, { text: 'I wonder.' })).status).to.equal(303);
    expect((await manager.post(`${target}/1/resolve`, { text: '' })).status).to.equal(403);
    const [audited] = await latestAudit(office.store, { before: null, limit: 1 });
    expect(audited).to.include({ act: 'refused', subject: `route POST ${target}/1/resolve` });
    const offered = await read(manager, target);
    expect(offered).to.contain('>Reply</button>').and.not.contain('/resolve');
    expect(await read(approver, target)).to.contain(`formaction="${target}/1/resolve"`);
    expect((await approver.post(`${target}/1/resolve`, { text: 'Settled.' })).status).to.equal(303);
    expect(await read(approver, target)).to.contain(`formaction="${target}/1/reopen"`);
    expect((await analyst.post(`${target}/1/reopen`, { text: '' })).status).to.equal(303);
    const acts = (await threads())[0]?.entries.map(({ act }) => act);
    expect(acts).to.deep.equal(['write', 'write', 'resolve', 'reopen']);
  });

  it('come back with what was typed where it cannot be taken', async () => {
    await begin(manager);
    const long = 'x'.repeat(4001);
    for (const [path, fields, about] of [
      [target, { place: 'sections.duties', text: '' }, '#field-text'],
      [target, { place: 'sections.duties', text: long }, '#field-text'],
      [target, { place: '<b>', text: 'Typed.' }, '#field-place'],
      [`${target}/1`, { text: '' }, '#field-reply-1'],
      [`${target}/1`, { text: long }, '#field-reply-1'],
    ] as const) {
      const answer = await manager.post(path, fields);
      const body = await answer.text();
      expect(answer.status, about).to.equal(422);
      expect(body).to.contain('There is a problem').and.contain(`href="${about}"`);
      expect(formFields(body, { action: path })).to.include({ text: fields.text });
    }
    expect((await approver.post(`${target}/1/resolve`, { text: long })).status).to.equal(422);
    expect((await threads()).map(({ entries }) => entries.length)).to.deep.equal([1]);
  });

  it('are not found where there is none', async () => {
    for (const thread of ['9', '0', 'x', '1e3'])
      expect((await analyst.post(`${target}/${thread}`, { text: 'x' })).status, thread).to.equal(404);
    expect((await analyst(`/manage/actions/${number}/changes/class-it-manager/comments`)).status).to.equal(
      404,
    );
    expect((await analyst(`/manage/actions/CN9/changes/${classId}/comments`)).status).to.equal(404);
    expect((await begin(analyst, 'sections.nothing')).status).to.equal(409);
    // A place that is none is no reason to show nothing.
    expect((await analyst(`${target}?at=sections.nothing`)).status).to.equal(200);
  });

  it('are counted on the page of the action, and named by whoever posts with them', async () => {
    await setProcedure(office.store, { postingDays: 14, comments: true, provisional: false });
    await begin(manager);
    await begin(manager, '');
    await step(office, number, 'submit', office.ada);
    const action = `/manage/actions/${number}`;
    const page = await read(approver, action);
    expect(page).to.contain('2 open threads<span').and.contain('Carry on with 2 open threads');
    const hash = await displayed(office, number);
    const form = { act: 'post', hash, note: '' };
    const refused = await approver.post(`${action}/steps`, form);
    expect(refused.status).to.equal(409);
    expect(await refused.text()).to.contain('2 threads are open.');
    for (const carryThreads of ['1', '3'])
      expect((await approver.post(`${action}/steps`, { ...form, carryThreads })).status).to.equal(409);
    for (const carryThreads of ['0', 'yes', '-2', '2.0'])
      expect((await approver.post(`${action}/steps`, { ...form, carryThreads })).status).to.equal(400);
    expect((await approver.post(`${action}/steps`, { ...form, carryThreads: '2' })).status).to.equal(303);
    expect((await logOf(office.store, number)).at(-1)).to.include({ note: '2 open threads carried on' });
    expect(await read(approver, action))
      .to.contain('2 open threads carried on')
      .and.not.contain('Carry on with');
    // Nothing of it is for the public.
    expect(await read(manager, `/actions/${number}`)).to.not.match(/thread|Is that so/);
  });

  it('hold up the adoption where a plan does not post', async () => {
    await setProcedure(office.store, { postingDays: null, comments: false, provisional: false });
    await begin(manager);
    await step(office, number, 'submit', office.ada);
    const action = `/manage/actions/${number}`;
    expect(await read(approver, action)).to.contain('Carry on with 1 open thread');
    const form = { hash: await displayed(office, number), decidedOn: '' };
    expect((await approver.post(`${action}/adopt`, form)).status).to.equal(409);
    expect((await approver.post(`${action}/adopt`, { ...form, carryThreads: '1' })).status).to.equal(303);
    await site.tools.background.settled();
    expect(await read(approver, target)).to.contain('nothing is added to them');
    expect((await begin(manager)).status).to.equal(409);
  });
});
