// Every kind of document, printed of records in which every text is hostile: what is rendered is no markup but ours, what is
// printed reaches nothing, does nothing, leads nowhere but where we meant, and says the words letter by letter.
import { expect } from 'chai';
import { kinds, type Printed, type Site } from '../../scripts/pdfua/kinds.ts';
import { type PlanToPrint, planToPrint } from '../../scripts/pdfua/plan-to-print.ts';
import type { Printer } from '../../server/print/printer.ts';
import { readPdf } from '../../server/print/read-pdf.ts';
import { loadViews, type Views } from '../../server/views.ts';
import { effort } from '../effort.ts';
import { markup, outsideOfTags } from '../pages/markup.ts';
import { serve, type Served, signedIn, today, toolsWith } from '../tools.ts';
import { viewExamples } from '../view-examples.ts';
import { deedsIn } from './deeds-in.ts';
import { hostilePosting, hostileStore, HostileWords, workHostilely } from './hostile-plan.ts';
import { hostileReferences, type Listener, openListener } from './hostile-references.ts';
import { printerWith } from './print-room.ts';

const publicUrl = 'https://classes.example.gov';
/** The short addresses of official PDFs. */
const ours = /^https:\/\/classes\.example\.gov\/v\/CE220[12]\.\d$/;
/** Without the spaces that depend on how a line was broken, and without ligatures. */
const wordsOf = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

/** The kinds that between them take every part of a document; npm run test:long takes all. */
const soonest: readonly string[] = ['specification', 'redline', 'matrix', 'board packet'];

describe('Hostile words in every text field', function () {
  this.timeout(120_000);
  const views = loadViews();
  /** Every name of an element or attribute in our documents. */
  const ownMarkup = new Set(
    Object.entries(viewExamples)
      .filter(([name]) => name.startsWith('documents/'))
      .flatMap(([name, example]) => markup(views.render(name, example))),
  );
  const rendered: string[] = [];
  const recording: Views = {
    ...views,
    render: (name, view) => {
      const html = views.render(name, view);
      if (name.startsWith('documents/')) rendered.push(html);
      return html;
    },
  };
  let listener: Listener;
  let references: readonly string[];
  let printer: Printer;
  let served: Served;
  let site: Site;
  let plan: PlanToPrint;

  before(async () => {
    listener = await openListener();
    printer = printerWith({ jobTimeoutMs: 60_000 });
    references = hostileReferences(listener.base);
    const words = new HostileWords(listener.base);
    const store = await hostileStore(words);
    served = await serve(toolsWith(store, { printer, views: recording, publicUrl }));
    await workHostilely(served, words);
    expect(words.areAllGiven).to.equal(true);
    plan = await planToPrint(store, { today, posting: hostilePosting(words) });
    const administrator = await signedIn(served, 'administrator');
    const print: Site['print'] = async (asked) => {
      const { address, form } = asked;
      const answer = await (form ? administrator.post(address, form) : administrator(address));
      if (answer.status === 202) return print(asked);
      expect(answer.status, address).to.equal(200);
      return answer.bytes();
    };
    site = { store, views: recording, print };
  });
  after(async () => {
    listener.close();
    await served.close();
  });

  for (const kind of effort(
    kinds.filter(({ name }) => soonest.includes(name)),
    kinds,
  ))
    it(`are words in each ${kind.name}`, async () => {
      rendered.length = 0;
      for await (const printed of kind.documents(site, plan)) await expectWords(printed);
      expect(rendered).to.not.be.empty;
      for (const html of rendered) expectOurs(html);
    });

  /** The document does nothing, leads nowhere but where we meant, and says each reference letter by letter. */
  async function expectWords({ name, bytes }: Printed): Promise<void> {
    const { active, pages } = await readPdf(bytes);
    const { named, addresses } = await deedsIn(bytes);
    expect([...active, ...named], name).to.deep.equal([]);
    for (const address of addresses) expect(address, name).to.match(ours);
    for (const { target } of pages.flatMap(({ annotations }) => annotations))
      if (!target?.startsWith('#')) expect(target, name).to.match(ours);
    const text = wordsOf(pages.flatMap(({ elements }) => elements.map((each) => each.text)).join(''));
    const missing = references.filter((each) => !isSaid(wordsOf(each), text));
    expect(missing, name).to.deep.equal([]);
  }

  /** Whole, or in two where a page ends within it. */
  function isSaid(words: string, text: string): boolean {
    if (text.includes(words)) return true;
    return [...words].some((_, cut) => text.includes(words.slice(0, cut)) && text.includes(words.slice(cut)));
  }

  /** No element, no attribute and no rule of style that we did not write. */
  function expectOurs(html: string): void {
    const styles = html.match(/<style>[\s\S]*?<\/style>/g) ?? [];
    const body = html.replace(/<style>[\s\S]*?<\/style>/g, '');
    expect(styles.join('')).to.not.match(/@import|url\((?!data:)/);
    expect(markup(body).filter((name) => !ownMarkup.has(name))).to.deep.equal([]);
    expect(outsideOfTags(body)).to.not.match(/[<>]/);
  }

  it('reached nothing', async () => {
    expect(printer.health().requestsRefused).to.equal(0);
    expect(listener.hits()).to.equal(0);
    await listener.knock();
    expect(listener.hits(), 'the listener does count').to.equal(1);
  });
});
