// The house keeps its own rules: dependencies point down, every route says who may, every template is used,
// the sections are those of the schema, what must be documented is documented, generated files are fresh.
import { readdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { expect } from 'chai';
import { generateTypes } from '../scripts/generate-types.ts';
import { settings } from '../server/config.ts';
import { refusals } from '../server/errors.ts';
import { roles } from '../server/model/person.ts';
import { sections } from '../server/model/sections.ts';
import { routes } from '../server/routes.ts';
import { propertiesOf, schemaNames, schemaText } from '../server/schemas.ts';
import { loadViews } from '../server/views.ts';

const root = resolve(import.meta.dirname, '..');

/** The floors of server/, from the ground up; a file may import from a lower floor or from its own room. */
const floors: readonly (readonly string[])[] = [
  ['schemas.ts', 'errors.ts', 'setting-error.ts'],
  ['model'],
  ['store', 'print', 'views.ts', 'oidc.ts', 'background.ts', 'expressions'],
  ['tools.ts', 'sign-in-settings.ts'],
  ['documents', 'imports'],
  ['actions'],
  ['pages'],
  ['api'],
  ['access'],
  ['routes.ts', 'api-mount.ts'],
  ['app.ts', 'config.ts', 'request-log.ts', 'metrics.ts', 'session-secret.ts'],
  ['main.ts'],
];

/** Packages that only some rooms may know. */
const confined: Readonly<Record<string, readonly string[]>> = {
  kysely: ['store'],
  'kysely/migration': ['store'],
  'better-sqlite3': ['store'],
  puppeteer: ['print'],
  '@cantoo/pdf-lib': ['print'],
  'pdfjs-dist/legacy/build/pdf.mjs': ['print'],
  pkijs: ['print'],
  asn1js: ['print'],
  handlebars: ['views.ts'],
  express: ['pages', 'api', 'access', 'routes.ts', 'api-mount.ts', 'app.ts', 'request-log.ts', 'metrics.ts'],
  'prom-client': ['metrics.ts'],
  'express-session': ['pages', 'access'],
  'openid-client': ['oidc.ts'],
  docx: ['documents'],
  qrcode: ['documents'],
  mammoth: ['imports'],
  parse5: ['imports'],
  yauzl: ['imports'],
  yazl: ['documents'],
  'csv-stringify/sync': ['documents'],
  diff: ['model'],
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`)
    .sort();
}

function importsOf(file: string): string[] {
  const text = readFileSync(resolve(root, file), 'utf8');
  return [
    ...text.matchAll(/^(?:import|export)[^;]*?from '([^']+)';|^import '([^']+)';|\bimport\('([^']+)'\)/gm),
  ].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '');
}

function roomOf(file: string): string {
  return file.split('/')[1] ?? '';
}

function floorOf(room: string): number {
  return floors.findIndex((rooms) => rooms.includes(room));
}

const serverImports: Import[] = filesUnder('server', '.ts').flatMap((file) =>
  importsOf(file).map((target) => ({ file, room: roomOf(file), target })),
);

describe('the house', () => {
  it('has a floor for every room of server/', () => {
    const rooms = [...new Set(filesUnder('server', '.ts').map(roomOf))];
    expect(rooms.filter((room) => floorOf(room) < 0)).to.deep.equal([]);
  });

  it('lets dependencies point down only', () => {
    const upward = serverImports
      .filter(({ target }) => target.startsWith('.'))
      .map((each) => ({ ...each, path: relative(root, resolve(root, each.file, '..', each.target)) }))
      .filter(({ path }) => path.startsWith('server/'))
      .filter(({ room, path }) => roomOf(path) !== room && floorOf(roomOf(path)) >= floorOf(room))
      .map(({ file, path }) => `${file} imports ${path}`);
    expect(serverImports.length).to.be.greaterThan(100);
    expect(upward).to.deep.equal([]);
  });

  it('keeps each library in its room', () => {
    const strays = serverImports
      .filter(({ room, target }) => confined[target] && !confined[target].includes(room))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(strays).to.deep.equal([]);
  });

  it('gives server/ no way to import scripts, tests or data', () => {
    const strays = serverImports.filter(({ target }) => /(^|\/)(scripts|test|data)\//.test(target));
    expect(strays).to.deep.equal([]);
  });

  it('opens every file by saying what it is for', () => {
    const silent = [...filesUnder('server', '.ts'), ...filesUnder('scripts', '.ts')].filter(
      (file) => !/^\/\/ \S/.test(readFileSync(resolve(root, file), 'utf8')),
    );
    expect(silent).to.deep.equal([]);
  });

  it('says on every route who may, once for each method and path', () => {
    const keys = routes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(keys).size).to.equal(keys.length);
    for (const { may, path } of routes) {
      if (may !== 'reader') expect(roles, path).to.include.members([...may]);
      expect(may, path).to.not.be.empty;
    }
  });

  it('gives everything that can be sent a form, and uses every form', () => {
    const sent = routes.flatMap((route) => (route.method === 'post' ? (route.form ?? []) : []));
    const forms = schemaNames.filter((name) => name.startsWith('form-'));
    expect([...new Set(sent)].sort()).to.deep.equal(forms);
    for (const [field, { description = 'It.' }] of forms.flatMap((name) => [...propertiesOf(name)]))
      expect(description, field).to.match(/\.$/);
  });

  it('uses every template', () => {
    const code = filesUnder('server', '.ts')
      .map((file) => readFileSync(resolve(root, file), 'utf8'))
      .join('\n');
    const templates = filesUnder('templates', '.hbs')
      .map((file) => readFileSync(resolve(root, file), 'utf8'))
      .join('\n');
    const unused = loadViews().names.filter(
      (name) => !code.includes(`'${name}'`) && !new RegExp(`{{#?>\\s*${name}\\b`).test(templates),
    );
    expect(unused).to.deep.equal([]);
  });

  it('gives every document the same content security policy', () => {
    // A tab writes each document into the one before it, and policies add up.
    const policies = ['templates/sheet.hbs', ...filesUnder('templates/documents', '.hbs')].flatMap((file) =>
      [
        ...readFileSync(resolve(root, file), 'utf8').matchAll(/"Content-Security-Policy" content="([^"]*)"/g),
      ].map(([, policy]) => policy),
    );
    expect(policies).to.have.length.above(1);
    expect(new Set(policies).size).to.equal(1);
  });

  it('lists exactly the sections of the schema, once each', () => {
    const { $defs } = JSON.parse(schemaText('specification.schema.json')) as {
      $defs: { sections: { properties: object } };
    };
    expect(sections.map(({ key }) => key)).to.deep.equal(Object.keys($defs.sections.properties));
  });

  it('reads no two sections from one heading', () => {
    const headings = sections.flatMap(({ label, synonyms }) => [label.toLowerCase(), ...synonyms]);
    expect(headings.filter((heading, index) => headings.indexOf(heading) !== index)).to.deep.equal([]);
  });

  it('documents every setting in the README, as it is', () => {
    const readme = readFileSync(resolve(root, 'README.md'), 'utf8');
    for (const { name, standard, meaning } of settings) {
      expect(readme).to.include(`| \`${name}\` | ${standard} | ${meaning} |`);
    }
  });

  it('documents every refusal', () => {
    const guide = readFileSync(resolve(root, 'docs/refusals.md'), 'utf8');
    for (const [code, { status, sentence }] of Object.entries(refusals)) {
      expect(guide).to.include(`| \`${code}\` | ${status} | ${sentence} |`);
    }
  });

  it('has fresh generated types', async () => {
    expect(readFileSync(resolve(root, 'schemas/types.ts'), 'utf8')).to.equal(await generateTypes());
  });

  it('names its schema in every data file', () => {
    const anonymous = filesUnder('data', '.json').filter((file) => {
      const { $schema } = JSON.parse(readFileSync(resolve(root, file), 'utf8')) as { $schema?: string };
      return !$schema || !readdirSync(resolve(root, 'schemas')).includes($schema.split('/').at(-1) ?? '');
    });
    expect(anonymous).to.deep.equal([]);
  });
});
