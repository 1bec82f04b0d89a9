// The HTML of official PDFs as it was approved, in test/approved/. A wanted change is approved anew with
// UPDATE_APPROVED=1 npx mocha test/documents/approved.test.ts, and read in the difference.
import { expect } from 'chai';
import { readFileSync, writeFileSync } from 'node:fs';
import { historyTo, printJob } from '../../server/documents/official.ts';
import { classByCode } from '../../server/store/classes.ts';
import type { Store } from '../../server/store/database.ts';
import { planSettings } from '../../server/store/plan.ts';
import { revisionsOf } from '../../server/store/record.ts';
import { loadViews } from '../../server/views.ts';
import { now, sampleStore, today } from '../tools.ts';
import { watchful } from '../watchful-views.ts';

/** The record as it stood when the document was printed. */
const upon = {
  anchor: { seq: 140, hash: '0123456789abcdef'.repeat(4) },
  printedAt: now,
  publicUrl: 'https://classes.example.gov',
};

const folder = new URL('../approved/', import.meta.url);

/** A text with every section; an abolished class; one that will be in force. */
const approved = [
  ['CI2788', 4],
  ['CA1090', 2],
  ['CF1411', 3],
] as const;

describe('the HTML of official PDFs', () => {
  let store: Store;
  before(async () => void (store = await sampleStore()));
  after(() => store.close());

  async function jobOf(code: string, number: number) {
    const found = await classByCode(store, code, today);
    const settings = await planSettings(store);
    const revisions = await revisionsOf(store, 'class', found?.classId ?? '');
    const revision = revisions.find((each) => each.number === number);
    if (!settings || !revision) throw new Error(`${code} has no revision ${number}`);
    const text = { ...revision, classId: revision.subjectId, history: historyTo(revision, revisions) };
    return printJob(watchful(loadViews()), text, settings, upon);
  }

  for (const [code, number] of approved) {
    it(`of ${code}, revision ${number}, is as approved`, async () => {
      const job = await jobOf(code, number);
      const file = new URL(`${code}-${number}.html`, folder);
      const html = withoutStyle(job.html);
      if (process.env.UPDATE_APPROVED) writeFileSync(file, html);
      expect(html).to.equal(readFileSync(file, 'utf8'));
    });
  }

  it('asks nothing of anybody: no script, no link to a file, fonts and images inside', async () => {
    const { html } = await jobOf('CI2788', 4);
    const asked = html.replace('<a href="https://classes.example.gov/v/CI2788.4">', '<a>');
    expect(asked).to.not.match(/<script|<link|https?:\/\/(?!www\.w3\.org)/);
    expect(html).to.contain("default-src 'none'");
    for (const [, source = ''] of html.matchAll(/(?:src=|url\()["']?([^"')\s]{0,20})/g))
      expect(source).to.match(/^data:/);
  });

  it('names the revision, its date and the record it was printed upon on every page', async () => {
    const job = await jobOf('CI2788', 4);
    expect(job.html).to.contain('--running-foot:"CI2788 · Revision 4 · Effective July 1, 2024"');
    expect(job.html).to.contain(
      '--running-record:"Printed November 22, 2026 upon the record 140:0123456789abcdef"',
    );
    expect(job.properties).to.deep.include({
      title: 'IT Manager Senior (CI2788), class specification, revision 4',
      author: 'City of Larkhaven',
      language: 'en-US',
      createdAt: now,
    });
  });
});

function withoutStyle(html: string): string {
  return html
    .replace(/<style>[^]*?<\/style>\n?/g, '')
    .replace(/src="data:([^;]+);base64,[^"]+"/g, 'src="data:$1;base64,…"');
}
