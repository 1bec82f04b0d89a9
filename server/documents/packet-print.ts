// The packet of a board as one PDF with contents, bookmarks and page numbers. It is printed for whoever asks and kept for a
// while; the same action at the same step gives the same bytes.
import type { PrintJob } from '../print/printer.ts';
import type { Views } from '../views.ts';
import { watermarkOf } from './action-dates.ts';
import { contentsOf, partId, parts, type Part } from './packet-contents.ts';
import { type PacketOf, packetView } from './packet-view.ts';
import { jobOf, sheetOf, styleSheet } from './sheets.ts';

const styles = ['redline.css', 'action.css', 'packet.css'].map(styleSheet).join('');

/** A packet may be hundreds of pages long, and is printed twice so that it can name them. */
const patienceMs = 240_000;

export function packetJob(views: Views, of: PacketOf, id: string): PrintJob {
  const { paper, employer } = of;
  const { settings } = employer;
  const packet = packetView(of);
  const running = {
    head: `${paper.title} · ${paper.number}`,
    foot: `Board packet · ${settings.office}`,
    counted: paper.number,
    watermark: watermarkOf(paper),
    recordLine: packet.standing,
  };
  const sheet = sheetOf(settings, { running });
  const documentTitle = `${paper.number} ${paper.title}, board packet`;
  const html = (pageOf: ReadonlyMap<string, number> | null) =>
    views.render('documents/packet', {
      ...sheet,
      // It holds what the public does not see: drafts, and comments that were withheld.
      publicNotice: null,
      printStyle: sheet.printStyle + styles,
      documentTitle,
      instrument: 'Board packet',
      packet,
      contents: contentsOf(packet.shown, packet.classes, pageOf),
      part: partHeads(packet.shown),
    });
  return {
    ...jobOf(settings, {
      html: html(null),
      title: documentTitle,
      subject: packet.standing,
      createdAt: new Date(`${of.on}T00:00:00Z`),
      id,
      keywords: [paper.number, 'board packet'],
    }),
    numbered: html,
    patienceMs,
  };
}

type PartHeads = Readonly<Record<Part, { readonly id: string; readonly title: string } | null>>;

/** By the name of the part; null where the packet does not have it. */
function partHeads(shown: readonly Part[]): PartHeads {
  const names = Object.keys(parts) as Part[];
  return Object.fromEntries(
    names.map((part) => [part, shown.includes(part) ? { id: partId(part), title: parts[part] } : null]),
  ) as PartHeads;
}
