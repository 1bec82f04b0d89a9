// What the API is described by: a row for each thing that a program can ask for or do. The routes of the server, the
// OpenAPI document and its page are all made of these rows, so none can say what another does not.
import type { Schemas } from '../../schemas/types.ts';
import type { RefusalCode } from '../errors.ts';
import type { Person, Role } from '../model/person.ts';
import type { Scope } from '../model/token.ts';
import type { SchemaName } from '../schemas.ts';
import type { Tools } from '../tools.ts';

export const apiRoot = '/api/v1';

export const tags = {
  Classes: 'The texts of the plan, on any date, with every revision.',
  Series: 'Runs of classes that differ in level, and their comparison.',
  Actions: 'What was decided, and what is posted, as the public sees it.',
  Record: 'What the record took in, and the whole plan as a file.',
  Preparing: 'Actions and drafts, for programs with a token.',
} as const;
export type Tag = keyof typeof tags;

/** What a parameter of a path is: a definition of schemas/common.schema.json, or a number from 1 on. */
export const pathParameters = {
  code: { schema: 'classCode', description: 'The code of a class, now or formerly, in either case.' },
  n: { schema: 'ordinal', description: 'The number of a revision.' },
  id: { schema: 'slug', description: 'The id of a series.' },
  number: { schema: 'actionNumber', description: 'The number of an action.' },
  classId: { schema: 'slug', description: 'The id of a class, which it keeps whatever its code is.' },
} as const;
export type PathName = keyof typeof pathParameters;

/** Who may: anybody, or a person of one of the roles whose token has the scope. */
export type Access = 'public' | { readonly scope: Scope; readonly may: readonly [Role, ...Role[]] };

export interface Call<Q extends SchemaName = SchemaName, B extends SchemaName = SchemaName> {
  readonly path: Readonly<Record<PathName, string>>;
  readonly query: Schemas[Q];
  readonly body: Schemas[B];
  /** The ETag that If-Match names, without its quotes; empty where the operation asks for none. */
  readonly version: string;
  /** Whoever acts; null at a public operation. */
  readonly by: Person | null;
}

export interface Reply {
  readonly status: number;
  /** Absent where there is none. */
  readonly body?: unknown;
  /** Of what is prepared; what is public gets the hash of its bytes. */
  readonly version?: string;
  readonly location?: string;
  readonly keeping?: 'permanent';
}

export interface Operation {
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below /api/v1, as OpenAPI writes it. */
  readonly path: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly access: Access;
  readonly query: SchemaName;
  readonly body: SchemaName | null;
  /** What is answered where all goes well: the schema by status, null where there is no body. */
  readonly answers: Readonly<Record<number, SchemaName | 'openapi' | null>>;
  /** What it refuses beside what every operation of its kind does. */
  readonly refuses: readonly RefusalCode[];
  /** True of what changes a thing that exists: If-Match must name its version. */
  readonly isConditional: boolean;
  readonly example: Example;
  readonly answer: (tools: Tools, call: Call) => Promise<Reply>;
}

/** A request of the sample plan. */
export interface Example {
  /** Below /api/v1. */
  readonly path: string;
  readonly body?: object;
}

type Row<Q extends SchemaName, B extends SchemaName> = Omit<
  Operation,
  'answer' | 'query' | 'body' | 'refuses' | 'isConditional'
> & {
  readonly query?: Q;
  readonly body?: B;
  readonly refuses?: readonly RefusalCode[];
  readonly isConditional?: boolean;
  readonly answer: (tools: Tools, call: Call<Q, B>) => Promise<Reply>;
};

export function operation<
  Q extends SchemaName = 'query-nothing.schema.json',
  B extends SchemaName = 'form-nothing.schema.json',
>(row: Row<Q, B>): Operation {
  return Object.freeze({
    ...row,
    query: row.query ?? 'query-nothing.schema.json',
    body: row.body ?? null,
    refuses: row.refuses ?? [],
    isConditional: row.isConditional ?? false,
    // The gate hands on what conforms to the schemas of the row.
    answer: row.answer as unknown as Operation['answer'],
  });
}

/** Everything that an operation may refuse. */
export function refusalsOf({ access, method, body, isConditional, refuses }: Operation): RefusalCode[] {
  const isReading = method === 'get';
  return [
    ...new Set<RefusalCode>([
      'request-not-valid',
      ...(access === 'public'
        ? []
        : (['token-needed', 'role-needed', 'scope-needed', 'too-many-tries'] as const)),
      ...(access === 'public' || isReading ? [] : (['sent-from-elsewhere'] as const)),
      ...(body === null
        ? []
        : (['body-not-readable', 'body-not-json', 'body-too-large', 'body-not-valid'] as const)),
      ...(isConditional ? (['base-missing', 'version-moved'] as const) : []),
      ...(method === 'post' ? (['key-missing', 'key-used-otherwise', 'key-under-way'] as const) : []),
      ...refuses,
    ]),
  ];
}
