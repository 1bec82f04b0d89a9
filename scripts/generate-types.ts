// Writes schemas/types.ts from the JSON Schemas. The result is committed; a test proves it fresh.
import { readdir, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import prettier from 'prettier';

const folder = new URL('../schemas/', import.meta.url);

/** The text that schemas/types.ts must have. */
export async function generateTypes(): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.schema.json')).sort();
  const properties: Record<string, JSONSchema> = {};
  for (const name of names) properties[name] = { $ref: name };
  const common = { type: 'object', additionalProperties: false } as const;
  const source = await compile({ ...common, properties, required: names }, 'Schemas', {
    cwd: folder.pathname,
    bannerComment: '// Generated from schemas/*.schema.json by `npm run types`. Not to be edited by hand.',
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    format: false,
  });
  const terse = source.replace(
    / \*\n \* This interface was referenced by `\w+`'s JSON-Schema\n \* via the `definition` "\w+"\.\n/g,
    '',
  );
  const options = (await prettier.resolveConfig(new URL('types.ts', folder).pathname)) ?? {};
  return prettier.format(terse, { ...options, parser: 'typescript' });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await writeFile(new URL('types.ts', folder), await generateTypes());
}
