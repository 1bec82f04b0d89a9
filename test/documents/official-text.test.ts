// The official text as data for page and PDF: nothing is added to it, nothing lost, nothing reordered but what the
// plan's own order of sections says.
import { expect } from 'chai';
import type { Block, Specification } from '../../schemas/types.ts';
import { blocksOf } from '../../server/model/specification.ts';
import { anchorOf, officialText } from '../../server/documents/official-text.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';

const { settings, classes } = readSamplePlan();

const item = (id: string, level: 1 | 2): Block => ({ id, kind: 'item', level, text: `item ${id}` });
const paragraph = (id: string): Block => ({ id, kind: 'paragraph', text: `paragraph ${id}` });
const clause = (id: string): Block => ({ id, kind: 'clause', text: `clause ${id}` });
const term = (id: string): Block => ({ id, kind: 'term', term: `Term ${id}`, text: `meaning ${id}` });

function specification(changed: Partial<Specification>): Specification {
  return { code: 'XX1', title: 'Example', series: null, sections: {}, additional: [], ...changed };
}

function groupsOf(blocks: readonly Block[]) {
  const text = officialText(
    specification({ sections: { duties: { state: 'text', blocks: [...blocks] } } }),
    [],
    settings,
  );
  return text.sections[0]?.groups ?? [];
}

describe('the official text', () => {
  it('runs blocks of one kind together and keeps their order', () => {
    const groups = groupsOf([
      item('b1', 1),
      item('b2', 1),
      clause('b3'),
      item('b4', 1),
      term('b5'),
      term('b6'),
      paragraph('b7'),
      paragraph('b8'),
    ]);
    const kinds = groups.map(({ list, terms, clause: standing, paragraph: running }) => [
      list?.map(({ id }) => id),
      terms?.map(({ id }) => id),
      standing?.id,
      running?.id,
    ]);
    expect(kinds.map((each) => each.find(Boolean))).to.deep.equal([
      ['b1', 'b2'],
      'b3',
      ['b4'],
      ['b5', 'b6'],
      'b7',
      'b8',
    ]);
  });

  it('nests items of the second level under the one before them', () => {
    const [group] = groupsOf([item('b1', 1), item('b2', 2), item('b3', 2), item('b4', 1)]);
    expect(group?.list?.map(({ id, items }) => [id, items.map((each) => each.id)])).to.deep.equal([
      ['b1', ['b2', 'b3']],
      ['b4', []],
    ]);
  });

  it('keeps a nested item that has no item above it', () => {
    expect(groupsOf([item('b1', 2)])[0]?.list).to.deep.equal([
      { id: 'b1', text: 'item b1', share: null, items: [] },
    ]);
  });

  it('says none in the words of the text', () => {
    const text = officialText(
      specification({
        sections: { licensure: { state: 'none' }, assessment: { state: 'none', wording: 'Not applicable.' } },
      }),
      [],
      settings,
    );
    expect(text.sections.map(({ heading, none, groups }) => [heading, none, groups.length])).to.deep.equal([
      ['Licensure & Certification', 'None', 0],
      ['Assessment Requirement', 'Not applicable.', 0],
    ]);
  });

  it('leaves out what is not written yet', () => {
    expect(officialText(specification({}), [], settings).sections).to.deep.equal([]);
  });

  it('keeps additional sections under their own headings, before the closing details', () => {
    const text = officialText(
      specification({
        sections: {
          summary: { state: 'text', blocks: [paragraph('b1')] },
          details: { state: 'text', payGrade: 'EX-1' },
        },
        additional: [{ id: 'a1', heading: 'Equipment Operated', blocks: [paragraph('b2')] }],
      }),
      [],
      settings,
    );
    expect(text.sections.map(({ anchor, heading }) => [anchor, heading])).to.deep.equal([
      ['summary', 'General Statement of Duties'],
      ['additional-a1', 'Equipment Operated'],
      ['details', 'Class Detail'],
    ]);
  });

  it('spells codes out where the plan explains them, and gives them bare as recorded', () => {
    const details = {
      state: 'text',
      flsa: 'E',
      eeo4: '2',
      soc: '99-9999',
      benchmark: false,
      revisedOn: '2024-07',
      other: [{ label: 'Pay Plan', text: 'A' }],
    } as const;
    const { sections } = officialText(
      specification({ sections: { details: { ...details, other: [...details.other] } } }),
      [],
      settings,
    );
    const facts = sections[0]?.facts ?? [];
    expect(facts.map(({ label, text }) => [label, text])).to.deep.equal([
      ['FLSA Code', 'E – Exempt'],
      [settings.codes.eeo4.scheme, '2 – Professionals'],
      [settings.codes.soc.scheme, '99-9999'],
      ['Benchmark Class', 'No'],
      ['Revised Date', '7/2024'],
      ['Pay Plan', 'A'],
    ]);
    expect(facts.slice(0, 3).map(({ recorded }) => recorded)).to.deep.equal([
      { label: 'FLSA Code', text: 'E' },
      { label: 'EEO-4 Category', text: '2' },
      { label: 'SOC', text: '99-9999' },
    ]);
  });

  it('tells the history of the class with the details', () => {
    const events = [
      { on: '2018-09-21', kind: 'established', instrument: 'CN1502', by: 'LS', note: null, line: null },
      { on: null, kind: 'other', instrument: null, by: null, note: null, line: '7/1/24 – as it was typed' },
    ] as const;
    const [details] = officialText(specification({}), [...events], settings).sections;
    expect(details?.facts).to.have.length(1);
    expect(details?.facts[0]).to.include({
      label: 'Class History',
      text: '9/21/2018 - Established (CN1502, LS); 7/1/24 – as it was typed',
    });
  });

  it('follows the order and the headings that the plan chose', () => {
    const turned = {
      ...settings,
      sections: settings.sections.map((each) => ({ ...each, label: `The ${each.label}` })).reverse(),
    };
    const text = officialText(classes[0]?.specification ?? specification({}), [], turned);
    expect(text.sections.at(-2)?.heading).to.equal('The General Statement of Duties');
    expect(text.sections.at(-1)?.anchor).to.equal('details');
  });

  it('holds every block of every class of the sample plan exactly once', () => {
    for (const { specification: each } of classes) {
      const shown = officialText(each, [], settings).sections.flatMap(({ groups }) =>
        groups.flatMap(({ paragraph: running, clause: standing, list, terms }) => [
          ...[running, standing].flatMap((one) => (one && one.id.startsWith('b') ? [one.text] : [])),
          ...(list ?? []).flatMap(({ text, items }) => [text, ...items.map((nested) => nested.text)]),
          ...(terms ?? []).map(({ text }) => text),
        ]),
      );
      expect(shown, each.title).to.deep.equal(blocksOf(each).map(({ text }) => text));
    }
  });

  it('names anchors after sections, for ever', () => {
    expect([anchorOf('summary'), anchorOf('knowledgeSkills'), anchorOf('physicalDemandLevel')]).to.deep.equal(
      ['summary', 'knowledge-skills', 'physical-demand-level'],
    );
  });
});
