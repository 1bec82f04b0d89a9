// /manage: where the staff area begins, with the ways on that somebody's roles open.
import type { Request, Response } from 'express';
import { mayAct, roleMeanings } from '../../model/person.ts';
import { actionsCommentedOn } from '../../store/comment-lists.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { frame, planToday } from '../page.ts';
import { staff } from '../visitor.ts';

export async function showManage(tools: Tools, _request: Request, response: Response): Promise<void> {
  const { settings } = await planToday(tools);
  const person = staff(response);
  const isAdministrator = mayAct(person, ['administrator']);
  const ways = [
    {
      href: '/manage/actions',
      title: 'Classification actions',
      text: 'What is being prepared, reviewed, posted and decided.',
    },
    { href: '/manage/comments', title: 'Comments of the public', text: await commentsWords(tools) },
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
    ...(isAdministrator
      ? [
          { href: '/manage/people', title: 'People', text: 'Accounts, their roles, and signing people out.' },
          {
            href: '/manage/audit',
            title: 'Audit',
            text: 'Who signed in, decided, changed or was refused what.',
          },
        ]
      : []),
    { href: '/manage/account', title: 'Your account', text: 'Your password, and signing out everywhere.' },
  ];
  const body = tools.views.render('pages/manage/start', {
    page: frame(settings, { title: 'Staff area', place: 'manage' }, response),
    name: person.name,
    roles: person.roles.map((role) => ({ role, meaning: roleMeanings[role] })),
    ways,
  });
  sendPrivately(response, body);
}

async function commentsWords({ store }: Tools): Promise<string> {
  const waiting = (await actionsCommentedOn(store)).reduce((sum, each) => sum + each.waiting, 0);
  if (waiting === 0) return 'What is said of posted actions. Nothing waits.';
  return `What is said of posted actions. ${waiting === 1 ? '1 waits' : `${waiting} wait`} to be read.`;
}
