// A sentence mended in the sibling's own words: every word is from one of the two texts, and what follows of another class stays.
import { expect } from 'chai';
import { indexOf } from '../../server/model/findings/plan-index.ts';
import type { ClassText } from '../../server/model/findings/plan-view.ts';
import { mendedSentence, wholeOf, withSentence } from '../../server/model/mended-sentence.ts';
import { nextNumber } from '../../server/model/next-number.ts';
import { blocksOfSection } from '../../server/model/specification.ts';
import { statementGrid } from '../../server/model/statement-grid.ts';
import { family, paragraph, planOf, withBlocks, withClass } from './findings/families.ts';

const anchors = family('anchors');

/** What becomes of a sentence of the second level about the first, which has this summary. */
function mended(sentence: string, summary = 'Sweeps the quay and counts ropes.'): string | null {
  const low = withClass(anchors, 1, (text) => withBlocks(text, 'summary', paragraph('b1', summary)));
  const both = withClass(low, 2, (text) => withBlocks(text, 'distinguishing', paragraph('b2', sentence)));
  const index = indexOf(planOf([both, family('buoys')]));
  const statements = statementGrid(index, 'series-anchors')[1]?.cells[0]?.statements ?? [];
  const [told] = statements.flatMap(({ restated }) => restated);
  if (!told) throw new Error(`Nothing is restated in “${sentence}”`);
  const found = mendedSentence(sentence, told, index.names);
  return found && wholeOf(found);
}

const plain = 'It differs from the Anchors Clerk, which negotiates treaties and audits embassies abroad';

describe('a mended sentence', () => {
  it('restates the sibling by its own summary', () => {
    expect(mended(`${plain}.`)).to.equal(
      'It differs from the Anchors Clerk, which sweeps the quay and counts ropes.',
    );
    expect(mended('The Anchors Clerk, the next lower class, negotiates treaties with embassies.')).to.equal(
      'The Anchors Clerk, the next lower class, sweeps the quay and counts ropes.',
    );
  });

  it('takes the first sentence of the summary, without naming the class a second time', () => {
    const after = 'It differs from the Anchors Clerk, which';
    expect(mended(`${plain}.`, 'Sweeps the quay. Counts ropes.')).to.equal(`${after} sweeps the quay.`);
    expect(mended(`${plain}.`, 'The Anchors Clerk sweeps the quay.')).to.equal(`${after} sweeps the quay.`);
    expect(mended(`${plain}.`, 'This class sweeps the quay.')).to.equal(`${after} sweeps the quay.`);
    expect(mended(`${plain}.`, 'Under close direction, sweeps the quay.')).to.equal(
      `${after}, under close direction, sweeps the quay.`,
    );
  });

  it('keeps what the sentence goes on to say of another class, and only that', () => {
    expect(mended(`${plain}, while this class writes letters.`)).to.equal(
      'It differs from the Anchors Clerk, which sweeps the quay and counts ropes, while this class writes letters.',
    );
    expect(mended(`${plain}, and from the Buoys Clerk, which keeps books.`)).to.equal(
      'It differs from the Anchors Clerk, which sweeps the quay and counts ropes, and from the Buoys Clerk, which keeps books.',
    );
    expect(mended(`${plain}, but never on Sundays.`)).to.equal(
      'It differs from the Anchors Clerk, which sweeps the quay and counts ropes.',
    );
  });

  it('is left to a person where the texts do not give it', () => {
    expect(mended(`${plain}.`, 'Positions in this class sweep the quay.')).to.equal(null);
    expect(mended(`${plain}.`, 'Responsible for sweeping the quay.')).to.equal(null);
    expect(mended(`${plain}.`, 'Access to the quay is guarded.')).to.equal(null);
    expect(mended(`${plain} together with the Buoys Clerk.`)).to.equal(null);
  });

  it('is put in the place of the old one and nowhere else', () => {
    const [text] = anchors.classes as [ClassText];
    const body = withBlocks(text, 'distinguishing', paragraph('b2', 'One. Two. Three.')).body;
    const change = { sentence: 'Two.', mended: 'Deux.' };
    const next = withSentence(body, 'b2', change);
    expect(next && blocksOfSection(next, 'distinguishing')).to.deep.equal([
      paragraph('b2', 'One. Deux. Three.'),
    ]);
    expect(next?.sections.summary).to.equal(body.sections.summary);
    expect(withSentence(body, 'b3', change)).to.equal(null);
    expect(withSentence(body, 'b2', { ...change, sentence: 'Four.' })).to.equal(null);
  });
});

describe('the next number of an action', () => {
  it('follows the highest of the kind that is most in use', () => {
    expect(nextNumber([])).to.equal('1');
    expect(nextNumber(['CN1402', 'CN1960', 'CN1533', 'X9999'])).to.equal('CN1961');
    expect(nextNumber(['2026-009', '2026-014'])).to.equal('2026-015');
    expect(nextNumber(['CN99'])).to.equal('CN100');
    expect(nextNumber(['special'])).to.equal('1');
  });
});
