// Nothing comes out of the printer that breaks a rule of structure: for each rule a document that breaks it, made of the
// same template as the official ones where a template can break it, and of a finished PDF where only bytes can.
import { expect } from 'chai';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { Nonconforming } from '../../server/print/nonconforming.ts';
import type { Printer, PrintJob } from '../../server/print/printer.ts';
import { readPdf } from '../../server/print/read-pdf.ts';
import { breachesOf } from '../../server/print/structure.ts';
import { job, printerWith, rejection, whole } from './print-room.ts';

const table = (rows: string) => `<h1>Levels</h1><table>${rows}</table>`;
const two = '<td>Two</td><td>Three</td>';

/** What is done to a document, and what is said of it. */
const broken: Readonly<Record<string, readonly [Partial<PrintJob>, string, string]>> = {
  'a skipped level': [
    { html: whole('<h1>IT Manager</h1><h3>Essential Duties</h3>') },
    'H3 “Essential Duties” on page 1',
    'A heading may not skip a level: it follows H1 “IT Manager” on page 1.',
  ],
  'a first heading that is not of the first level': [
    { html: whole('<h2>Duties</h2><h1>IT Manager</h1>') },
    'H2 “Duties” on page 1',
    'A heading may not skip a level: it is the first heading.',
  ],
  'no heading of the first level': [
    { html: whole('<p>Words.</p>') },
    'The document',
    'There must be one heading of the first level (H1).',
  ],
  'a second heading of the first level': [
    { html: whole('<h1>IT Manager</h1><p>Words.</p><h1 style="break-before: page">IT Director</h1>') },
    'H1 “IT Director” on page 2',
    'There may be only one heading of the first level.',
  ],
  'a table without headers': [
    { html: whole(table(`<tr>${two}</tr><tr>${two}</tr>`).replace('<table', '<table role="table"')) },
    'Table “Two Three Two Three” on page 1',
    'A table must have header cells (th).',
  ],
  'a picture without alternative text': [
    {
      html: whole(
        "<h1>IT Manager</h1><p><img width=\"40\" height=\"40\" src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0h9v9z'/></svg>\"></p>",
      ),
    },
    'Figure without text on page 1',
    'A figure must have alternative text (alt); decoration must be hidden.',
  ],
  'words made by the style sheet': [
    { html: whole('<style>h1::after { content: "Draft" }</style><h1>IT Manager</h1>') },
    'Text “Draft” on page 1',
    'All text must belong to the structure or to the running heads and feet.',
  ],
  'no language': [
    { properties: { ...job.properties, language: '' } },
    'The document',
    'It must name its language.',
  ],
  'no title': [{ properties: { ...job.properties, title: ' ' } }, 'The document', 'It must have a title.'],
};

describe('The gate', function () {
  this.timeout(60_000);
  let printer: Printer;
  let sound: Uint8Array;

  before(async () => {
    printer = printerWith();
    sound = (await printer.print(job)).bytes;
  });
  after(() => printer.close());

  for (const [what, [change, element, rule]] of Object.entries(broken))
    it(`lets nothing out that has ${what}, and says where`, async () => {
      const fault = await rejection(printer.print({ ...job, ...change }));
      if (!(fault instanceof Nonconforming)) throw fault;
      expect(fault.breaches).to.deep.include({ element, rule });
      expect(fault.message).to.include(`${element}: ${rule}`);
    });

  it('takes a title with spaces at its ends and with a character that XML cannot write', async () => {
    const properties = { ...job.properties, title: '\u00a0Manager\ufffe of the docks\u00a0' };
    const { bytes } = await printer.print({ ...job, properties });
    expect((await readPdf(bytes)).title).to.equal('\u00a0Manager of the docks\u00a0');
  });

  it('does not try again what cannot become better, nor give up its browser', async () => {
    const { pid, printed } = printer.health();
    await rejection(printer.print({ ...job, html: whole('<p>Words.</p>') }));
    await printer.print(job);
    expect(printer.health()).to.include({ pid, printed: printed + 1 });
  });

  it('lets decoration stand: borders of plain boxes, hidden pictures, white space between words put in and taken out', async () => {
    const html =
      whole(`<h1>IT Manager</h1><div style="border: 1px solid; padding: 4px"><p>A <del>b</del> <ins>c</ins></p></div>
      <img alt="" src="data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=">`);
    expect((await printer.print({ ...job, html })).pages).to.equal(1);
  });

  it('takes a heading that goes on over the end of a page for one', async () => {
    const long = Array.from({ length: 400 }, (_, index) => `word${index}`).join(' ');
    const html = whole(`<h1 style="font-size: 40px">${long}</h1><h2>Duties</h2>`);
    expect((await printer.print({ ...job, html })).pages).to.be.above(1);
  });

  /** What is said of the sound document when its bytes are changed. */
  async function saidOf(change: (doc: PDFDocument) => void | Promise<void>): Promise<string[]> {
    const doc = await PDFDocument.load(sound, { updateMetadata: false });
    await change(doc);
    const breaches = breachesOf(await readPdf(await doc.save({ useObjectStreams: false })));
    return breaches.map(({ element, rule }) => `${element}: ${rule}`);
  }
  const link = (doc: PDFDocument) =>
    doc.getPage(0).node.lookup(PDFName.of('Annots'), PDFArray).lookup(0, PDFDict);

  it('has nothing to say of a sound document', async () => {
    expect(await saidOf(() => undefined)).to.deep.equal([]);
  });

  it('asks for marks, a shown title, an outline and the claim of PDF/UA', async () => {
    const said = await saidOf(({ catalog }) => {
      for (const name of ['MarkInfo', 'ViewerPreferences', 'Outlines', 'Metadata'])
        catalog.delete(PDFName.of(name));
    });
    expect(said).to.deep.equal([
      'The document: It must be tagged and say so in MarkInfo.',
      'The document: Its title must be the same in its properties and in its XMP metadata.',
      'The document: The window must show its title (DisplayDocTitle).',
      'The document: Its XMP metadata must claim PDF/UA-1.',
      'The document: A document with headings must have an outline.',
    ]);
  });

  it('asks of links what they say, where they lead and where they stand', async () => {
    const said = await saidOf((doc) => {
      link(doc).delete(PDFName.of('Contents'));
      link(doc).set(PDFName.of('A'), doc.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') }));
      const stray = {
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [0, 0, 9, 9],
        Contents: PDFString.of('The duties'),
        Dest: 'duties',
      };
      const note = { Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9], Contents: PDFString.of('A note') };
      const annotations = doc.getPage(0).node.lookup(PDFName.of('Annots'), PDFArray);
      for (const each of [stray, note]) annotations.push(doc.context.register(doc.context.obj(each)));
    });
    expect(said).to.deep.equal([
      'Link without text on page 1: A link must say where it leads (Contents).',
      'Link without text on page 1: A link may only lead to an address or to a place in the document.',
      'Link “The duties” on page 1: A link must stand in a Link of the structure.',
      'Text “A note” on page 1: Links are the only annotations that a document may have.',
    ]);
  });

  it('asks every header cell for its scope, and every row for cells', async () => {
    const rows = '<tr><th scope="col">One</th><th scope="col">Two</th></tr><tr><td>1</td><td>2</td></tr>';
    sound = (await printer.print({ ...job, html: whole(table(rows)) })).bytes;
    const said = await saidOf((doc) => {
      for (const header of elements(doc, 'TH')) header.delete(PDFName.of('A'));
      for (const cell of elements(doc, 'TD')) cell.set(PDFName.of('S'), PDFName.of('P'));
    });
    expect(said).to.deep.equal([
      'TH “One” on page 1: A header cell must say its scope (row or col).',
      'TH “Two” on page 1: A header cell must say its scope (row or col).',
      'TR “1 2” on page 1: A row of a table must have cells.',
    ]);
  });

  it('lets no script, no attachment and no action in', async () => {
    const said = await saidOf(async (doc) => {
      doc.addJavaScript('main', 'app.alert(1)');
      await doc.attach(new Uint8Array([1, 2]), 'secret.bin');
      const opening = doc.context.obj({ S: 'Named', N: 'Print' });
      doc.catalog.set(PDFName.of('OpenAction'), opening);
    });
    expect(said).to.deep.equal([
      'The document: It may not contain a script.',
      'The document: It may not contain an action on opening.',
      'The document: It may not contain an attachment.',
    ]);
  });

  it('asks for the glyphs of every font', async () => {
    const said = await saidOf((doc) => {
      for (const each of dictionaries(doc, 'Type', 'FontDescriptor')) each.delete(PDFName.of('FontFile2'));
    });
    expect(said[0]).to.match(
      /^The font [A-Z]+\+(PublicSans|Merriweather)-\w+: Every font must be embedded\.$/,
    );
  });
});

function elements(doc: PDFDocument, role: string): PDFDict[] {
  return dictionaries(doc, 'S', role);
}

function dictionaries(doc: PDFDocument, key: string, name: string): PDFDict[] {
  const objects = doc.context.enumerateIndirectObjects().map(([, object]) => object);
  return objects.filter(
    (object) => object instanceof PDFDict && object.get(PDFName.of(key)) === PDFName.of(name),
  ) as PDFDict[];
}
