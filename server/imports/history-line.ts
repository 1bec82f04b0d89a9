// A class history in one string or several lines, split into typed events. The original piece is kept whole.
import type { EventKind, HistoryEvent } from '../../schemas/types.ts';
import { dateAt, type ReadDate } from '../model/partial-date.ts';
import { lettersOf, oneLine } from './source-line.ts';

export interface HistoryPiece {
  readonly event: HistoryEvent;
  readonly read: ReadDate | null;
  /** Places, in the list of lines given, that this event was read from. */
  readonly from: readonly number[];
}

const opening =
  /^(?:class |classification |title |specification |spec )?(?:established|adopted|created|approved|revised|rev|amended|abolished|retitled|reallocated|effective|eff|updated|reviewed|corrected|title changed?)\b[\s:.,]{0,4}(?:on |effective |by [\w. ]{1,30} on )?/i;

/** From the first that fits: words of an event, and its kind. */
const kinds: readonly (readonly [RegExp, EventKind])[] = [
  [/\babolish|\bdeleted? class|\bclass deleted/i, 'abolished'],
  [/\bre-?titl|\btitle chang|\bchange[sd]? (?:of |in |the )?(?:class )?title|\brenamed/i, 'retitled'],
  [/\bre-?cod|\bcode chang|\bchange[sd]? (?:of |in |the )?(?:class )?code|\brenumber/i, 'recoded'],
  [
    /\bre-?grad|\bpay (?:grade|range)|\bsalary|\bgrade (?:chang|from|to)|\bchange[sd]? (?:of |in |the )?grade|\breallocat/i,
    'regraded',
  ],
  [/\bmoved?\b|\btransferred\b|\bre-?assigned to (?:the )?(?:series|group)/i, 'moved'],
  [/\bcorrect|\berrat|\btypo/i, 'corrected'],
  [/\bestablish|\bcreated?\b|\badopt|\bnew class|\boriginal/i, 'established'],
  [/\brevis|\brev\b|\bamend|\bupdat|\bedit|\bchang|\badded\b|\bremoved\b|\breword/i, 'revised'],
];

const instruments: readonly RegExp[] = [
  /\bCN[ -]?\d{2,6}\b/,
  /\b(?:Ord(?:inance|\.)?|Res(?:olution|\.)?)\s{0,2}(?:No\.?\s?|#\s?|Number\s)?\d[\w-]*/i,
  /\b(?:Council|Board|Commission|CSC)\s(?:Bill|Item|Order|Action|Notice)\s{0,2}(?:No\.?\s?|#\s?)?\d[\w-]*/i,
  /\b(?:Classification |Class )?Notice\s{0,2}(?:No\.?\s?|#\s?)?\d[\w-]*/i,
  /(?<=\b(?:as a result of|pursuant to|per|under)\s)[A-Z]{1,4}-?\d{2,6}\b/,
];

export function splitHistory(lines: readonly string[]): HistoryPiece[] {
  const pieces: { text: string; from: number[] }[] = [];
  for (const [index, line] of lines.entries()) {
    for (const part of line.split(/(?<=;)/)) {
      const text = oneLine(part);
      const last = pieces.at(-1);
      if (lettersOf(text) === '') continue;
      if (!last || opensEvent(text) || last.text.length + text.length > 19_000)
        pieces.push({ text, from: [index] });
      else {
        last.text += ` ${text}`;
        if (last.from.at(-1) !== index) last.from.push(index);
      }
    }
  }
  return pieces.map(({ text, from }) => ({ ...eventOf(text.replace(/\s?;$/, '')), from }));
}

function opensEvent(text: string): boolean {
  const bare = text.replace(/^[\s•*–—-]+/, '');
  const verb = opening.exec(bare)?.[0];
  return dateAt(bare) !== null || (verb !== undefined && dateAt(bare.slice(verb.length)) !== null);
}

function eventOf(line: string): { event: HistoryEvent; read: ReadDate | null } {
  const start = /^[\s•*–—-]*/.exec(line)?.[0].length ?? 0;
  const bare = line.slice(start);
  const verb = dateAt(bare) ? '' : (opening.exec(bare)?.[0] ?? '');
  const read = dateAt(bare.slice(verb.length));
  const rest = read
    ? bare
        .slice(verb.length + read.end)
        .replace(/^[\s:.,–—-]+/, '')
        .trim()
    : bare;
  const note = /[\p{L}\p{N}]/u.test(rest) ? rest : verb.replace(/[\s:.,]+$/, '');
  return {
    event: {
      on: read?.date ?? null,
      kind: kinds.find(([words]) => words.test(line))?.[1] ?? 'other',
      instrument: instrumentOf(line),
      by: /\bby:?\s+([A-Z]{2,4})\W*$/.exec(line)?.[1] ?? null,
      note: note === '' ? null : note,
      line: line === '' ? null : line,
    },
    read,
  };
}

function instrumentOf(line: string): string | null {
  for (const pattern of instruments) {
    const found = pattern.exec(line);
    if (found) return oneLine(found[0]);
  }
  return null;
}
