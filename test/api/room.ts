// What the tests of the API share: a site over the sample plan, tokens of its people, and every answer held to the
// OpenAPI document: its status, its media type and its body.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import type { Problem } from '../../schemas/types.ts';
import { makeToken } from '../../server/actions/make-token.ts';
import { apiRoot, type Operation } from '../../server/api/operation.ts';
import { apiDocument, operations } from '../../server/api/operations.ts';
import { type Scope, scopes as everyScope } from '../../server/model/token.ts';
import { allPeople } from '../../server/store/people.ts';
import { now, type Served } from '../tools.ts';

interface MediaType {
  readonly schema: object;
}
interface OperationObject {
  readonly parameters: readonly { name: string; in: string; schema: object; required: boolean }[];
  readonly requestBody?: { content: Record<string, MediaType> };
  readonly responses: Readonly<Record<string, { content?: Record<string, MediaType> }>>;
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajvFormats.default(ajv, ['date']);
ajv.addSchema({ $id: 'document', ...apiDocument() });
const compiled = new Map<object, ValidateFunction>();

/** A check of a schema that stands in the document. */
function validatorOf(schema: object): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const led = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')) as object;
  const validate = ajv.compile(led);
  compiled.set(schema, validate);
  return validate;
}

export function operationCalled(id: string): Operation {
  const found = operations.find((each) => each.id === id);
  if (!found) throw new Error(`There is no operation ${id}`);
  return found;
}

export function described({ path, method }: Operation): OperationObject {
  const { paths } = apiDocument() as { paths: Record<string, Record<string, OperationObject>> };
  const found = paths[path]?.[method];
  if (!found) throw new Error(`The document does not describe ${method} ${path}`);
  return found;
}

export function isValidBody(operation: Operation, body: unknown): boolean {
  const schema = described(operation).requestBody?.content['application/json']?.schema;
  return schema !== undefined && validatorOf(schema)(body);
}

/** What the document does not say of an answer; null where it says all of it. */
export function offDocument(
  operation: Operation,
  { status, type, text }: { readonly status: number; readonly type: string | null; readonly text: string },
): string | null {
  const response = described(operation).responses[status];
  if (!response) return `the status ${status} is not documented`;
  if (response.content === undefined) return text === '' ? null : `${status} has a body`;
  const media = (type ?? '').split(';')[0] ?? '';
  const schema = response.content[media]?.schema;
  if (!schema) return `${status} as ${media} is not documented`;
  const validate = validatorOf(schema);
  if (validate(JSON.parse(text))) return null;
  const [error] = validate.errors ?? [];
  return `${status}: ${error?.instancePath} ${error?.message}`;
}

/** The token of somebody who has the role, or of the one with that email. */
export async function tokenOf(
  { tools }: Served,
  who: string,
  scopes: readonly Scope[] = everyScope,
  days = 30,
): Promise<string> {
  const people = await allPeople(tools.store);
  const person = people.find(
    ({ email, roles }) => email === who || (roles as readonly string[]).includes(who),
  );
  if (!person) throw new Error(`Nobody is ${who}`);
  made += 1;
  const wanted = { personId: person.id, name: `test ${made}`, scopes, days };
  const token = await makeToken({ store: tools.store, now, by: person.id }, wanted);
  if (token.outcome !== 'made') throw new Error(token.issue.message);
  return token.secret;
}
let made = 0;

export interface Asked {
  readonly path?: string;
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Told<B> {
  readonly status: number;
  readonly headers: Headers;
  /** Quoted in If-Match as it is. */
  readonly tag: string;
  readonly body: B;
}

/** Asks for what an operation does, and holds the answer to the document. */
export async function ask<B = Problem>(site: Served, id: string, asked: Asked = {}): Promise<Told<B>> {
  const operation = operationCalled(id);
  const { path = operation.example.path, token, body, headers = {} } = asked;
  const sent = body !== undefined;
  const answer = await fetch(`${site.address}${apiRoot}${path}`, {
    method: operation.method.toUpperCase(),
    redirect: 'manual',
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(sent && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(sent && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const off = offDocument(operation, {
    status: answer.status,
    type: answer.headers.get('Content-Type'),
    text,
  });
  if (off !== null) throw new Error(`${id} ${path}: ${off}: ${text.slice(0, 500)}`);
  return {
    status: answer.status,
    headers: answer.headers,
    tag: answer.headers.get('ETag') ?? '',
    body: (text === '' ? {} : JSON.parse(text)) as B,
  };
}

let keys = 0;

/** A key that no other request has. */
export function newKey(): Record<string, string> {
  keys += 1;
  return { 'Idempotency-Key': `test-${keys}` };
}
