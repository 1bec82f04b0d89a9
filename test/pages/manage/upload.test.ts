// A draft goes out as a Word document and comes back: what was read is shown first, then put in as one save, by whoever sent
// it, with what somebody saved meanwhile kept. What cannot be read is refused in a sentence, and nothing is changed.
import { expect } from 'chai';
import { officialText } from '../../../server/documents/official-text.ts';
import { wordFile } from '../../../server/documents/word.ts';
import { readSamplePlan } from '../../../server/imports/sample-plan.ts';
import type { StoredDraft } from '../../../server/store/drafts.ts';
import { draftOf } from '../../../server/store/drafts.ts';
import type { Specification } from '../../../schemas/types.ts';
import { now, sampleStore, serve, type Served, type SignedIn, signedIn, toolsWith } from '../../tools.ts';
import { paragraph, wordArchive } from '../../imports/word-archive.ts';

const classIds = ['class-librarian', 'class-it-manager-senior', 'class-library-assistant'];
const path = (classId = 'class-librarian') => `/manage/actions/CN1970/changes/${classId}`;

describe('a Word document into a draft', () => {
  let site: Served;
  let analyst: SignedIn;
  let other: SignedIn;
  let at = now;
  const { settings } = readSamplePlan();

  before(async () => {
    site = await serve(toolsWith(await sampleStore(), { clock: { now: () => at } }));
    analyst = await signedIn(site, 'anders.quill@larkhaven.example');
    other = await signedIn(site, 'noor.ferris@larkhaven.example');
    const words = {
      number: 'CN1970',
      title: 'Library',
      reason: 'Review.',
      authority: 'Notice',
      effectiveOn: '2027-02-01',
    };
    await analyst.post('/manage/actions/new', words);
    for (const classId of classIds)
      await analyst.post('/manage/actions/CN1970/changes', {
        intent: 'change',
        chosen: classId,
        classId,
        payGrade: '',
      });
  });

  after(() => site.close());

  async function draft(classId = 'class-librarian'): Promise<StoredDraft> {
    return (await draftOf(site.tools.store, 'CN1970', classId)) ?? expect.fail(`no draft of ${classId}`);
  }

  function post(
    person: SignedIn,
    to: string,
    bytes: Uint8Array | string,
    name = 'class.docx',
  ): Promise<Response> {
    const body = new FormData();
    body.append('file', new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name));
    return person(`${to}/upload`, { method: 'POST', body });
  }

  /** The address of the report on a file that can be read. */
  async function uploaded(bytes: Uint8Array | string, name?: string, person = analyst): Promise<string> {
    const answer = await post(person, path(), bytes, name);
    expect(answer.status, await answer.text()).to.equal(303);
    return answer.headers.get('Location') ?? '';
  }

  function word(body: Specification): Promise<Uint8Array> {
    const head = { settings, edition: 'DRAFT', notice: null, at: now.toISOString() };
    return wordFile(officialText(body, [], settings), head);
  }

  function withDuty(body: Specification, text: string, index = 0): Specification {
    const changed = structuredClone(body);
    const { duties } = changed.sections;
    if (!duties || !('blocks' in duties) || !duties.blocks[index]) expect.fail('no duties');
    duties.blocks[index].text = text;
    return changed;
  }

  for (const classId of classIds) {
    it(`brings ${classId} back as it was`, async function () {
      if (!(await draftOf(site.tools.store, 'CN1970', classId))) this.skip();
      const before = await draft(classId);
      const file = await analyst(`${path(classId)}/docx`);
      expect(file.status).to.equal(200);
      expect(file.headers.get('cache-control')).to.equal('private, no-store');
      expect(file.headers.get('content-disposition')).to.match(
        /^attachment; filename="\w+_[\w-]+_DRAFT_CN1970\.docx"$/,
      );
      const answer = await post(analyst, path(classId), new Uint8Array(await file.arrayBuffer()));
      const report = answer.headers.get('Location') ?? '';
      expect(await (await analyst(report)).text()).to.contain('The file says the same as the draft.');
      expect((await analyst.post(report)).headers.get('Location')).to.equal(
        `${path(classId)}?saved=unchanged`,
      );
      expect(await draft(classId)).to.deep.equal(before);
    });
  }

  it('shows what a file changes, then puts it in as one save with every id kept', async () => {
    const before = await draft();
    const changed = withDuty(before.body, 'Chooses books <b>for</b> the branch.');
    const report = await uploaded(await word(changed));
    const page = await (await analyst(report)).text();
    expect(page).to.contain('Chooses books &lt;b&gt;for&lt;/b&gt; the branch.');
    expect(page).to.match(/All \d+ lines with text on them have their place/);
    expect((await draft()).hash).to.equal(before.hash);
    const answer = await analyst.post(report);
    expect(answer.headers.get('Location')).to.equal(`${path()}?saved=saved`);
    expect((await draft()).body).to.deep.equal(changed);
    expect((await analyst.post(report)).status).to.equal(404);
  });

  it('puts in what a redline does not mark: quotation marks alone', async () => {
    const straight = withDuty((await draft()).body, "Keeps the branch's books.");
    await analyst.post(await uploaded(await word(straight)));
    const curly = withDuty(straight, 'Keeps the branch’s books.');
    const report = await uploaded(await word(curly));
    expect(await (await analyst(report)).text()).to.contain('only in quotation marks, dashes or spaces');
    await analyst.post(report);
    expect((await draft()).body).to.deep.equal(curly);
  });

  it('reads plain text too, and keeps of what it does not say', async () => {
    const before = await draft();
    const text = await (await fetch(`${site.address}/classes/${before.body.code}.txt`)).text();
    const report = await uploaded(text.replace(/\n• [^\n]+/, '\n• Buys books.'), 'class.txt');
    await analyst.post(report);
    const { body } = await draft();
    const duties =
      body.sections.duties && 'blocks' in body.sections.duties ? body.sections.duties.blocks : [];
    expect(duties[0]?.text).to.equal('Buys books.');
    expect(body.series).to.deep.equal(before.body.series);
    expect(body.sections.competencies).to.deep.equal(before.body.sections.competencies);
    expect(duties.slice(1)).to.deep.equal(
      before.body.sections.duties && 'blocks' in before.body.sections.duties
        ? before.body.sections.duties.blocks.slice(1)
        : [],
    );
  });

  it('keeps what somebody saved meanwhile, and asks where it is the same place', async () => {
    const start = await draft();
    const first = await uploaded(await word(withDuty(start.body, 'Of the file.')));
    const second = await uploaded(await word(withDuty(start.body, 'Of the other file.', 1)), 'b.docx', other);
    expect((await other.post(second)).headers.get('Location')).to.contain('saved=saved');
    expect((await analyst.post(first)).headers.get('Location')).to.contain('saved=merged');
    const merged = await draft();
    expect(JSON.stringify(merged.body)).to.contain('Of the file.').and.contain('Of the other file.');

    const mine = await uploaded(await word(withDuty(merged.body, 'Mine.')));
    const theirs = await uploaded(await word(withDuty(merged.body, 'Theirs.')), 'b.docx', other);
    await other.post(theirs);
    const asked = await analyst.post(mine);
    expect(asked.status).to.equal(412);
    const html = await asked.text();
    const settle = /value="(mine=[^"]+)"/.exec(html)?.[1] ?? '';
    expect(html).to.contain('Theirs.').and.contain('Mine.');
    expect((await analyst.post(mine, { settle })).headers.get('Location')).to.contain('saved=merged');
    expect(JSON.stringify((await draft()).body))
      .to.contain('Mine.')
      .and.not.contain('Theirs.');
  });

  it('shows an upload to nobody else, not for another draft, and not after a day', async () => {
    const report = await uploaded(await word(withDuty((await draft()).body, 'For a day.')));
    const id = report.split('/').at(-1) ?? '';
    expect((await other(report)).status).to.equal(404);
    expect((await other.post(report)).status).to.equal(404);
    expect((await analyst(`${path('class-it-manager-senior')}/upload/${id}`)).status).to.equal(404);
    expect((await analyst(report)).status).to.equal(200);
    at = new Date(now.getTime() + 86_400_000);
    try {
      analyst = await signedIn(site, 'anders.quill@larkhaven.example');
      expect((await analyst(report)).status).to.equal(404);
    } finally {
      at = now;
      analyst = await signedIn(site, 'anders.quill@larkhaven.example');
    }
  });

  it('says of a document of another class that it is one', async () => {
    const changed = { ...(await draft()).body, code: 'ZZ9999' };
    const page = await (await analyst(await uploaded(await word(changed)))).text();
    expect(page).to.contain('The document names the code ZZ9999');
  });

  it('refuses in a sentence what cannot be read, and changes nothing', async () => {
    const before = await draft();
    const files: readonly (readonly [string | Uint8Array, string])[] = [
      ['', 'Choose a file that has something in it.'],
      ['%PDF-1.7', 'This is a PDF file'],
      [wordArchive(paragraph('Hello')), 'few readable words'],
      ['PK\u0003\u0004broken', 'is damaged'],
    ];
    for (const [bytes, sentence] of files) {
      const answer = await post(analyst, path(), bytes);
      expect(answer.status).to.equal(422);
      expect(await answer.text()).to.contain(sentence);
    }
    expect(await draft()).to.deep.equal(before);
  });

  it('takes one file of at most 10 MB, from a page of its own, in a form', async () => {
    const large = await post(analyst, path(), new Uint8Array(10 * 1024 * 1024 + 70_000));
    expect(large.status).to.equal(413);
    expect(await large.text()).to.contain('A file may have at most 10 MB');
    const two = new FormData();
    two.append('file', new File(['a'], 'a.txt'));
    two.append('file', new File(['b'], 'b.txt'));
    expect((await analyst(`${path()}/upload`, { method: 'POST', body: two })).status).to.equal(400);
    const many = new FormData();
    for (let index = 0; index < 5000; index += 1) many.append(`field-${index}`, 'x');
    expect((await analyst(`${path()}/upload`, { method: 'POST', body: many })).status).to.equal(400);
    const type = { 'Content-Type': 'multipart/form-data; boundary=x' };
    expect(
      (await analyst(`${path()}/upload`, { method: 'POST', body: 'nothing', headers: type })).status,
    ).to.equal(400);
    const foreign = await analyst(`${path()}/upload`, {
      method: 'POST',
      body: two,
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    });
    expect(foreign.status).to.equal(403);
  });

  it('takes nothing into a draft that is no longer edited', async () => {
    const report = await uploaded(await word(withDuty((await draft()).body, 'Too late.')));
    for (const classId of classIds.slice(1)) await analyst.post(`${path(classId)}/remove`);
    const submitted = await analyst.post('/manage/actions/CN1970/steps', {
      act: 'submit',
      hash: await hashOf(),
      note: '',
    });
    expect(submitted.status, await submitted.text()).to.equal(303);
    expect((await analyst(`${path()}/upload`)).status).to.equal(409);
    expect((await post(analyst, path(), 'x')).status).to.equal(409);
    expect((await analyst.post(report)).status).to.equal(409);
    expect((await analyst(`${path()}/docx`)).status).to.equal(200);
  });

  async function hashOf(): Promise<string> {
    const html = await (await analyst('/manage/actions/CN1970')).text();
    return /name="hash" value="([^"]+)"/.exec(html)?.[1] ?? '';
  }
});
