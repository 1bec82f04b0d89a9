// The thread in which a person's own expression runs: one order in, its matches or what is wrong with it out.
import { parentPort, workerData } from 'node:worker_threads';
import { type Match, matchesIn } from '../model/sweep-matches.ts';

export interface FindOrder {
  readonly pattern: string;
  readonly isCaseKept: boolean;
  readonly texts: readonly string[];
}

export type FindAnswer =
  | {
      readonly matches: readonly (readonly [index: number, matches: readonly Match[]])[];
      readonly groups: number;
    }
  | { readonly problem: string };

/** More than anybody would decide on. */
const mostMatches = 50_000;

parentPort?.postMessage(answerTo(workerData as FindOrder) satisfies FindAnswer);

function answerTo({ pattern, isCaseKept, texts }: FindOrder): FindAnswer {
  try {
    const expression = new RegExp(pattern, isCaseKept ? 'gu' : 'giu');
    const found: [number, Match[]][] = [];
    let count = 0;
    for (const [index, text] of texts.entries()) {
      const matches = matchesIn(expression, text);
      if (matches.length > 0) found.push([index, matches]);
      count += matches.length;
      if (count > mostMatches) return { problem: 'The expression is found too often. Narrow it down.' };
    }
    return { matches: found, groups: groupsOf(pattern) };
  } catch (error) {
    return { problem: inWords(error) };
  }
}

/** An alternative that is always found says how many groups there are. */
function groupsOf(pattern: string): number {
  return (new RegExp(`${pattern}|`, 'u').exec('')?.length ?? 1) - 1;
}

/** 'Invalid regular expression: /(/giu: Unterminated group' → 'Unterminated group' */
function inWords(error: unknown): string {
  const why = error instanceof Error ? (error.message.split(': ').at(-1) ?? '') : '';
  return `The expression cannot be read: ${why.slice(0, 120)}.`;
}
