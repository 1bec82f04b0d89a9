// What a form sent: read by its schema into a value, or into issues that the person can correct. The sentence for a
// field is the description of that property in the schema.
import { refusal } from '../errors.ts';
import type { Issue } from '../model/issue.ts';
import { patternPropertyOf, problemsOf, propertiesOf, type SchemaName } from '../schemas.ts';
import type { Schemas } from '../../schemas/types.ts';

/** What was typed, to be shown again beside its messages. Secrets are not in it. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** What was typed into a form and could not be taken as it is. */
export interface Sent {
  readonly typed: Typed;
  readonly issues: readonly Issue[];
}

export type Filled<N extends SchemaName> =
  | { readonly value: Schemas[N]; readonly issues: readonly []; readonly typed: Typed }
  | { readonly value: null; readonly issues: readonly Issue[]; readonly typed: Typed };

/** `body` is what express.urlencoded made of the request. A field that the form does not have is refused. */
export function readForm<N extends SchemaName>(name: N, body: unknown): Filled<N> {
  if (typeof body !== 'object' || body === null) throw refusal('form-not-readable');
  const properties = new Map(propertiesOf(name));
  const value: Record<string, unknown> = {};
  for (const [field, sent] of Object.entries(body)) {
    const property = properties.get(field) ?? patternPropertyOf(name, field);
    if (!property) throw refusal('form-not-readable');
    properties.set(field, property);
    value[field] = asSent(field, sent, property.type === 'array');
  }
  const typed = Object.fromEntries(Object.entries(value).filter(([field]) => !isSecret(field))) as Typed;
  const wrong = new Set(problemsOf(name, value).map(({ at, problem }) => fieldOf(at, problem)));
  const issues = [...properties]
    .filter(([field]) => wrong.has(field))
    .map(([field, { description }]) => ({
      field,
      problem: 'form',
      message: description ?? `Check ${field}.`,
    }));
  if (wrong.size > issues.length) throw refusal('form-not-readable');
  return issues.length > 0
    ? { value: null, issues, typed }
    : { value: value as Schemas[N], issues: [], typed };
}

/** White space around what was typed is not meant, but in a password; a line break, which is sent as two characters, is one. */
function asSent(field: string, sent: unknown, isList: boolean): string | string[] {
  const tidy = (text: unknown) =>
    isSecret(field) ? String(text) : String(text).trim().replaceAll('\r\n', '\n');
  // Boxes that may be ticked come as a list.
  if (Array.isArray(sent) && !isList) throw refusal('form-not-readable');
  if (Array.isArray(sent)) return sent.map(tidy);
  return isList ? [tidy(sent)] : tidy(sent);
}

function isSecret(field: string): boolean {
  return /password/i.test(field);
}

/** '/email' → email; "must have required property 'email'" → email. */
function fieldOf(at: string, problem: string): string {
  return at.split('/')[1] ?? /required property '([^']+)'/.exec(problem)?.[1] ?? '';
}

/** The value of a form whose fields no person types: what does not fit its schema was not made by our page. */
export function filled<N extends SchemaName>(form: Filled<N>): Schemas[N] {
  if (form.value === null) throw refusal('form-not-readable');
  return form.value;
}
