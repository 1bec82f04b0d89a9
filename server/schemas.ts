// Reads every JSON Schema at start and compiles each once, when it is first asked. A value is checked against the file that
// the public contract names; the answer is a list of problems, never an exception.
import { readFileSync, readdirSync } from 'node:fs';
import { Ajv2020, type AnySchemaObject, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import type { Schemas } from '../schemas/types.ts';

export type SchemaName = keyof Schemas;

/** What is wrong with one place of a value. `at` is a JSON Pointer (RFC 6901); '' is the whole. */
export interface SchemaProblem {
  readonly at: string;
  readonly problem: string;
}

const folder = new URL('../schemas/', import.meta.url);
const base = 'https://classplan.example/schemas/';

const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, discriminator: true });
ajvFormats.default(ajv, ['date']);

export const schemaNames = readdirSync(folder)
  .filter((name): name is SchemaName => name.endsWith('.schema.json'))
  .sort();

export function schemaText(name: SchemaName): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

const parsed = new Map<SchemaName, AnySchemaObject>();
for (const name of schemaNames) parsed.set(name, JSON.parse(schemaText(name)) as AnySchemaObject);
for (const schema of parsed.values()) ajv.addSchema(schema);

/** Compiled at the first call; ajv keeps it. */
function validatorOf(name: SchemaName): ValidateFunction {
  const validate = ajv.getSchema(base + name);
  if (!validate) throw new Error(`schemas/${name} does not carry the $id ${base}${name}`);
  return validate;
}

export interface Property {
  readonly type?: string;
  readonly description?: string;
}

/** The properties that a schema gives to an object, by name, in their order. */
export function propertiesOf(name: SchemaName): ReadonlyMap<string, Property> {
  const { properties } = parsed.get(name) as { properties?: Readonly<Record<string, Property>> };
  return new Map(Object.entries(properties ?? {}));
}

/** The properties that an object of a schema must have. */
export function requiredOf(name: SchemaName): readonly string[] {
  return (parsed.get(name) as { required?: readonly string[] }).required ?? [];
}

/** The property that a schema gives to every name of a pattern that this one fits. */
export function patternPropertyOf(name: SchemaName, property: string): Property | undefined {
  const { patternProperties } = parsed.get(name) as {
    patternProperties?: Readonly<Record<string, Property>>;
  };
  return Object.entries(patternProperties ?? {}).find(([pattern]) =>
    new RegExp(pattern, 'u').test(property),
  )?.[1];
}

/** The problems of a value against a schema; an empty list where it conforms. */
export function problemsOf(name: SchemaName, value: unknown): SchemaProblem[] {
  const validate = validatorOf(name);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(describe);
}

/** The problems of a value against one of the small parts of schemas/common.schema.json. */
export function problemsOfPart(part: string, value: unknown): SchemaProblem[] {
  const validate = ajv.getSchema(`${base}common.schema.json#/$defs/${part}`);
  if (!validate) throw new Error(`There is no part ${part}`);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(describe);
}

/** The value, typed, where it conforms; otherwise throws with every problem named. For files that we ship. */
export function conforming<N extends SchemaName>(name: N, value: unknown, source: string): Schemas[N] {
  const problems = problemsOf(name, value);
  if (problems.length === 0) return value as Schemas[N];
  const lines = problems.map(({ at, problem }) => `${at || 'the whole'}: ${problem}`);
  throw new Error(`${source} does not conform to schemas/${name}:\n  ${lines.join('\n  ')}`);
}

function describe(error: ErrorObject): SchemaProblem {
  const extra = error.keyword === 'additionalProperties' ? ` (${error.params.additionalProperty})` : '';
  return { at: error.instancePath, problem: `${error.message ?? error.keyword}${extra}` };
}
