// What every field of the open data means, read from the schemas of the lines and from the columns of the tables.
import type { SchemaName } from '../schemas.ts';
import { schemaNames, schemaText } from '../schemas.ts';
import { tableHead, type TableName, tableRow, tables } from './data-tables.ts';

/** The files of JSON Lines, each with the form of its lines. */
export const lineFiles = {
  'actions.jsonl': 'decided-action.schema.json',
  'classes.jsonl': 'data-class.schema.json',
  'pay-schedules.jsonl': 'data-text.schema.json',
  'revisions.jsonl': 'revision.schema.json',
  'series.jsonl': 'data-text.schema.json',
  'shared-texts.jsonl': 'data-text.schema.json',
} as const satisfies Record<string, SchemaName>;

export type LineFile = keyof typeof lineFiles;

export interface DictionaryEntry {
  readonly file: string;
  readonly field: string;
  readonly type: string;
  readonly meaning: string;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** How deep a field is told; what lies deeper is in the schema. */
const deepest = 3;

export function dataDictionary(): DictionaryEntry[] {
  const ofTables = (Object.keys(tables) as TableName[]).flatMap((file) =>
    tables[file].map(({ name, type, meaning }) => ({ file, field: name, type, meaning })),
  );
  const ofLines = Object.entries(lineFiles).flatMap(([file, name]) =>
    fieldsOf(read(name), name, [], 1).map((entry) => ({ file, ...entry })),
  );
  return [...ofTables, ...ofLines].sort((one, other) =>
    one.file < other.file ? -1 : one.file > other.file ? 1 : 0,
  );
}

export function dictionaryCsv(): string {
  const rows = dataDictionary().map((entry) => tableRow('data-dictionary.csv', entry));
  return tableHead('data-dictionary.csv') + rows.join('');
}

/** The schemas of the lines and all that these refer to, by name. */
export function schemasOfData(): SchemaName[] {
  const found = new Set<string>(['data-manifest.schema.json', ...Object.values(lineFiles)]);
  for (const name of found)
    for (const [, other = ''] of schemaText(name as SchemaName).matchAll(
      /"\$ref": "([a-z-]+\.schema\.json)/g,
    ))
      found.add(other);
  return schemaNames.filter((name) => found.has(name));
}

function fieldsOf(
  schema: Schema,
  file: SchemaName,
  path: readonly string[],
  depth: number,
): Omit<DictionaryEntry, 'file'>[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const place = [...path, name];
    const { target, file: at } = followed(property, file);
    const meaning = property.description ?? target.description ?? '';
    const inner = target.items ? followed(target.items, at) : { target, file: at };
    const entry = { field: place.join('.'), type: typeOf(target, at), meaning };
    return depth >= deepest ? [entry] : [entry, ...fieldsOf(inner.target, inner.file, place, depth + 1)];
  });
}

/** What a reference leads to; of a value that may be null the other. */
function followed(schema: Schema, file: SchemaName): { target: Schema; file: SchemaName } {
  if (schema.$ref !== undefined) {
    const [name = '', pointer = ''] = schema.$ref.split('#');
    const at = (name === '' ? file : name) as SchemaName;
    const whole = read(at);
    const target = pointer === '' ? whole : whole.$defs?.[pointer.replace('/$defs/', '')];
    if (!target) throw new Error(`${schema.$ref} leads nowhere`);
    return { target, file: at };
  }
  const [only, ...others] = (schema.oneOf ?? []).filter(({ type }) => type !== 'null');
  if (!only || others.length > 0) return { target: schema, file };
  const found = followed(only, file);
  return { target: { ...found.target, title: `${found.target.title ?? 'value'} or null` }, file: found.file };
}

function typeOf(schema: Schema, file: SchemaName): string {
  const orNull = schema.title?.endsWith(' or null') === true ? ' or null' : '';
  if (schema.enum) return schema.enum.map(String).join(' | ') + orNull;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.type === 'array' && schema.items)
    return `list of ${typeOf(followed(schema.items, file).target, file)}`;
  if (schema.format === 'date') return `date${orNull}`;
  if (schema.title?.startsWith('Instant')) return `instant${orNull}`;
  return `${typeof schema.type === 'string' ? schema.type : 'object'}${orNull}`;
}

const kept = new Map<SchemaName, Schema>();

function read(name: SchemaName): Schema {
  const found = kept.get(name) ?? (JSON.parse(schemaText(name)) as Schema);
  kept.set(name, found);
  return found;
}
