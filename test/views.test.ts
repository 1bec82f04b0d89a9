// Templates: each renders from a complete example, a missing name throws, a faulty template stops the start.
import { expect } from 'chai';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadViews, type Views } from '../server/views.ts';
import { viewExamples } from './view-examples.ts';
import { watchful } from './watchful-views.ts';

/** What stands around a page or a document has no example of its own. */
const frames = ['layout', 'sheet'];

describe('templates', () => {
  const views = loadViews();
  const strict = watchful(views);

  it('each has an example, and no example is left over', () => {
    expect(Object.keys(viewExamples).sort()).to.deep.equal(
      [...views.names].filter((name) => !frames.includes(name)).sort(),
    );
  });

  for (const [name, example] of Object.entries(viewExamples)) {
    it(`${name} renders from its example`, () => {
      const html = strict.render(name, example);
      expect(html.trim()).to.not.equal('');
      expect(html).to.not.match(/undefined|\[object Object\]|\bNaN\b/);
    });

    for (const missing of Object.keys(example)) {
      it(`${name} throws without ${missing}`, () => {
        const rest = Object.fromEntries(Object.entries(example).filter(([key]) => key !== missing));
        expect(() => strict.render(name, rest)).to.throw(missing);
      });
    }
  }

  it('a name in the running text throws without any watching', () => {
    const { title: _title, ...rest } = viewExamples['pages/bare-problem'] ?? {};
    expect(() => views.render('pages/bare-problem', rest)).to.throw('"title" not defined');
  });

  it('what people wrote is escaped, also inside attributes', () => {
    const html = views.render('parts/search-box', { ...viewExamples['parts/search-box'], q: `"><script>'&` });
    expect(html).to.contain('value="&quot;&gt;&lt;script&gt;&#x27;&amp;"');
  });

  it('an unknown template is named', () => {
    expect(() => views.render('pages/none', {})).to.throw('There is no template templates/pages/none.hbs');
  });
});

describe('loading templates', () => {
  let place: string;

  /** The loader reads the folder beside its own: a copy of it has templates of its own. */
  async function loadFrom(templates: Record<string, string>): Promise<Views> {
    place = mkdtempSync(join(tmpdir(), 'classplan-views-'));
    for (const folder of ['server', 'templates/pages']) mkdirSync(join(place, folder), { recursive: true });
    cpSync(new URL('../server/views.ts', import.meta.url), join(place, 'server/views.ts'));
    symlinkSync(new URL('../node_modules', import.meta.url).pathname, join(place, 'node_modules'));
    writeFileSync(join(place, 'package.json'), '{ "type": "module" }');
    for (const [name, text] of Object.entries(templates)) writeFileSync(join(place, 'templates', name), text);
    const copy = (await import(pathToFileURL(join(place, 'server/views.ts')).href)) as { loadViews(): Views };
    return copy.loadViews();
  }
  afterEach(() => rmSync(place, { recursive: true }));

  it('finds every template by its path', async () => {
    const loaded = await loadFrom({ 'pages/good.hbs': '<p>{{text}}</p>', 'notes.txt': '{{#if' });
    expect(loaded.names).to.deep.equal(['pages/good']);
    expect(loaded.render('pages/good', { text: 'a & b' })).to.equal('<p>a &amp; b</p>');
  });

  const faults = {
    'an open block': '{{#if a}}',
    'an unknown helper': '{{shout a b}}',
    'broken braces': '{{a}',
  };
  for (const [fault, text] of Object.entries(faults)) {
    it(`stops at ${fault} and names the template`, async () => {
      const failure: unknown = await loadFrom({ 'pages/good.hbs': '', 'pages/faulty.hbs': text }).catch(
        (error: unknown) => error,
      );
      expect(failure).to.have.property('message', 'templates/pages/faulty.hbs does not compile');
    });
  }
});
