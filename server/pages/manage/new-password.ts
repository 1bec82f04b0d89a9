// The field for a new password, with its rule told before anybody breaks it.
import type { Issue } from '../../model/issue.ts';
import { shortestPassword } from '../../model/password.ts';
import { field, type Field } from '../field.ts';

export function newPasswordField(label: string, issues: readonly Issue[], more = ''): Field {
  const hint = `At least ${shortestPassword} characters: four or five words that do not belong together.${more}`;
  return field({ name: 'password', label, type: 'password', autocomplete: 'new-password', hint }, {}, issues);
}
