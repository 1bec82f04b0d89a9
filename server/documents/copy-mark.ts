// What the first page of an official PDF says for whoever holds a copy: the short address where it can be checked, as words
// and as a QR code, which revision it is, and the entry of the record that it was printed upon.
import { create } from 'qrcode';
import type { Anchor, CalendarDate } from '../../schemas/types.ts';
import { inWords } from '../model/calendar-date.ts';
import { shortPath } from '../model/revision-name.ts';

export interface CopyMark {
  /** Null where no public address is known: a path alone leads no camera anywhere. */
  readonly link: { readonly href: string; readonly text: string; readonly qrSource: string } | null;
  readonly path: string;
  readonly revision: string;
  readonly record: string;
}

interface Marked {
  readonly code: string;
  readonly number: number;
  readonly effectiveOn: CalendarDate;
}

export function copyMark(
  { code, number, effectiveOn }: Marked,
  anchor: Anchor,
  publicUrl: string | null,
): CopyMark {
  const path = shortPath(code, number);
  return {
    link: publicUrl === null ? null : linkTo(`${publicUrl}${path}`),
    path,
    revision: `${code} · Revision ${number} · Effective ${inWords(effectiveOn)}`,
    record: recordMark(anchor),
  };
}

/** The entry and the first digits of its hash, as paper shows them: 140:0123456789abcdef. */
export function recordMark({ seq, hash }: Anchor): string {
  return `${seq}:${hash.slice(0, 16)}`;
}

function linkTo(href: string): CopyMark['link'] {
  const image = Buffer.from(qrImage(href)).toString('base64');
  return { href, text: href.replace(/^https:\/\//, ''), qrSource: `data:image/svg+xml;base64,${image}` };
}

/** The same address gives the same image. The white around it that a camera needs is the paper's. */
export function qrImage(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const rows = Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (__, x) => (modules.get(y, x) ? `M${x} ${y}h1v1h-1z` : '')).join(''),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${rows.join('')}"/></svg>`;
}
