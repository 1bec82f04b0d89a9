// A draft for programs: 428 without the version that was edited, 412 with what both wrote when it is stale, a merge
// when the places differ, and no answer off its shape.
import { expect } from 'chai';
import type { Specification } from '../../schemas/types.ts';
import { serve, type Served, type SignedIn, sampleStore, signedIn, toolsWith } from '../tools.ts';

const address = '/api/v1/actions/CN1960/drafts/class-librarian';

interface Draft {
  readonly specification: Specification;
  readonly effectiveOn: string | null;
  readonly carry: 'forward' | 'not' | null;
}

describe('a draft for programs', () => {
  let site: Served;
  let analyst: SignedIn;
  let tag: string;
  let draft: Draft;

  before(async () => {
    site = await serve(toolsWith(await sampleStore()));
    analyst = await signedIn(site, 'analyst');
    const words = {
      number: 'CN1960',
      title: 'Library',
      reason: 'Review.',
      authority: 'Notice',
      effectiveOn: '2027-02-01',
    };
    expect((await analyst.post('/manage/actions/new', words)).status).to.equal(303);
    const chosen = {
      intent: 'change',
      chosen: 'class-librarian',
      classId: 'class-librarian',
      payGrade: 'PR-13',
    };
    expect((await analyst.post('/manage/actions/CN1960/changes', chosen)).status).to.equal(303);
  });

  beforeEach(async () => {
    const answer = await analyst(address);
    expect(answer.status).to.equal(200);
    tag = answer.headers.get('ETag') ?? '';
    draft = (await answer.json()) as Draft;
  });

  after(() => site.close());

  function put(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const json = { 'Content-Type': 'application/json', Accept: 'application/json', ...headers };
    return analyst(address, { method: 'PUT', headers: json, body: JSON.stringify(body) });
  }

  function withTitle(title: string): object {
    const { effectiveOn, carry, specification } = draft;
    return { effectiveOn, carry, specification: { ...specification, title } };
  }

  it('is read with the hash of its version as its ETag', () => {
    expect(tag).to.match(/^"[0-9a-f]{64}"$/);
    expect(draft.specification.sections.details?.payGrade).to.equal('PR-13');
  });

  it('is not saved without the version that was edited: 428', async () => {
    const answer = await put(withTitle('Librarian One'));
    expect(answer.status).to.equal(428);
    expect(answer.headers.get('Content-Type')).to.include('application/problem+json');
    expect((await put(withTitle('Librarian One'), { 'If-Match': '*' })).status).to.equal(428);
  });

  it('is not saved upon a version that it never had: 412', async () => {
    for (const unknown of ['"nonsense"', `"${'0'.repeat(64)}"`, `W/${tag}`]) {
      const answer = await put(withTitle('Librarian One'), { 'If-Match': unknown });
      expect(answer.status, unknown).to.equal(412);
      expect(answer.headers.get('Content-Type')).to.include('application/problem+json');
    }
  });

  it('is not saved where a key stands twice in one object, and the answer names it', async () => {
    const text = JSON.stringify(withTitle('Librarian One')).replace(
      '"title":',
      '"t\\u0069tle":"Librarian Zero","title":',
    );
    const headers = { 'Content-Type': 'application/json', Accept: 'application/json', 'If-Match': tag };
    const answer = await analyst(address, { method: 'PUT', headers, body: text });
    expect(answer.status).to.equal(400);
    expect(await answer.text())
      .to.contain('title')
      .and.to.contain('stands twice');
    expect((await analyst(address)).headers.get('ETag')).to.equal(tag);
  });

  it('is not saved with a control character in its text', async () => {
    const { specification, ...rest } = onlyBody();
    const blocks = [{ id: 'bell', kind: 'paragraph', text: 'Bell \u0007 here' }];
    const sections = { ...specification.sections, summary: { state: 'text', blocks } };
    const answer = await put({ ...rest, specification: { ...specification, sections } }, { 'If-Match': tag });
    expect(answer.status).to.be.oneOf([400, 422]);
    expect((await analyst(address)).headers.get('ETag')).to.equal(tag);
  });

  it('is saved upon its version, and the answer has the next one', async () => {
    const answer = await put(withTitle('Librarian Two'), { 'If-Match': tag });
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('ETag')).to.not.equal(tag);
    expect(((await answer.json()) as Draft).specification.title).to.equal('Librarian Two');
  });

  it('is merged when somebody saved another place meanwhile', async () => {
    await put(withTitle('Librarian Three'), { 'If-Match': tag });
    const answer = await put({ ...onlyBody(), effectiveOn: '2027-03-01' }, { 'If-Match': tag });
    expect(answer.status).to.equal(200);
    const merged = (await answer.json()) as Draft;
    expect(merged.specification.title).to.equal('Librarian Three');
    expect(merged.effectiveOn).to.equal('2027-03-01');
  });

  it('is refused with both versions when the same place was changed: 412, and settled by a choice', async () => {
    await put(withTitle('Theirs'), { 'If-Match': tag });
    const answer = await put(withTitle('Mine'), { 'If-Match': tag });
    expect(answer.status).to.equal(412);
    const problem = (await answer.json()) as { conflicts: { at: string; mine: unknown; theirs: unknown }[] };
    expect(problem.conflicts.map(({ at, mine, theirs }) => [at, mine, theirs])).to.deep.equal([
      ['title', 'Mine', 'Theirs'],
    ]);
    const settled = await put({ ...withTitle('Mine'), settle: { title: 'mine' } }, { 'If-Match': tag });
    expect(settled.status).to.equal(200);
    expect(((await settled.json()) as Draft).specification.title).to.equal('Mine');
  });

  it('is not saved off its schema', async () => {
    const off = await put({ specification: {} }, { 'If-Match': tag });
    expect(off.status).to.equal(422);
    const { errors } = (await off.json()) as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).to.include('/specification');
    const answer = await analyst(address, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'If-Match': tag },
      body: '{',
    });
    expect(answer.status).to.equal(400);
  });

  it('is for analysts to write and for staff to read', async () => {
    const manager = await signedIn(site, 'manager');
    expect((await manager(address)).status).to.equal(200);
    const headers = { 'Content-Type': 'application/json', 'If-Match': tag };
    const body = JSON.stringify(withTitle('No'));
    expect((await manager(address, { method: 'PUT', headers, body })).status).to.equal(403);
    expect(
      (await fetch(site.address + address, { headers: { Accept: 'application/json' } })).status,
    ).to.equal(401);
  });

  function onlyBody(): Draft {
    const { effectiveOn, carry, specification } = draft;
    return { effectiveOn, carry, specification };
  }
});
