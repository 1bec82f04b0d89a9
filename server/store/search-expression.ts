// What somebody typed as an expression of the full-text index. Nothing of its query language is let through.

/** Every word must occur, the last one as the beginning of a word; null where there is no word. */
export function searchExpression(words: string): string | null {
  const terms = termsOf(words);
  return terms.length === 0 ? null : `${terms.join(' ')}*`;
}

/** The same, of codes and titles alone. */
export function nameExpression(words: string): string | null {
  const expression = searchExpression(words);
  return expression && `{code title} : (${expression})`;
}

/** The words one after the other within a title; null where there is no word. */
export function titleExpression(title: string): string | null {
  const terms = termsOf(title);
  return terms.length === 0 ? null : `title : (${terms.join(' + ')})`;
}

function termsOf(words: string): string[] {
  const terms = words.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  return terms.slice(0, 20).map((term) => `"${term}"`);
}
