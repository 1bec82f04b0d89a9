// The styles by which our Word documents say what each paragraph is, so that a document which comes back is read by what
// it says and not by how it looks. Word shows these names; a document keeps them through editing.

/** By what a paragraph is (or, of the code, the end of a title); both levels of a list share a style, and Word keeps the level itself. */
export const wordStyles = Object.freeze({
  title: 'Class Title',
  code: 'Class Code',
  paragraph: 'Specification Text',
  item: 'Specification Item',
  term: 'Specification Term',
  clause: 'Standing Text',
  none: 'Specification None',
});

export type WordStyle = keyof typeof wordStyles;

/** The head of the table of facts; the last column explains codes, and nothing is read from it. */
export const factColumns = ['Fact', 'As recorded', 'Meaning'] as const;
