// How many pages a PDF fresh from Chromium has, without parsing it: Chromium writes each page object in the
// clear, at the start of a line, where neither compressed streams nor escaped strings can imitate it.

export function pageCount(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const pages = text.match(/^<<\/Type \/Page$/gm)?.length ?? 0;
  if (pages === 0) throw new Error('The browser printed a PDF in which no page was found');
  return pages;
}
