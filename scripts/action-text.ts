// A classification action as text for the command line: what it says, what it would record or has recorded, what stands
// in its way, and the hash under which exactly that is decided on.
import { countOpenThreads } from '../server/actions/carry-threads.ts';
import { previewAdoption } from '../server/actions/preview-adoption.ts';
import { requireAction, requireSettings } from '../server/actions/requirements.ts';
import type { ChangeKind, DecidedText } from '../schemas/types.ts';
import type { Planned } from '../server/model/adoption.ts';
import { textTitle } from '../server/model/plan-text.ts';
import { inWords } from '../server/model/calendar-date.ts';
import type { CommentsReceived } from '../server/documents/comments-received.ts';
import { openThreadsInWords } from '../server/model/thread.ts';
import type { Action } from '../server/store/actions.ts';
import type { Store } from '../server/store/database.ts';
import { recordHead, revisionsOf } from '../server/store/record.ts';

export interface Shown {
  readonly text: string;
  /** Names what the text shows. */
  readonly hash: string;
}

/** 'CN1960, in review: Clerks of the docks (effective January 1, 2027)' */
export function lineOf({ number, step, title, effectiveOn }: Action): string {
  const effective = effectiveOn === null ? '' : ` (effective ${inWords(effectiveOn)})`;
  return `${number}, ${step}: ${title}${effective}`;
}

export async function actionAsShown(store: Store, number: string): Promise<Shown> {
  const action = await requireAction(store, number);
  const isDecided = action.step === 'adopted' || action.step === 'provisional';
  const { lines, hash } = await (isDecided ? recorded(store, number) : planned(store, action));
  const told = [lineOf(action), `Reason: ${action.reason}`, `Authority: ${action.authority}`];
  return { text: [...told, ...datesOf(action), ...lines, `Hash: ${hash}`].join('\n'), hash };
}

function datesOf({ postedOn, commentsUntil, decidedOn, ratifiedOn }: Action): string[] {
  const dates = [
    ['Posted', postedOn],
    ['Comments until', commentsUntil],
    ['Decided', decidedOn],
    ['Ratified', ratifiedOn],
  ] as const;
  return dates.flatMap(([label, date]) => (date === null ? [] : `${label}: ${inWords(date)}`));
}

async function planned(store: Store, action: Action): Promise<{ lines: string[]; hash: string }> {
  const { planned, obstacles, texts, textObstacles, hash } = await previewAdoption(
    store,
    action,
    await requireSettings(store),
  );
  const isNothing = planned.length === 0 && texts.length === 0;
  const lines = [
    isNothing ? 'It would record nothing.' : 'It would record:',
    ...texts.map(({ body, changes, ...text }) =>
      textLine({ ...text, title: textTitle(body), kinds: [...changes] }),
    ),
    ...planned.flatMap(plannedLines),
    ...obstacles.map(({ classId, message }) => `Not ready, ${classId}: ${message}`),
    ...(await openThreads(store, action.number)),
    ...textObstacles.map(({ subject, id, message }) => `Not ready, ${subject} ${id}: ${message}`),
  ];
  return { lines, hash };
}

async function openThreads(store: Store, number: string): Promise<string[]> {
  const open = await countOpenThreads(store, number);
  return open === 0 ? [] : [`It has ${openThreadsInWords(open)}.`];
}

function plannedLines({ body, number, effectiveOn, changes, events }: Planned): string[] {
  const { code, title } = body;
  const line = changeLine({ code: code ?? 'no code', title, number, effectiveOn, kinds: changes });
  return [line, ...events.flatMap(({ note }) => (note === null ? [] : `    ${note}`))];
}

async function recorded(store: Store, number: string): Promise<{ lines: string[]; hash: string }> {
  const entry = (await revisionsOf(store, 'action', number)).at(-1);
  if (!entry) throw new Error(`${number} is decided and the record does not hold it`);
  const { texts = [], changes } = entry.body;
  return { lines: ['It recorded:', ...texts.map(textLine), ...changes.map(changeLine)], hash: entry.hash };
}

interface Change {
  readonly code: string;
  readonly title: string;
  readonly number: number;
  readonly effectiveOn: string;
  readonly kinds: readonly ChangeKind[];
}

function changeLine({ code, title, number, effectiveOn, kinds }: Change): string {
  return `  ${code} ${title}, revision ${number}, effective ${inWords(effectiveOn)}: ${kinds.join(', ')}`;
}

function textLine({ subject, title, number, effectiveOn, kinds }: Omit<DecidedText, 'id'>): string {
  return `  ${subject} ${title}, revision ${number}, effective ${inWords(effectiveOn)}: ${kinds.join(', ')}`;
}

/** The end of an adoption: each revision, and the head of the record, which may be kept as an anchor. */
export async function whatWasRecorded(store: Store, number: string): Promise<string> {
  const action = await requireAction(store, number);
  const { lines } = await recorded(store, number);
  const head = await recordHead(store);
  return [lineOf(action), ...lines, `The record ends with ${head.seq}:${head.hash}`].join('\n');
}

/** Each comment with its standing, and the reason of the latest decision where it has one. */
export function commentsInText({ comments }: CommentsReceived): string {
  const texts = comments.map(({ reference, receivedAt, name, about, text, standing, decisions }) => {
    const reason = decisions.at(-1)?.reason;
    const subject = about === null ? '' : `, on ${about.title}${about.code && ` (${about.code})`}`;
    const head = `${reference}, ${receivedAt.slice(0, 10)}, ${name ?? 'Anonymous'}${subject}`;
    return `${head}: ${standing}${reason ? `, ${reason}` : ''}\n  ${text.replaceAll('\n', '\n  ')}`;
  });
  return texts.length === 0 ? 'No comment.' : texts.join('\n\n');
}
