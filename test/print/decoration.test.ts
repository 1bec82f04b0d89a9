// What is drawn outside the structure is marked as decoration, in the operators of a page as Chromium writes them.
import { expect } from 'chai';
import { withArtifacts } from '../../server/print/decoration.ts';

const marked = (...lines: string[]) => withArtifacts(lines.join('\n'), (name) => name === 'X1').split('\n');
const artifact = (...lines: string[]) => ['/Artifact BMC', ...lines, 'EMC'];

describe('Decoration', () => {
  it('is a line or a box that no mark surrounds, from its first point to its paint', () => {
    const path = ['6 898 m', '5 899 l', 'h', 'f'];
    expect(marked('q', ...path, '162 171 1 49 re', 'S', 'Q')).to.deep.equal([
      'q',
      ...artifact(...path),
      ...artifact('162 171 1 49 re', 'S'),
      'Q',
    ]);
  });

  it('is text and a picture that no mark surrounds, whose words are found afterwards', () => {
    const text = ['BT', '/F1 9 Tf', '/Span<</ActualText (fi) >> BDC', '<0897> Tj', 'EMC', 'ET'];
    expect(marked(...text, '/X1 Do')).to.deep.equal([...artifact(...text), ...artifact('/X1 Do')]);
  });

  it('is nothing that is marked, nothing that only clips, and no group of drawings', () => {
    const lines = [
      '0 0 9 9 re',
      'W* n',
      '/P <</MCID 0 >>BDC',
      'BT',
      '<01> Tj',
      'ET',
      '0 0 9 9 re',
      'f',
      'EMC',
      '/X2 Do',
    ];
    expect(marked(...lines)).to.deep.equal(lines);
  });
});
