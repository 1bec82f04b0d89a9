// The text of a class as a Word document at the public addresses: today's, of a date, of a revision, and by what is accepted.
import { expect } from 'chai';
import { importDocument } from '../../server/imports/import-document.ts';
import { sampleStore, serve, type Served, toolsWith } from '../tools.ts';

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('a class as a Word document', () => {
  let site: Served;
  before(async () => {
    site = await serve(toolsWith(await sampleStore()));
  });
  after(() => site.close());

  async function get(path: string, headers: Record<string, string> = {}) {
    const answer = await fetch(site.address + path, { headers });
    return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) };
  }

  for (const path of [
    '/classes/CI2788.docx',
    '/classes/CI2788/2024-07-01.docx',
    '/classes/CI2788/revisions/1.docx',
  ])
    it(`answers at ${path}`, async () => {
      const { answer, bytes } = await get(path);
      expect(answer.status).to.equal(200);
      expect(answer.headers.get('content-type')).to.equal(type);
      expect(answer.headers.get('content-disposition')).to.match(
        /^attachment; filename="CI2788_IT-Manager-Senior_\d{4}-\d\d-\d\d_rev\d\.docx"$/,
      );
      expect(answer.headers.get('cache-control')).to.equal('public, max-age=60, must-revalidate');
      const read = await importDocument({ name: 'x.docx', bytes });
      if (read.outcome === 'refused') expect.fail(read.sentence);
      expect(read.specification).to.include({ code: 'CI2788', title: 'IT Manager Senior' });
    });

  it('answers by what is accepted, and is named in page and data', async () => {
    expect((await get('/classes/CI2788', { Accept: type })).answer.headers.get('content-type')).to.equal(
      type,
    );
    expect((await get('/classes/CI2788', { Accept: '*/*' })).answer.headers.get('content-type')).to.contain(
      'html',
    );
    const page = Buffer.from((await get('/classes/CI2788')).bytes).toString();
    expect(page).to.contain('<a href="/classes/CI2788.docx">Word document</a>');
    const data = JSON.parse(Buffer.from((await get('/classes/CI2788.json')).bytes).toString()) as {
      links: { docx: string };
    };
    expect((await get(data.links.docx)).answer.status).to.equal(200);
    for (const path of ['/checkpoint', '/classes/CI2788/history', '/actions/CN1746'])
      expect((await get(path, { Accept: type })).answer.status, path).to.equal(406);
  });
});
