// The OpenAPI 3.1 document, made of the table of operations and of schemas/: nothing in it is written by hand.
import { refusals } from '../errors.ts';
import { propertiesOf, requiredOf, type SchemaName, schemaText } from '../schemas.ts';
import { apiRoot, type Operation, type PathName, pathParameters, refusalsOf, tags } from './operation.ts';

export interface Json {
  readonly [key: string]: unknown;
}

/** The same at every address, so its server is named by the path alone. */
export function openApiDocument(operations: readonly Operation[]): Json {
  const schemas = new SchemaCollection();
  const paths: Record<string, Record<string, Json>> = {};
  for (const each of operations) (paths[each.path] ??= {})[each.method] = operationObject(each, schemas);
  schemas.refer('problem.schema.json');
  return {
    openapi: '3.1.0',
    info: {
      title: 'Classplan API',
      version: '1.0.0',
      summary: 'The classification plan of a public employer, on any date.',
      description:
        'The read side is public. Programs that prepare actions act for a person, by a token that the person made. Errors are application/problem+json (RFC 9457).',
      license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: apiRoot }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token of the page /manage/account.' },
      },
      schemas: schemas.all(),
    },
  };
}

function operationObject(each: Operation, schemas: SchemaCollection): Json {
  const { id, tag, summary, access, body } = each;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(access !== 'public' && {
      description: `For the roles ${access.may.join(', ')}, by a token with the scope ${access.scope}.`,
      security: [{ token: [access.scope] }],
    }),
    parameters: parametersOf(each, schemas),
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemas.refer(body), example: each.example.body } },
      },
    }),
    responses: responsesOf(each, schemas),
  };
}

function parametersOf({ path, query, method, isConditional }: Operation, schemas: SchemaCollection): Json[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as PathName);
  const inPath = names.map((name) => {
    const { schema, description } = pathParameters[name];
    return {
      name,
      in: 'path',
      required: true,
      description,
      schema: schemas.referTo('common.schema.json', schema),
    };
  });
  const required = requiredOf(query);
  const inQuery = [...propertiesOf(query)].map(([name, { description, ...schema }]) => ({
    ...{ name, in: 'query', required: required.includes(name), description },
    schema: schemas.within(query, schema),
  }));
  return [
    ...inPath,
    ...inQuery,
    ...(isConditional ? [header('If-Match', 'The ETag that it was read with.', '^"[0-9a-f]{64}"$')] : []),
    ...(method === 'post'
      ? [
          header(
            'Idempotency-Key',
            'A new one for each request; the same where it is repeated.',
            '^"?[A-Za-z0-9-]{1,200}"?$',
          ),
        ]
      : []),
  ];
}

function header(name: string, description: string, pattern: string): Json {
  return { name, in: 'header', required: true, description, schema: { type: 'string', pattern } };
}

function responsesOf(each: Operation, schemas: SchemaCollection): Json {
  const good = Object.entries(each.answers).map(([status, schema]) => [
    status,
    answerObject(each, schema, schemas),
  ]);
  const unchanged =
    each.access === 'public' && 200 in each.answers ? [['304', { description: 'Not changed.' }]] : [];
  const refused = refusalsOf(each).map((code) => ({ code, ...refusals[code] }));
  const byStatus = Map.groupBy(refused, ({ status }) => String(status));
  const bad = [...byStatus].map(([status, all]) => [
    status,
    problemObject(all.map(({ code, sentence }) => `${code}: ${sentence}`).join(' '), schemas),
  ]);
  return {
    ...Object.fromEntries([...good, ...unchanged, ...bad]),
    default: problemObject('A fault of the server, with its reference number.', schemas),
  } as Json;
}

function answerObject(
  { access }: Operation,
  schema: SchemaName | 'openapi' | null,
  schemas: SchemaCollection,
): Json {
  if (schema === null) return { description: 'Done; there is no body.' };
  const tag =
    access === 'public' ? 'Changes with the answer.' : 'Names this version; to be quoted in If-Match.';
  return {
    description: 'The answer.',
    headers: { ETag: { description: tag, schema: { type: 'string' } } },
    content: {
      'application/json': { schema: schema === 'openapi' ? { type: 'object' } : schemas.refer(schema) },
    },
  };
}

function problemObject(description: string, schemas: SchemaCollection): Json {
  return {
    description,
    content: { 'application/problem+json': { schema: schemas.refer('problem.schema.json') } },
  };
}

/** The schemas that are referred to, under their titles. */
class SchemaCollection {
  readonly #found = new Map<SchemaName, { title: string; schema: unknown }>();

  refer(name: SchemaName): Json {
    return { $ref: `#/components/schemas/${this.#titleOf(name)}` };
  }

  referTo(name: SchemaName, part: string): Json {
    return { $ref: `#/components/schemas/${this.#titleOf(name)}/$defs/${part}` };
  }

  /** A piece of a schema, with its references led to where they stand here. */
  within(name: SchemaName, piece: unknown): unknown {
    if (Array.isArray(piece)) return piece.map((each) => this.within(name, each));
    if (typeof piece !== 'object' || piece === null) return piece;
    const entries = Object.entries(piece)
      // OpenAPI knows discriminator too, and would look for schemas named as the values are.
      .filter(([key]) => key !== 'discriminator' && key !== '$id' && key !== '$schema')
      .map(([key, value]) => [
        key,
        key === '$ref' ? this.#reference(name, String(value)) : this.within(name, value),
      ]);
    return Object.fromEntries(entries) as unknown;
  }

  all(): Json {
    const sorted = [...this.#found.values()].sort((one, other) => one.title.localeCompare(other.title));
    return Object.fromEntries(sorted.map(({ title, schema }) => [title, schema]));
  }

  #reference(from: SchemaName, reference: string): string {
    const [file = '', part = ''] = reference.split('#');
    const name = file === '' ? from : (file as SchemaName);
    return `#/components/schemas/${this.#titleOf(name)}${part}`;
  }

  #titleOf(name: SchemaName): string {
    const known = this.#found.get(name);
    if (known) return known.title;
    const parsed = JSON.parse(schemaText(name)) as { title: string };
    const entry = { title: parsed.title, schema: null as unknown };
    this.#found.set(name, entry);
    entry.schema = this.within(name, parsed);
    return entry.title;
  }
}
