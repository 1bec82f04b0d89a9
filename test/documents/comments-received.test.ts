// What those who decide are given of the public's comments: all of it, as data and as a table in which nothing is a formula.
import { expect } from 'chai';
import fc from 'fast-check';
import { asCsv, commentsReceived, type CommentsReceived } from '../../server/documents/comments-received.ts';
import { insertComment, insertDecision } from '../../server/store/public-comments.ts';
import { classId, type Office, openOffice, openReady } from '../actions/office.ts';

const at = '2026-11-22T15:00:00.000Z';

/** The cells of a table by RFC 4180, read without the library that wrote them. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  field.lastIndex = csv.startsWith('\ufeff') ? 1 : 0;
  while (field.lastIndex < csv.length) {
    const [, quoted, plain = '', end] = field.exec(csv) ?? [];
    if (end === undefined) throw new Error('This is no table');
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

function oneWith(text: string, name: string | null): CommentsReceived {
  const comment = { reference: 'CN1/1', postedOn: '2026-11-22', receivedAt: at, about: null } as const;
  return { action: 'CN1', comments: [{ ...comment, name, text, standing: 'waiting', decisions: [] }] };
}

describe('comments as those who decide are given them', () => {
  let office: Office;
  let received: CommentsReceived;
  before(async () => {
    office = await openOffice();
    await openReady(office, 'CN1', [1]);
    await office.store.transaction(async (store) => {
      const about = { classId: classId(1), title: 'Dock Clerk 1', code: 'DK0001' };
      const sent = { action: 'CN1', postedOn: '2026-11-22', receivedAt: at, name: 'Ida', about };
      await insertComment(store, { ...sent, text: 'Yes, “please”,\n"now".' });
      await insertComment(store, { ...sent, name: null, about: null, text: 'No.' });
      const decided = { at, by: 'cora' } as const;
      await insertDecision(
        store,
        { action: 'CN1', number: 1 },
        { ...decided, decision: 'publish', reason: null },
      );
      const withheld = { ...decided, decision: 'withhold', reason: 'Asked for by its writer.' } as const;
      await insertDecision(store, { action: 'CN1', number: 1 }, withheld);
    });
    received = await commentsReceived(office.store, 'CN1');
  });
  after(() => office.close());

  it('are all there, withheld and waiting ones too, with every decision and reason', () => {
    expect(received).to.deep.equal({
      action: 'CN1',
      comments: [
        {
          ...{ reference: 'CN1/1', postedOn: '2026-11-22', receivedAt: at, name: 'Ida' },
          about: { title: 'Dock Clerk 1', code: 'DK0001' },
          ...{ text: 'Yes, “please”,\n"now".', standing: 'withheld' },
          decisions: [
            { at, by: 'Cora Stein', decision: 'publish', reason: null },
            { at, by: 'Cora Stein', decision: 'withhold', reason: 'Asked for by its writer.' },
          ],
        },
        {
          ...{ reference: 'CN1/2', postedOn: '2026-11-22', receivedAt: at, name: null, about: null },
          ...{ text: 'No.', standing: 'waiting', decisions: [] },
        },
      ],
    });
  });

  it('are a table with a heading and a line for each', () => {
    const csv = asCsv(received);
    expect(csv.startsWith('\ufeff"Reference",')).to.equal(true);
    const [heading, first, second, ...rest] = cellsOf(csv);
    expect(heading).to.deep.equal([
      ...['Reference', 'Posted on', 'Received', 'Name', 'Class code', 'Class title', 'Comment'],
      ...['Standing', 'Reason', 'Decided by', 'Decided', 'Decided before'],
    ]);
    expect(first).to.deep.equal([
      ...['CN1/1', '2026-11-22', at, 'Ida', 'DK0001', 'Dock Clerk 1', 'Yes, “please”,\n"now".', 'withheld'],
      ...['Asked for by its writer.', 'Cora Stein', at, `${at} publish by Cora Stein`],
    ]);
    expect(second?.[7]).to.equal('waiting');
    expect(rest).to.deep.equal([]);
  });

  it('have no cell that a spreadsheet takes for a formula, whatever was written', () => {
    const begins = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠');
    fc.assert(
      fc.property(begins, fc.string({ unit: 'binary' }), (begin, rest) => {
        const written = `${begin}${rest}`;
        const [, row = []] = cellsOf(asCsv(oneWith(written, written)));
        for (const cell of [row[3], row[6]]) expect(cell).to.equal(`'${written}`);
        for (const cell of row) expect(cell).to.not.match(/^[=+\-@\t\r＝＋－＠]/);
      }),
    );
  });

  it('otherwise say exactly what was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (written) => {
        fc.pre(!/^[=+\-@\t\r＝＋－＠]/.test(written));
        const [, row = []] = cellsOf(asCsv(oneWith(written, null)));
        expect(row[6]).to.equal(written);
      }),
    );
  });
});
