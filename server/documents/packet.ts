// The packet of an action: gathered from the record, the postings and the comments, printed where it was not lately.
import type { CalendarDate, PlanSettings } from '../../schemas/types.ts';
import type { Tools } from '../tools.ts';
import type { ActionPaper } from './action-paper.ts';
import { commentsReceived } from './comments-received.ts';
import { fromToTable, wordingOf } from './from-to.ts';
import { preparationOf } from './in-preparation.ts';
import { dateOf } from './notice-print.ts';
import { packetJob } from './packet-print.ts';
import type { PacketOf } from './packet-view.ts';
import { type LatelyPrinted, keptLately, printedLately, printKey } from './printed-lately.ts';

type PacketTools = Pick<Tools, 'store' | 'printer' | 'views' | 'publicUrl'>;

export interface PacketAsked {
  readonly paper: ActionPaper;
  /** As it was posted last; null where it never was. */
  readonly posted: ActionPaper | null;
  readonly unready: readonly string[];
  readonly settings: PlanSettings;
  readonly today: CalendarDate;
}

/** null while it is being prepared: ask again. */
export async function packetPdf(tools: PacketTools, asked: PacketAsked): Promise<LatelyPrinted | null> {
  const of = await packetOf(tools, asked);
  const key = printKey('packet', of, [...of.wording.labels], [...of.wording.series]);
  const print = () => printedLately(tools, key, () => packetJob(tools.views, of, key));
  return keptLately(tools, key) ?? preparationOf(tools.printer).take(key, print);
}

export async function packetOf(
  tools: Pick<Tools, 'store' | 'publicUrl'>,
  asked: PacketAsked,
): Promise<PacketOf> {
  const { store, publicUrl } = tools;
  const { paper, posted, unready, settings, today } = asked;
  const wording = await wordingOf(store, paper, settings);
  return {
    ...{ paper, wording, unready, employer: { settings, publicUrl }, on: dateOf(paper, today) },
    table: await fromToTable(store, paper, wording),
    posted: posted && {
      paper: posted,
      table: await fromToTable(store, posted, await wordingOf(store, posted, settings)),
    },
    comments: (await commentsReceived(store, paper.number)).comments,
  };
}
