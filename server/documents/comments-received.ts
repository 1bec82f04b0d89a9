// Every comment of the public on an action with everything that was decided on it, shown or not, as those who decide are
// given it: as data, and as a table for a spreadsheet.
import { stringify } from 'csv-stringify/sync';
import { type PublicComment, referenceOf, standingOf } from '../model/public-comment.ts';
import type { Store } from '../store/database.ts';
import { allPeople } from '../store/people.ts';
import { commentsOf } from '../store/public-comments.ts';

export interface CommentReceived {
  readonly reference: string;
  readonly postedOn: string;
  readonly receivedAt: string;
  readonly name: string | null;
  readonly about: { readonly title: string; readonly code: string } | null;
  readonly text: string;
  readonly standing: 'waiting' | 'published' | 'withheld';
  /** From the first to the one that counts. */
  readonly decisions: readonly {
    readonly at: string;
    /** The name of the person. */
    readonly by: string;
    readonly decision: 'publish' | 'withhold';
    readonly reason: string | null;
  }[];
}

export interface CommentsReceived {
  readonly action: string;
  readonly comments: readonly CommentReceived[];
}

export async function commentsReceived(store: Store, action: string): Promise<CommentsReceived> {
  const comments = await commentsOf(store, action);
  const names = new Map((await allPeople(store)).map(({ id, name }) => [id, name]));
  return { action, comments: comments.map((comment) => receivedFrom(comment, names)) };
}

function receivedFrom(comment: PublicComment, names: ReadonlyMap<string, string>): CommentReceived {
  const { postedOn, receivedAt, name, about, text, decisions } = comment;
  return {
    ...{ reference: referenceOf(comment), postedOn, receivedAt, name },
    about: about && { title: about.title, code: about.code },
    ...{ text, standing: standingOf(comment) },
    decisions: decisions.map((each) => ({ ...each, by: names.get(each.by) ?? each.by })),
  };
}

const columns = [
  ['reference', 'Reference'],
  ['postedOn', 'Posted on'],
  ['receivedAt', 'Received'],
  ['name', 'Name'],
  ['code', 'Class code'],
  ['title', 'Class title'],
  ['text', 'Comment'],
  ['standing', 'Standing'],
  ['reason', 'Reason'],
  ['decidedBy', 'Decided by'],
  ['decidedAt', 'Decided'],
  ['earlier', 'Decided before'],
] as const;

/** A table (RFC 4180) with the mark by which spreadsheets know UTF-8. Every cell is quoted, and none is taken for a formula. */
export function asCsv({ comments }: CommentsReceived): string {
  return stringify(comments.map(rowOf), {
    ...{ header: true, bom: true, escape_formulas: true, quoted: true, record_delimiter: 'windows' },
    columns: columns.map(([key, header]) => ({ key, header })),
  });
}

type Row = Readonly<Record<(typeof columns)[number][0], string | null>>;

function rowOf({ about, decisions, ...comment }: CommentReceived): Row {
  const last = decisions.at(-1);
  return {
    ...comment,
    code: about?.code ?? null,
    title: about?.title ?? null,
    reason: last?.reason ?? null,
    decidedBy: last?.by ?? null,
    decidedAt: last?.at ?? null,
    earlier: decisions
      .slice(0, -1)
      .map(
        ({ at, by, decision, reason }) => `${at} ${decision} by ${by}${reason === null ? '' : `: ${reason}`}`,
      )
      .join('\n'),
  };
}
