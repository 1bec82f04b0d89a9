// Every kind of page is valid HTML, as html-validate judges it, with every branch of every template of a page besides.
import { expect } from 'chai';
import { HtmlValidate, type RuleConfig } from 'html-validate';
import { loadViews } from '../../server/views.ts';
import { type Served, signedIn } from '../tools.ts';
import { viewExamples } from '../view-examples.ts';
import { everyPage, unvisited } from './busy-site.ts';
import { problemPages, sampleSite } from './site.ts';

/** What the rules would have otherwise, and why it is as it is. */
const chosen: RuleConfig = {
  'doctype-style': 'off',
  'void-style': ['error', { style: 'omit' }],
  'no-trailing-whitespace': 'off',
  // The name of the employer and the words of a class are as long as they are.
  'long-title': 'off',
  // A table that is laid out otherwise on a phone is a table to those who listen only where its roles are written.
  'no-redundant-role': 'off',
  // What scrolls is a region, whatever element it is.
  'prefer-native-element': ['error', { exclude: ['region'] }],
  // Lists are sent as fields of one name.
  'form-dup-name': 'off',
  // HTML allows full stops in an id.
  'valid-id': ['error', { relaxed: true }],
  // The preview of a draft has the sections of the draft again.
  'unique-landmark': 'off',
};

const validate = new HtmlValidate({ extends: ['html-validate:recommended'], rules: chosen });

/** Parts of one example are used several times in it, with one id and as fields of all types. */
const validateExample = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { ...chosen, 'no-dup-id': 'off', 'valid-autocomplete': 'off' },
});

async function faultsOf(html: string, by = validate): Promise<string[]> {
  const { results } = await by.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, selector, line }) => `${ruleId}: ${message} (${selector}, line ${line})`,
    ),
  );
}

describe('the HTML', () => {
  let site: Served;
  before(async () => void (site = await sampleSite()));
  after(() => site.close());

  it('of every kind of page is valid', async () => {
    const pages = await everyPage(site);
    expect(unvisited(pages)).to.deep.equal([]);
    const signed = {
      analyst: await signedIn(site, 'analyst'),
      administrator: await signedIn(site, 'administrator'),
    };
    const read = new Map<string, string>();
    for (const { path, as } of pages) {
      const answer = await (as === null ? fetch(site.address + path) : signed[as](path));
      expect(answer.status, path).to.equal(200);
      read.set(path, await answer.text());
    }
    const found: Record<string, string[]> = {};
    for (const [path, html] of read) {
      const faults = await faultsOf(html);
      if (faults.length > 0) found[path] = faults;
    }
    expect(found).to.deep.equal({});
  });

  it('of every problem is valid', async () => {
    const read = problemPages.map(async ([path]) => {
      const answer = await fetch(site.address + path, { headers: { Accept: 'text/html' } });
      return [path, await answer.text()] as const;
    });
    for (const [path, html] of await Promise.all(read)) expect(await faultsOf(html), path).to.deep.equal([]);
  });

  it('of every template of a page is valid where every branch is taken', async () => {
    const views = loadViews();
    const found: Record<string, string[]> = {};
    for (const [name, example] of Object.entries(viewExamples).filter(([each]) =>
      each.startsWith('pages/'),
    )) {
      const faults = await faultsOf(views.render(name, example), validateExample);
      if (faults.length > 0) found[name] = faults;
    }
    expect(found).to.deep.equal({});
  });

  it('that is faulty is found', async () => {
    expect(
      await faultsOf(
        '<!doctype html><html lang="en"><head><title>A</title></head><body><p><p></body></html>',
      ),
    ).to.not.be.empty;
  });
});
