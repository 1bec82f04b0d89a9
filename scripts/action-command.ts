// What npm run action does: reads the words of the command, finds who acts, takes the step under the hash that was
// shown, and answers in text. Whatever is refused is a sentence.
import { approveAdoption } from '../server/actions/approve-adoption.ts';
import { carryOutAdoption } from '../server/actions/carry-out-adoption.ts';
import { actOrNoteRefusal } from '../server/actions/note-refusal.ts';
import { ratifyAction } from '../server/actions/ratify-action.ts';
import { requireAction } from '../server/actions/requirements.ts';
import { takeStep } from '../server/actions/take-step.ts';
import { commentsReceived } from '../server/documents/comments-received.ts';
import { Refusal } from '../server/errors.ts';
import { calendarDateAt } from '../server/model/calendar-date.ts';
import { asEmail, type Person } from '../server/model/person.ts';
import { type Act, actRoles, decisions, type Step, steps } from '../server/model/workflow.ts';
import { actionsAt } from '../server/store/actions.ts';
import type { Store } from '../server/store/database.ts';
import { personByEmail } from '../server/store/people.ts';
import type { Checkpoints } from '../server/store/checkpoints.ts';
import { planSettings } from '../server/store/plan.ts';
import type { Tools } from '../server/tools.ts';
import { actionAsShown, commentsInText, lineOf, type Shown, whatWasRecorded } from './action-text.ts';
import { UsageError } from './command-line.ts';

export const usage = `Usage: npm run action -- list [--step STEP]
       npm run action -- show NUMBER
       npm run action -- comments NUMBER [--json]
       npm run action -- submit | reopen | withdraw NUMBER --as EMAIL [--note TEXT] [--hash HASH]
       npm run action -- return NUMBER --as EMAIL --note TEXT [--hash HASH]
       npm run action -- post NUMBER --as EMAIL --hash HASH [--carry-threads N]
       npm run action -- adopt NUMBER --as EMAIL --hash HASH [--decided DATE] [--carry-threads N]
       npm run action -- ratify NUMBER --as EMAIL --hash HASH --note "Ordinance …" [--decided DATE]
DATE is the day of the decision, such as 2027-01-31, where that was not today. HASH is what show prints: at least its first 16 digits. N is how many open threads show counts, where the action goes on with them. Steps: ${steps.join(', ')}.`;

export const options = {
  as: { type: 'string' },
  'carry-threads': { type: 'string' },
  json: { type: 'boolean' },
  decided: { type: 'string' },
  hash: { type: 'string' },
  note: { type: 'string' },
  step: { type: 'string' },
} as const;

type Words = Partial<Record<Exclude<keyof typeof options, 'json'>, string> & { json: boolean }>;
type Desk = Pick<Tools, 'store' | 'printer' | 'views' | 'clock' | 'publicUrl'> & {
  readonly checkpoints: Pick<Checkpoints, 'append'>;
};
type Tell = (line: string) => void;

/** The answer to a command; `tell` hears of its progress. */
export async function actionCommand(
  desk: Desk,
  positionals: readonly string[],
  words: Words,
  tell: Tell,
): Promise<string> {
  const [command = '', number, ...rest] = positionals;
  if (rest.length > 0 || (command === 'list') !== (number === undefined)) throw new UsageError(usage);
  try {
    if (command === 'list') return await list(desk.store, words);
    if (command === 'comments') return await comments(desk.store, number ?? '', words);
    if (command === 'show') return (await actionAsShown(desk.store, number ?? '')).text;
    if (!Object.hasOwn(actRoles, command)) throw new UsageError(usage);
    return await take(desk, { act: command as Act, number: number ?? '', words }, tell);
  } catch (error) {
    throw error instanceof Refusal ? new UsageError(inWords(error)) : error;
  }
}

function inWords({ message, detail }: Refusal): string {
  return detail === null ? message : `${message} ${detail}`;
}

async function list(store: Store, { step }: Words): Promise<string> {
  if (step !== undefined && !(steps as readonly string[]).includes(step))
    throw new UsageError(`There is no step "${step}".\n${usage}`);
  const actions = await actionsAt(store, step === undefined ? steps : [step as Step]);
  return actions.length === 0 ? 'No action.' : actions.map(lineOf).join('\n');
}

/** Every comment of the public, with what was decided on it. */
async function comments(store: Store, number: string, { json = false }: Words): Promise<string> {
  const action = await requireAction(store, number);
  const received = await commentsReceived(store, action.number);
  return json ? JSON.stringify(received, null, 2) : commentsInText(received);
}

interface Request {
  readonly act: Act;
  readonly number: string;
  readonly words: Words;
}

async function take(desk: Desk, request: Request, tell: Tell): Promise<string> {
  const { store, clock } = desk;
  const { act, number, words } = request;
  const by = await personOf(store, words);
  if (words.decided !== undefined && act !== 'adopt' && act !== 'ratify') throw new UsageError(usage);
  const acting = { store, now: clock.now(), today: await dayOf(desk), by };
  await actOrNoteRefusal(acting, request, async () => {
    const displayed = displayedHash(act, await actionAsShown(store, number), words);
    await carryOut(desk, acting, { ...request, displayed }, tell);
  });
  if (act === 'adopt' || act === 'ratify') await appendCheckpoint(desk, tell);
  return act === 'adopt' ? whatWasRecorded(store, number) : lineOf(await requireAction(store, number));
}

type Acting = Parameters<typeof takeStep>[0];

async function carryOut(
  desk: Desk,
  acting: Acting,
  { act, number, words, displayed }: Request & { readonly displayed: string },
  tell: Tell,
): Promise<void> {
  const note = words.note?.trim() || null;
  const decidedOn = words.decided ?? null;
  const carried = carriedThreads(words);
  if (act === 'adopt') {
    await approveAdoption(acting, number, displayed, decidedOn, carried);
    await carryOutAdoption(desk, number, (done, total) => tell(`Printing ${done} of ${total}`));
  } else if (act === 'ratify') {
    if (note === null)
      throw new UsageError('Name with --note what ratifies it, such as "Ordinance 2027-14".');
    await ratifyAction(acting, number, displayed, { ratifiedBy: note, decidedOn });
  } else {
    if (act === 'return' && note === null) throw new UsageError('Say with --note what is to be changed.');
    await takeStep(acting, { number, act, displayed, note, carried });
  }
}

function carriedThreads({ 'carry-threads': carried }: Words): number | null {
  if (carried === undefined) return null;
  if (!/^[1-9]\d{0,5}$/.test(carried)) throw new UsageError(`--carry-threads is a number.\n${usage}`);
  return Number(carried);
}

/** What was decided stands, whether or not it can be signed now: the server signs it within the hour. */
async function appendCheckpoint({ checkpoints }: Desk, tell: Tell): Promise<void> {
  try {
    await checkpoints.append();
  } catch (error) {
    tell(
      `No checkpoint was appended to CHECKPOINT_FILE: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** The day that it is where the plan is. */
async function dayOf({ store, clock }: Desk): Promise<string> {
  const settings = await planSettings(store);
  if (!settings) throw new UsageError('The database holds no plan. Begin with npm run new-plan.');
  return calendarDateAt(clock.now(), settings.timeZone);
}

async function personOf(store: Store, { as: email }: Words): Promise<Person> {
  if (email === undefined) throw new UsageError(usage);
  const person = await personByEmail(store, asEmail(email));
  if (!person) throw new UsageError(`Nobody has the email ${email}. npm run person -- list shows everybody.`);
  return person;
}

/** A decision names what was displayed; other acts may leave it to what stands there now. */
function displayedHash(act: Act, { hash, text }: Shown, { hash: named }: Words): string {
  if (named === undefined) {
    if (!decisions.includes(act)) return hash;
    throw new UsageError(`${text}\n\nTo ${act} exactly this, name it: --hash ${hash}`);
  }
  if (!/^[0-9a-f]{16,64}$/.test(named))
    throw new UsageError(`--hash is at least 16 digits of what show prints.\n${usage}`);
  return hash.startsWith(named) ? hash : named;
}
