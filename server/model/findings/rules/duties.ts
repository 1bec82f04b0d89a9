// The list of duties by itself: nothing said twice, each a deed, and the parts of time a whole.
import { blocksOfSection } from '../../specification.ts';
import { wordSet } from '../../similarity.ts';
import { type Hit, quoted } from '../finding.ts';
import { firstAlike } from '../first-alike.ts';
import { type ClassRule, ownPassages } from '../rule.ts';

export const dutyDuplicate: ClassRule = {
  id: 'duties.duplicate',
  severity: 'warning',
  title: 'Two duties say the same, or nearly',
  why: 'A duty that stands twice weighs twice when positions are allocated, and readers look for a difference that is not there.',
  mend: 'Keep one of the two, or say in each what the other does not.',
  over: 'class',
  check: (subject) => {
    const duties = ownPassages(subject, 'duties').filter(({ kind }) => kind === 'item');
    const alike = firstAlike(duties.map(({ text }) => wordSet(text)));
    return [...alike].flatMap(([later, earlier]): Hit[] => {
      const [one, other] = [duties[earlier], duties[later]];
      if (!one || !other) return [];
      const evidence = quoted(`${one.text} / ${other.text}`);
      return [{ at: other.at, message: 'An earlier duty says the same, or nearly.', evidence }];
    });
  },
};

/** What opens a list item that is no deed. */
const noDeed =
  /^(?:(?:the|a|an|this|these|those|all|any|some|various|other|such)\s|(?:is |are )?(?:responsible|accountable|answerable)\b|(?:knowledge|ability|skill|responsibility|responsibilities|duties|development|preparation|coordination|administration|supervision|management|maintenance|implementation|oversight|assistance|participation|review|completion) (?:of|to|in|for|with|and)\b)/i;

export const dutyNoVerb: ClassRule = {
  id: 'duties.no-verb',
  severity: 'note',
  title: 'A duty does not begin with what is done',
  why: 'A duty that opens with a verb tells who does what. One that opens with a noun leaves open how much of it the employee does.',
  mend: 'Begin with the verb: “Prepares the budget”, not “Preparation of the budget” or “Responsible for the budget”.',
  over: 'class',
  check: (subject) =>
    ownPassages(subject, 'duties')
      .filter(({ kind, text }) => kind === 'item' && noDeed.test(text.slice(0, 60)))
      .map(({ at, text }) => ({ at, message: 'It does not begin with a verb.', evidence: quoted(text) })),
};

export const percentTotal: ClassRule = {
  id: 'duties.percent-total',
  severity: 'error',
  title: 'The parts of time do not make a whole',
  why: 'Positions are allocated by where most of the time goes. Parts that add up to more or less than 100 cannot be compared.',
  mend: 'Correct the percentages so that they add up to 100, or take them out.',
  over: 'class',
  check: ({ text }) => {
    const duties = blocksOfSection(text.body, 'duties').filter(
      (block) => block.kind === 'item' && block.level === 1,
    );
    const parts = duties.map((block) => (block.kind === 'item' ? block.percentOfTime : undefined));
    const stated = parts.filter((part) => part !== undefined);
    const total = stated.reduce((sum, part) => sum + part, 0);
    const isOpen = stated.length < parts.length && total < 100;
    if (stated.length === 0 || total === 100 || isOpen) return [];
    const evidence = `${stated.map((part) => `${part}%`).join(' + ')} = ${total}%`;
    return [{ at: 'sections.duties', message: `The parts of time add up to ${total} percent.`, evidence }];
  },
};
