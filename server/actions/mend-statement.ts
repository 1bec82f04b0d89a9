// Proposes a sentence that again says of another class what that class says: the change of the class that speaks, in a draft
// action or in one that is opened for it, with the sentence mended in its draft. All in one transaction, or nothing.
import type { CalendarDate } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { indexOf } from '../model/findings/plan-index.ts';
import type { ClassText } from '../model/findings/plan-view.ts';
import { nameOf } from '../model/findings/rule.ts';
import { mendedSentence, saysSentence, wholeOf, withSentence } from '../model/mended-sentence.ts';
import { nextNumber } from '../model/next-number.ts';
import { statementGrid } from '../model/statement-grid.ts';
import { steps } from '../model/workflow.ts';
import { problemsOf } from '../schemas.ts';
import { actionsAt } from '../store/actions.ts';
import type { Store } from '../store/database.ts';
import { keepDrafts, undecidedDrafts } from '../store/drafts.ts';
import { decidedActions } from '../store/plan.ts';
import { planView } from '../store/plan-view.ts';
import { revisionInForce } from '../store/record.ts';
import { addIn } from './add-changes.ts';
import { type ActionChoice, intoAction } from './into-action.ts';
import { type Actor, requireDraft, requireSettings } from './requirements.ts';

interface Acting {
  readonly store: Store;
  readonly now: Date;
  readonly today: CalendarDate;
  readonly by: Actor;
}

/** A drifted sentence as it was shown, with the revisions of both classes. */
export interface ShownStatement {
  readonly classId: string;
  readonly block: string;
  readonly sentence: string;
  readonly number: number;
  readonly of: string;
  readonly ofNumber: number;
}

interface Mend {
  readonly by: ClassText;
  readonly of: ClassText;
  readonly mended: string;
}

/** The number of the action that holds the sentence now. Where an undecided action proposes it already, it is that one. */
export async function mendStatement(
  acting: Acting,
  seriesId: string,
  shown: ShownStatement,
  into: string | null,
): Promise<string> {
  const mend = await foundMend(acting, seriesId, shown);
  return acting.store.transaction(async (store) => {
    const within = { ...acting, store };
    await requireShown(within, shown);
    const held = await proposedIn(store, shown, mend.mended);
    if (held !== null) return held;
    const { number } = await intoAction(within, await choiceOf(store, mend, into));
    const edit = { payGrade: null, title: null, code: null, series: null };
    await addIn(within, number, [{ classId: shown.classId, intent: 'change', edit }], acting.today);
    await putIn(within, number, shown, mend.mended);
    return number;
  });
}

/** Found before the transaction begins, for the whole plan is read; inside, neither text has moved. */
async function foundMend({ store, today }: Acting, seriesId: string, shown: ShownStatement): Promise<Mend> {
  const index = indexOf(await planView(store, today));
  const row = statementGrid(index, seriesId).find(({ by }) => by.classId === shown.classId);
  const cell = [...(row?.cells ?? []), ...(row?.outside ?? [])].find(({ of }) => of.classId === shown.of);
  for (const { at, sentence, restated } of cell?.statements ?? []) {
    if (at !== `sections.distinguishing.${shown.block}` || sentence !== shown.sentence) continue;
    const told = restated.find(({ verdict }) => verdict === 'drifted');
    const mended = told && mendedSentence(sentence, told, index.names);
    if (cell && mended) return { by: cell.by, of: cell.of, mended: wholeOf(mended) };
  }
  throw refusal('statement-moved');
}

async function requireShown(
  { store, today }: Acting,
  { classId, number, of, ofNumber }: ShownStatement,
): Promise<void> {
  for (const [id, wanted] of [[classId, number] as const, [of, ofNumber] as const]) {
    const revision = await revisionInForce(store, 'class', id, today);
    if (revision?.number === wanted) continue;
    throw refusal('statement-moved', {
      detail: `${revision?.body.title ?? id}: revision ${wanted} was shown, and ${revision?.number ?? 'none'} is in force.`,
    });
  }
}

/** An undecided action in which the block says the mended sentence. */
async function proposedIn(
  store: Store,
  { classId, block }: ShownStatement,
  mended: string,
): Promise<string | null> {
  const drafts = await undecidedDrafts(store, [classId]);
  return drafts.find(({ body }) => saysSentence(body, block, mended))?.action ?? null;
}

async function choiceOf(store: Store, { by, of }: Mend, into: string | null): Promise<ActionChoice> {
  if (into !== null) return { number: into, open: null };
  const { office } = await requireSettings(store);
  const inUse = [...(await actionsAt(store, steps)), ...(await decidedActions(store))];
  const open = {
    title: `What is said of the ${of.body.title}`,
    reason: `${nameOf(by)} restates ${nameOf(of)} in words that its text no longer has.`,
    authority: office,
    effectiveOn: null,
  };
  return { number: nextNumber(inUse.map(({ number }) => number)), open };
}

/** A draft that the action holds already keeps all but the sentence. */
async function putIn(
  { store, now, by }: Acting,
  number: string,
  { classId, block, sentence }: ShownStatement,
  mended: string,
): Promise<void> {
  const { intent, baseNumber, effectiveOn, carry, choices, body } = await requireDraft(
    store,
    number,
    classId,
  );
  if (intent === 'abolish' || intent === 'correct')
    throw refusal('step-not-possible', { detail: `${number} abolishes or corrects ${body.title}.` });
  const next = withSentence(body, block, { sentence, mended });
  if (next === null)
    throw refusal('statement-moved', { detail: `${number} says something else in that place.` });
  const [problem] = problemsOf('specification.schema.json', next);
  if (problem) throw refusal('sweep-impossible', { detail: `${problem.at} ${problem.problem}.` });
  const draft = { classId, intent, baseNumber, effectiveOn, carry, choices, body: next };
  await keepDrafts(store, number, [draft], { by: by.id, at: now.toISOString() });
}
