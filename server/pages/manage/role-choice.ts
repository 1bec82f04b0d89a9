// The roles as boxes to tick, each with what it is for.
import type { Issue } from '../../model/issue.ts';
import { type Role, roleMeanings, roles } from '../../model/person.ts';
import { messageOf } from '../field.ts';

export interface RoleChoice {
  readonly message: string | null;
  readonly boxes: readonly { id: string; role: Role; meaning: string; checked: boolean }[];
}

export function roleChoice(chosen: string | readonly string[], issues: readonly Issue[]): RoleChoice {
  // The summary leads to the first box.
  const idOf = (index: number, role: Role) => (index === 0 ? 'field-roles' : `field-roles-${role}`);
  const boxes = roles.map((role, index) => ({
    id: idOf(index, role),
    role,
    meaning: roleMeanings[role],
    checked: chosen.includes(role),
  }));
  return { message: messageOf('roles', issues), boxes };
}
