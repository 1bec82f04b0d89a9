// Text as a Word document can hold it.

/** XML has no place for these characters; where one stands, a mark shows it. */
export function written(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
}
