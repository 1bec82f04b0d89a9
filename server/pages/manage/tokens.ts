// Tokens on the page of one's account: those in force, what a new one may do, and the new one itself, shown once.
import type { PlanSettings } from '../../../schemas/types.ts';
import { calendarDateAt, inWords } from '../../model/calendar-date.ts';
import type { Issue } from '../../model/issue.ts';
import { scopeMeanings, scopes } from '../../model/token.ts';
import type { Store } from '../../store/database.ts';
import { type Token, tokensOf } from '../../store/tokens.ts';
import { field, messageOf } from '../field.ts';
import type { Typed } from '../form.ts';

const standardDays = '90';

interface Shown {
  readonly now: Date;
  readonly settings: PlanSettings;
  readonly typed: Typed;
  readonly issues: readonly Issue[];
}

export async function tokensView(
  store: Store,
  personId: string,
  { now, settings: { timeZone }, typed, issues }: Shown,
) {
  const chosen = typed.scopes ?? [];
  const date = (at: string) => inWords(calendarDateAt(new Date(at), timeZone));
  return {
    held: (await tokensOf(store, personId, now)).map((token) => rowOf(token, date)),
    name: field(
      { name: 'name', label: 'Name', type: 'text', hint: 'Which program it is for.' },
      typed,
      issues,
    ),
    days: field(
      { name: 'days', label: 'Days until it ends', type: 'text' },
      { days: standardDays, ...typed },
      issues,
    ),
    message: messageOf('scopes', issues),
    boxes: scopes.map((scope, index) => ({
      // The summary leads to the first box.
      id: index === 0 ? 'field-scopes' : `field-scopes-${index}`,
      scope,
      meaning: scopeMeanings[scope],
      checked: chosen.includes(scope),
    })),
  };
}

function rowOf({ id, name, scopes: may, expiresAt, usedAt }: Token, date: (at: string) => string) {
  return {
    name,
    scopes: may.join(', '),
    ends: date(expiresAt),
    used: usedAt === null ? 'never' : date(usedAt),
    revoke: `/manage/account/tokens/${id}/revoke`,
  };
}
