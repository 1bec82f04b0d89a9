// One field of a form as its template shows it: label, what was typed, the message beside it.
import type { Issue } from '../model/issue.ts';
import type { Typed } from './form.ts';

export interface Field {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'email' | 'password' | 'date';
  /** Lines of a field for longer text; null for a field of one line. */
  readonly rows: number | null;
  readonly autocomplete: string;
  readonly hint: string | null;
  readonly value: string;
  readonly message: string | null;
}

export function field(
  stated: Pick<Field, 'name' | 'label' | 'type'> & {
    autocomplete?: string;
    hint?: string | null;
    rows?: number | null;
  },
  typed: Typed,
  issues: readonly Issue[],
): Field {
  const value = typed[stated.name];
  return {
    autocomplete: 'off',
    hint: null,
    rows: null,
    ...stated,
    id: `field-${stated.name}`,
    value: typeof value === 'string' ? value : '',
    message: messageOf(stated.name, issues),
  };
}

export function messageOf(name: string, issues: readonly Issue[]): string | null {
  return issues.find((issue) => issue.field === name)?.message ?? null;
}

/** The linked summary above a form; null where there is nothing to correct. */
export function summaryOf(
  issues: readonly Issue[],
): { count: string; items: { href: string; message: string }[] } | null {
  if (issues.length === 0) return null;
  const count = issues.length === 1 ? 'There is a problem' : `There are ${issues.length} problems`;
  return {
    count,
    items: issues.map(({ field: name, message }) => ({ href: `#field-${name || 'form'}`, message })),
  };
}
