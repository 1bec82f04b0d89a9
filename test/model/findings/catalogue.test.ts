// Every rule of the catalogue finds its fault, once, and nothing else; the same plan without faults is silent.
import { expect } from 'chai';
import { catalogue } from '../../../server/model/findings/catalogue.ts';
import { checkClass, checkPlan } from '../../../server/model/findings/check-plan.ts';
import { type Finding, findingKey } from '../../../server/model/findings/finding.ts';
import { family, planOf } from './families.ts';
import { plants } from './plants.ts';

const nouns =
  `anchors bales barges barrels beacons bells boilers bolts booms bricks buckets buoys cables canoes casks chains charts coils
  cranes crates decks dinghies docks engines fenders ferries flags floats funnels gantries gauges hatches hawsers hooks hulls
  jetties keels kegs ladles lanterns levers lighters lines lockers masts moorings nets oars paddles pallets`.split(
    /\s+/,
  );

const ids = catalogue.map(({ id }) => id);
const planted = ids.map((id, place) => {
  const noun = nouns[place] ?? '';
  return { id, noun, clean: family(noun), faulty: plants[id]?.(family(noun), noun) ?? family(noun) };
});

const told = ({ rule, classId, at, evidence }: Finding) => `${rule} ${classId} ${at}: ${evidence}`;

describe('the catalogue of findings', () => {
  it('has at least 30 rules, each with an id of its own and a fault planted for it', () => {
    expect(ids.length).to.be.at.least(30);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(Object.keys(plants).sort()).to.deep.equal([...ids].sort());
    expect(new Set(nouns).size).to.equal(nouns.length);
    expect(nouns.length).to.be.at.least(ids.length);
  });

  it('says of every rule in full sentences what it is, why it matters and how to mend it', () => {
    for (const { id, title, why, mend } of catalogue) {
      expect(id).to.match(/^[a-z]+\.[a-z-]+$/);
      expect(title, id).to.match(/^[\p{Lu}“].{10,}[^.]$/u);
      for (const text of [why, mend]) expect(text, id).to.match(/^[\p{Lu}“].{25,}[.”]$/u);
    }
  });

  it('finds nothing in a plan without faults', () => {
    expect(checkPlan(planOf(planted.map(({ clean }) => clean))).map(told)).to.deep.equal([]);
  });

  it('finds each fault of a plan with one of every kind exactly once, and nothing else', () => {
    const found = checkPlan(planOf(planted.map(({ faulty }) => faulty)));
    expect(found.map(({ rule }) => rule).sort(), found.map(told).join('\n')).to.deep.equal([...ids].sort());
  });

  for (const { id, noun, faulty } of planted) {
    it(`finds ${id} in the family it was planted in, with its passage and its severity`, () => {
      const plan = planOf([faulty, family('zithers')]);
      const found = checkPlan(plan);
      expect(
        found.map(({ rule }) => rule),
        found.map(told).join('\n'),
      ).to.deep.equal([id]);
      const [{ classId, severity, evidence, message, at } = { classId: '' } as Finding] = found;
      expect(severity).to.equal(catalogue.find((rule) => rule.id === id)?.severity);
      if (classId !== null) expect(classId).to.contain(noun);
      expect(evidence.length).to.be.within(3, 400);
      expect(message).to.match(/[.”]$/);
      expect(at).to.match(
        /^(?:title|code|series|history|effectiveOn|sections|additional|settings|sharedTexts)\b/,
      );
    });
  }

  it('finds in one class what it finds in the plan, and what others have to do with it', () => {
    const plan = planOf(planted.map(({ faulty }) => faulty));
    const all = checkPlan(plan);
    for (const { classId } of plan.classes) {
      const concerned = all.filter((each) => each.classId === classId || each.others.includes(classId));
      expect(checkClass(plan, classId).map(told).sort(), classId).to.deep.equal(concerned.map(told).sort());
    }
  });

  it('names a finding by its passage: the same wherever the passage stands, another when it changes', () => {
    const at = { rule: 'wording.vague', classId: 'class-x', evidence: 'Writes various reports.' };
    expect(findingKey(at)).to.match(/^[0-9a-f]{64}$/);
    expect(findingKey({ ...at, at: 'sections.duties.b7' } as typeof at)).to.equal(findingKey(at));
    for (const changed of [{ rule: 'x' }, { classId: null }, { evidence: 'Writes reports.' }])
      expect(findingKey({ ...at, ...changed })).to.not.equal(findingKey(at));
  });
});
