// /manage: the desk of whoever signed in. First what waits for them, then their drafts, the actions with their deadlines,
// what is overdue for review, what was recorded last, and the ways on that their roles open.
import type { Request, Response } from 'express';
import { setTimeout } from 'node:timers/promises';
import { countsBySeverity } from '../../documents/findings.ts';
import { mayAct, type Person, roleMeanings } from '../../model/person.ts';
import { draftsWrittenBy, recordedLately, undecidedActions } from '../../store/desk.ts';
import { actionsCommentedOn } from '../../store/comment-lists.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { frame, planToday } from '../page.ts';
import { staff } from '../visitor.ts';
import { actionGroups, draftRow, recordedRow, reviewPanel, type Today, waitingFor } from './desk-view.ts';

const mostDrafts = 8;
const mostRecorded = 8;

export async function showManage(tools: Tools, _request: Request, response: Response): Promise<void> {
  const { settings, today } = await planToday(tools);
  const person = staff(response);
  const day: Today = { settings, today, now: tools.clock.now() };
  const actions = await undecidedActions(tools.store, person.id);
  const waiting = waitingFor(person, actions, day);
  const recorded = await recordedLately(tools.store, mostRecorded);
  const body = tools.views.render('pages/manage/start', {
    page: frame(settings, { title: 'Staff area', place: 'manage' }, response),
    name: person.name,
    isEmpty: recorded.length === 0,
    mayOpen: mayAct(person, ['analyst']),
    waiting,
    nothingWaits:
      mayAct(person, ['approver']) && waiting.length === 0 ? 'Nothing waits for your decision.' : null,
    drafts: mayAct(person, ['analyst']) ? await draftPanel(tools, person, day) : null,
    groups: actionGroups(actions, day),
    findings: await findingsPanel(tools, day),
    reviews: await reviewPanel(tools.store, day),
    recorded: recorded.map((row) => recordedRow(row, day)),
    roles: person.roles.map((role) => ({ role, meaning: roleMeanings[role] })),
    ways: waysOf(person, await commentsWords(tools)),
  });
  sendPrivately(response, body);
}

async function draftPanel({ store }: Tools, { id }: Person, day: Today) {
  const { rows, total } = await draftsWrittenBy(store, id, mostDrafts);
  const more = total > rows.length ? `${total - rows.length} more in the actions below.` : null;
  return { rows: rows.map((row) => draftRow(row, day)), more };
}

const severities = [
  ['error', 'Error', 'Errors'],
  ['warning', 'Warning', 'Warnings'],
  ['note', 'Note', 'Notes'],
] as const;

/** In milliseconds. The checks of a large plan take seconds, once for a state of the record; nobody waits for them here. */
const patience = 150;

/** What the plan checks find in the texts of today, by severity. */
async function findingsPanel({ store, background }: Tools, { today }: Today) {
  const counting = countsBySeverity(store, today);
  const counts = await Promise.race([counting, setTimeout(patience, null, { ref: false })]);
  if (counts === null) {
    background.begin('count the findings', async () => void (await counting));
    return { counts: [], none: null, isUnderWay: true };
  }
  return {
    isUnderWay: false,
    counts: severities.map(([severity, one, several]) => ({
      href: `/manage/checks?severity=${severity}`,
      count: counts[severity],
      label: counts[severity] === 1 ? one : several,
    })),
    none: severities.every(([severity]) => counts[severity] === 0) ? 'Nothing is found in this plan.' : null,
  };
}

function waysOf(person: Person, comments: string) {
  const everyone = [
    {
      href: '/manage/actions',
      title: 'Classification actions',
      text: 'What is being prepared, reviewed, posted and decided.',
    },
    { href: '/manage/comments', title: 'Comments of the public', text: comments },
    {
      href: '/manage/checks',
      title: 'Plan checks',
      text: 'What a person should look at in the texts of the plan, with the passage.',
    },
    {
      href: '/manage/sweeps',
      title: 'Sweeps',
      text: 'A rule has changed: find every specification that it touches, and decide class by class.',
    },
    {
      href: '/manage/library',
      title: 'Shared text library',
      text: 'Clauses, competencies and physical demands, and the specifications that use them.',
    },
    { href: '/manage/series', title: 'Series', text: 'Levels, their order, and new ones between them.' },
    {
      href: '/manage/compare',
      title: 'Beside another employer’s text',
      text: 'Files of other employers beside our classes, section by section; nothing of them is stored.',
    },
    { href: '/manage/reviews', title: 'Reviews', text: 'The classes that are overdue for review.' },
  ];
  const administrators = [
    { href: '/manage/people', title: 'People', text: 'Accounts, their roles, and signing people out.' },
    { href: '/manage/audit', title: 'Audit', text: 'Who signed in, decided, changed or was refused what.' },
  ];
  const own = [
    { href: '/manage/account', title: 'Your account', text: 'Your password, and signing out everywhere.' },
  ];
  return [...everyone, ...(mayAct(person, ['administrator']) ? administrators : []), ...own];
}

async function commentsWords({ store }: Tools): Promise<string> {
  const waiting = (await actionsCommentedOn(store)).reduce((sum, each) => sum + each.waiting, 0);
  if (waiting === 0) return 'What is said of posted actions. Nothing waits.';
  return `What is said of posted actions. ${waiting === 1 ? '1 waits' : `${waiting} wait`} to be read.`;
}
